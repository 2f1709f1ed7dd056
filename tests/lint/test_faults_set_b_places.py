"""Every fault of the sealed set B still finds its place in the reference handbook. What the linter says is not asked here."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.lint.faults_set_b import FAULTS
from tests.lint.planting import Fault, apply

ROOT = Path(__file__).parents[2]


def test_there_are_two_hundred() -> None:
    assert Counter(fault.family for fault in FAULTS) == {"format": 120, "content": 80}
    assert len({fault.id for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_a_fault_applies(fault: Fault, tmp_path: Path) -> None:
    copy = tmp_path / fault.file
    copy.parent.mkdir(parents=True)
    shutil.copy(ROOT / fault.file, copy)
    place = apply(fault, tmp_path)
    assert place.last >= 1
    assert fault.cause and fault.repair and all(fault.words)
