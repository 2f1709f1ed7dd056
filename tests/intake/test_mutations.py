"""The same document in other clothes gives the same drafts."""

import re
from pathlib import Path

import pytest

from cjm.intake import IntakePlan, documents_in, plan_of
from cjm.load import load
from tests.intake.mutations import MUTATIONS

TEXT = Path(__file__).with_name("studio.md").read_text(encoding="utf-8")


def of(name: str, raw: bytes) -> IntakePlan:
    (document,) = documents_in(name, raw)
    return plan_of(document, load({}))


def said(plan: IntakePlan) -> set[str]:
    """What the drafts say, whatever their order and their ids; quotation marks and dashes count alike."""
    found = set()
    for one in plan.drafts:
        text = repr([one.kind, sorted(one.value.items(), key=lambda pair: pair[0])])
        found.add(re.sub(r"[«»\"'—–-]+|\.\.\.|…", "", re.sub(r"-\d+'", "'", text)))
    return found


@pytest.fixture(scope="module")
def plain() -> set[str]:
    return said(of("a.md", TEXT.encode()))


@pytest.mark.parametrize("name", MUTATIONS)
def test_equal_result(name: str, plain: set[str]) -> None:
    file, mutated = MUTATIONS[name]
    made = of(file, mutated(TEXT))
    assert said(made) == plain
    assert {one.end for one in made.fates} <= {"field", "not-understood", "dropped", "ask"}
