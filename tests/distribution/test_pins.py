"""What constraints.txt pins can be installed wherever we say that the program runs."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line)
OLDEST = re.sub(r"[^\d.]", "", PROJECT["requires-python"]) + ".0"  # 3.11.0: a distribution may still have it


@pytest.mark.parametrize("name", PINS)
def test_a_pin_takes_the_oldest_python_that_we_say(name: str) -> None:
    try:
        found = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("of another system")
    if found["Version"] != PINS[name]:
        pytest.skip(f"{found['Version']} is installed")
    assert SpecifierSet(found["Requires-Python"] or "").contains(OLDEST), found["Requires-Python"]


def test_everything_that_we_ask_for_is_pinned_within_what_we_ask_for() -> None:
    pinned = {canonicalize_name(name): version for name, version in PINS.items()}
    for line in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]):
        asked = Requirement(line)
        assert pinned[canonicalize_name(asked.name)] in asked.specifier, line
