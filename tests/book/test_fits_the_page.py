"""Rule 505: its own page's examples, and what else does not fit."""

from collections.abc import Callable

import pytest

from cjm.lint import find, lint
from cjm.model import Handbook

from .conftest import section


def found(handbook: Handbook) -> list[str]:
    rule = find("505")
    assert rule is not None and rule.when == "pdf"
    return [finding.message for finding in lint(handbook, [rule])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("| a | b |\n      |---|---|\n      | 1 | 2 |", 0),
        ("| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n      |---|---|---|---|---|---|---|---|", 1),
        ("Пришёл 👋 и ушёл 👋", 1),
        ("ё" * 65, 1),
        ("https://korablik.example/" + "a" * 80, 0),
    ],
)
def test_what_does_not_fit(loaded: Callable[..., Handbook], text: str, count: int) -> None:
    more = f"details:\n  - id: d\n    title: Т\n    text: |\n      {text}\n"
    assert len(found(loaded({"guideline/sections/call.yml": section("call", "Звонок", more)}))) == count


def test_the_reference_handbook_fits(handbook: Handbook) -> None:
    assert found(handbook) == []


@pytest.mark.parametrize(("heading", "wanted"), [("Bad", [True]), ("Good", [])])
def test_the_examples_of_the_page(heading: str, wanted: list[bool]) -> None:
    from cjm.load import load

    rule = find("505")
    assert rule is not None
    example = rule.pages["en"].partition(f"\n{heading}:")[2].partition("```yaml\n")[2].partition("```")[0]
    made = lint(load({"guideline/sections/welcome.yml": example.encode()}), [rule])
    assert ["# here" in example.splitlines()[one.place.line - 1] for one in made] == wanted
