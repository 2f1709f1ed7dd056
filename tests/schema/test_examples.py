"""The example of each field can be typed as it stands, in both languages, and speaks of no company that exists here."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from cjm.language.durations import seconds
from cjm.language.says import LANGUAGES, Language
from cjm.model.fields import Day, Either, OneOf, Pairs, Record, Shaped, Spec, Text, Wait, Whole, element, specs
from cjm.model.registry import KINDS
from cjm.schema import fields_page

CLUB = re.compile(r"кораблик|korablik|акваклуб|бассейн|плава|душ(?!и\b)|душев|тренер|ученик|swim|aqua", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def records(item: type, seen: dict[type, None]) -> dict[type, None]:
    if item not in seen:
        seen[item] = None
        for spec in specs(item).values():
            reads = element(spec.reads)
            inner = reads.items if isinstance(reads, Either) else (reads,) if isinstance(reads, Record) else ()
            for one in inner:
                records(one.item, seen)
    return seen


def examples() -> Iterator[Any]:
    seen: dict[type, None] = {}
    for kind in KINDS.values():
        records(kind.item, seen)
    for item in seen:
        for attribute, spec in specs(item).items():
            for language in LANGUAGES:
                if spec.example.to(language):
                    yield pytest.param(spec, language, id=f"{item.__name__}.{attribute}-{language}")


@pytest.mark.parametrize(("spec", "language"), [*examples()])
def test_an_example_can_be_typed(spec: Spec, language: Language) -> None:
    example = spec.example.to(language)
    assert not CLUB.search(example)
    assert language == "ru" or not CYRILLIC.search(example)
    if "…" in example:
        return
    made = yaml.load(f"{spec.key}: {example}", Loader=yaml.BaseLoader)[spec.key]
    if isinstance(spec.reads, Pairs | Record) and not (isinstance(spec.reads, Record) and spec.reads.short):
        assert isinstance(made, dict)
        return
    for one in made if isinstance(made, list) else [made]:
        match element(spec.reads):
            case Text(limit=limit):
                assert isinstance(one, str) and len(one) <= (limit or 10_000)
            case Wait():
                assert seconds(one) is not None
            case Day():
                dt.date.fromisoformat(one)
            case OneOf(words=words):
                assert one in words
            case Shaped(pattern=pattern):
                assert re.fullmatch(pattern, one)
            case Whole(least=least, most=most):
                assert least <= int(one) <= most
            case Record(short=short) if not isinstance(one, dict):
                assert short


def test_the_english_page_has_no_russian_word() -> None:
    words = CYRILLIC.search(fields_page("en"))
    assert words is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_reference_company(language: Language) -> None:
    assert not CLUB.search(fields_page(language)), CLUB.search(fields_page(language))
