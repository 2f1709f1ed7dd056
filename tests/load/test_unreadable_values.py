"""A value that cannot be read is a problem at its place, and the thing is as if it was not written."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from cjm.language.says import LANGUAGES, Language
from cjm.lint import find, lint
from cjm.load import load
from cjm.load.compose import compose
from cjm.load.read import OpenFile, read_item
from cjm.model import Section, Touchpoint
from cjm.model.fields import Address, Day, Many, OneOf, Pairs, Wait, Whole, Yes, element, specs
from cjm.model.item import Written
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


def words_of_lists(item: type = Written) -> Iterator[Any]:
    """Every field with a fixed list of words, of everything that an author can write, however deep it stands."""
    for below in item.__subclasses__():
        for spec in specs(below).values():
            if isinstance(one := spec.reads.of if isinstance(spec.reads, Many | Pairs) else spec.reads, OneOf):
                yield pytest.param(
                    below, spec.key, one, isinstance(spec.reads, Pairs), id=f"{below.__name__}.{spec.key}"
                )
        yield from words_of_lists(below)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("item", "key", "reads", "has_names"), list(words_of_lists()))
def test_a_word_like_none_of_the_list_is_told_them_with_what_they_mean(
    item: type, key: str, reads: OneOf, has_names: bool, language: Language
) -> None:
    page = OpenFile("a.yml", f"{key}: {{a: {NONSENSE}}}\n" if has_names else f"{key}: {NONSENSE}\n")
    read_item(page, compose(page.text), item)
    (problem,) = [one for one in page.problems if one.form == "not-one-of"]
    rule = find("schema")
    assert rule
    hint = rule.hints[problem.form].to(language, **problem.values)
    assert len(reads.says) in (0, len(reads.words))
    for word in reads.words:
        means = reads.told(word, language)
        assert (word if means == word else f"{word} — {means}") in hint.partition(": ")[2].split(
            "; " if reads.says else ", "
        )


def test_the_list_is_in_the_language_of_the_reader() -> None:
    lines = "improvements:\n  - {id: calls, problem: Долго не отвечают, state: нечто}\n"
    (problem,) = load({"guideline/improvements.yml": lines.encode()}).problems
    assert problem.values["ru"].startswith("idea — предложено; doing — делаем; live — работает, следим")
    assert problem.values["en"] == "idea — proposed; doing — in work; live — live, being watched; done; dropped"


@pytest.mark.parametrize(
    ("field", "told"), [("round: 0", "от 1 до 1000000, а здесь «0»"), ("round: два", "от 1 до 1000000, а здесь «два»")]
)
def test_between_which_bounds_a_number_must_be(field: str, told: str) -> None:
    handbook = load({"guideline/facts.yml": f"facts: [{{id: f, title: Ф, value: '1', {field}}}]\n".encode()})
    assert [told in one.message for one in lint(handbook) if one.code == "CJM001"] == [True]
