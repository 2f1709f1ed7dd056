"""A value that cannot be read is a problem at its place, and the thing is as if it was not written."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from cjm.load import load
from cjm.model import Section, Touchpoint
from cjm.model.fields import Address, Day, Many, OneOf, Wait, Whole, Yes, element, specs
from cjm.model.shared import SHARED

NONSENSE = "нечто"
STAGE = "journey: visit\ntitle: Визит\nstages: [{{stage: a, title: До, touchpoints: [{{id: a, title: А, {key}: {value}}}]}}]\n"
WHERE: dict[type, tuple[str, str]] = {
    Touchpoint: ("touchpoints/visit.yml", STAGE),
    Section: ("guideline/sections/a.yml", "section: a\ntitle: А\n{key}: {value}\n"),
} | {kind.item: (kind.file, f"{kind.key}: [{{{{id: a, {{key}}: {{value}}}}}}]\n") for kind in SHARED}
KIND_OF = {Touchpoint: "touchpoint", Section: "section"} | {kind.item: kind.name for kind in SHARED}


def read(item: type, key: str, value: str) -> tuple[Any, list[str]]:
    """The thing whose field `key` reads `value`, and what is wrong with that field."""
    file, text = WHERE[item]
    handbook = load({file: text.format(key=key, value=value).encode()})
    found = next(iter(handbook.things(KIND_OF[item])))
    return found, [one.form for one in handbook.problems if one.values.get("key") == key and one.form != "missing"]


def measured() -> Iterator[Any]:
    """Every field that is not read as free text, of everything that stands in a file of its own kind."""
    for item in WHERE:
        for name, spec in specs(item).items():
            if isinstance(element(spec.reads), Wait | Day | Whole | Yes | OneOf | Address):
                yield pytest.param(item, name, id=f"{item.__name__}.{name}")


@pytest.mark.parametrize(("item", "name"), list(measured()))
def test_what_cannot_be_read_is_left_out_and_told(item: type, name: str) -> None:
    spec = specs(item)[name]
    (default,) = (field.default for field in dataclasses.fields(item) if field.name == name)  # type: ignore[arg-type]
    found, told = read(item, spec.key, f"[{NONSENSE}]" if isinstance(spec.reads, Many) else NONSENSE)
    assert getattr(found, name) == default and type(getattr(found, name)) is type(default)
    assert len(told) == 1


@pytest.mark.parametrize(
    ("written", "form", "near"),
    [("persn", "not-one-of-near", "person"), ("реrsоn", "not-one-of-near", "person"), ("нечто", "not-one-of", "")],
    ids=["a slip", "Russian letters", "nothing like it"],
)
def test_a_word_that_is_nearly_one_of_the_list_is_told_which(written: str, form: str, near: str) -> None:
    handbook = load({"touchpoints/visit.yml": STAGE.format(key="contact", value=written).encode()})
    (problem,) = [one for one in handbook.problems if one.values.get("key") == "contact"]
    assert (problem.form, problem.values["near"]) == (form, near)


def test_a_word_that_says_in_russian_what_one_of_the_list_means_is_told_which() -> None:
    lines = "improvements:\n  - {id: calls, problem: Долго не отвечают, state: Делаем}\n"
    (problem,) = load({"guideline/improvements.yml": lines.encode()}).problems
    assert (problem.form, problem.values["near"]) == ("not-one-of-near", "doing")
