"""A rule about texts finds in parts of a file what it finds in all of it: a handbook with dimensions shows it parts."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.lint.check import Check
from cjm.lint.each_choice import texts_for
from cjm.lint.finding import Finding
from cjm.lint.one_file import OneFile, TextOfField
from cjm.lint.rule import Rule, all_rules
from cjm.load import load
from cjm.model import Handbook
from tests.projection.random_handbooks import handbook

TODAY = dt.date(2026, 11, 27)
HERE = Path(__file__).parent.parent
RULES = [one for one in all_rules() if one.when == "lint" and one.over != "whole" and (one.subject in (TextOfField, OneFile) or one.gather)]  # fmt: skip
PLACES: list[Path | int] = [*range(3), HERE.parent, *sorted((HERE / "companies").glob("[A-C]-*"))]


@pytest.fixture(scope="module", params=PLACES, ids=lambda one: getattr(one, "name", str(one)))
def shown(request: pytest.FixtureRequest) -> Handbook:
    root: Path | int = request.param
    if isinstance(root, int):  # drawn, with faults
        return handbook(root, many=True)
    files = (one for folder in ("guideline", "touchpoints") for one in (root / folder).rglob("*.yml"))
    return load({one.relative_to(root).as_posix(): one.read_bytes() for one in files})


def of(check: Check, rule: Rule, file: OneFile) -> set[Finding]:
    return set(check.ask(rule, texts_for(rule, file)))


def test_what_is_found_in_parts_is_found_in_all(shown: Handbook) -> None:
    check = Check(shown, "ru", TODAY, {})
    for name, items in shown.of_file.items():
        source = shown.sources[name]
        whole, parts = OneFile(name, source, items), [OneFile(name, source, (one,)) for one in items]
        halves = [OneFile(name, source, half) for half in (items[::2], items[1::2]) if half]
        for rule in RULES if len(parts) > 1 else ():
            found = of(check, rule, whole)
            for some in (parts, halves):
                assert {(one.code, one.place, one.message) for one in found} == {
                    (one.code, one.place, one.message) for part in some for one in of(check, rule, part)
                }, (rule.code, name)
            if rule.gather:
                given = check.given(rule, rule.gather_needs)
                if check.gather(rule, whole, given) is None:
                    assert not any(check.gather(rule, part, given) for part in parts), (rule.code, name)
    assert not check.crashed
