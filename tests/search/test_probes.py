"""Probes: which of them miss their section, what came instead, and how the reference handbook fares."""

import random
import re
from pathlib import Path

import pymorphy3
import pytest
import yaml

from cjm.model import Handbook
from cjm.search import ask, order, probe_problems

from .conftest import handbook_of

pytestmark = pytest.mark.slow  # every phrase of the handbook is searched

FRESH = Path(__file__).with_name("held_out_fresh.yml")
HELD_OUT = Path(__file__).with_name("held_out.yml")


def test_a_probe_that_misses_says_what_came_instead() -> None:
    sections = {
        "shower": {"title": "Душевая", "steps": [{"do": "Покажите душ и дайте ключ."}]},
        "money": {"title": "Оплата", "steps": [{"do": "Примите оплату за душ."}]},
    }
    probes = [{"query": "ключ от душа", "section": "shower"}, {"query": "страховка", "section": "money"}]
    (missed,) = probe_problems(handbook_of(sections, probes=probes))
    assert (missed.probe.query, missed.rank, missed.unknown, missed.instead) == ("страховка", None, ("страховка",), ())


def test_only_the_first_three_count() -> None:
    sections = {f"s{number}": {"look_for": ["сгорело занятие"]} for number in range(1, 6)}
    probes = [{"query": "занятие сгорело", "section": f"s{number}"} for number in (3, 4)]
    (missed,) = probe_problems(handbook_of(sections, probes=probes))
    assert (missed.probe.section, missed.rank) == ("s4", 4)
    assert [hit.id for hit in missed.instead] == ["section:s1", "section:s2", "section:s3"]


def share(index_js: str, asked: list[tuple[str, str]]) -> float:
    """The share of queries that bring their section into the first three."""
    answers = ask(index_js, [query for query, _ in asked])
    hits = [
        f"section:{section}" in [hit.id for hit in answer.hits]
        for (_, section), answer in zip(asked, answers, strict=True)
    ]
    return sum(hits) / len(hits)


@pytest.fixture(scope="module")
def phrases(handbook: Handbook) -> list[tuple[str, str]]:
    return [(phrase, section.id) for section in handbook.sections for phrase in section.look_for]


def test_every_phrase_of_the_authors_finds_its_section(index_js: str, phrases: list[tuple[str, str]]) -> None:
    assert share(index_js, phrases) == 1


def test_phrases_are_found_in_other_forms_and_in_any_order(index_js: str, phrases: list[tuple[str, str]]) -> None:
    dictionary, chance = pymorphy3.MorphAnalyzer(lang="ru"), random.Random(1)

    def other(word: str) -> str:
        reading = dictionary.parse(word)[0]
        forms = [form.word for form in reading.lexeme if form.tag.POS == reading.tag.POS]
        return chance.choice(forms) if forms and re.fullmatch("[а-яё]{3,}", word) else word

    bent = [[other(word) for word in phrase.split()] for phrase, _ in phrases]
    for words in bent:
        chance.shuffle(words)
    asked = [(" ".join(words).replace("ё", "е"), section) for words, (_, section) in zip(bent, phrases, strict=True)]
    assert share(index_js, asked) >= 0.97


def test_phrases_are_found_with_a_slip_in_the_longest_word(index_js: str, phrases: list[tuple[str, str]]) -> None:
    chance = random.Random(1)

    def slip(word: str) -> str:
        at = chance.randrange(1, len(word) - 1)
        return chance.choice([
            word[:at] + word[at + 1 :],
            word[:at] + word[at] * 2 + word[at + 1 :],
            word[:at] + chance.choice("аоеинтрс") + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        ])  # fmt: skip

    asked = []
    for phrase, section in phrases:
        longest = max(phrase.split(), key=len)
        asked.append((phrase.replace(longest, slip(longest), 1) if len(longest) > 4 else phrase, section))
    assert share(index_js, asked) >= 0.97


def test_queries_written_before_the_sections_were_read(index_js: str) -> None:
    """56 of 68: the set was measured several times while the search grew, so it only guards what was reached. Who keeps
    the CRM is answered by the page of duties since there is one, and the first shift stands before the handover; the
    set is not told so."""
    probes = yaml.safe_load(HELD_OUT.read_text(encoding="utf-8"))["probes"]
    assert share(index_js, [(probe["query"], probe["section"]) for probe in probes]) >= 56 / 68


def test_queries_that_nobody_tuned_to(index_js: str) -> None:
    """At least 57 of 60 bring a section that a colleague accepts into the first three."""
    probes = yaml.safe_load(FRESH.read_text(encoding="utf-8"))["probes"]
    answers = ask(index_js, [probe["query"] for probe in probes])
    accepted = [
        any(hit.id in {f"section:{section}" for section in probe["sections"]} for hit in answer.hits)
        for probe, answer in zip(probes, answers, strict=True)
    ]
    assert len(accepted) == 60 and sum(accepted) >= 57


def test_the_order_is_that_of_the_search(index_js: str, phrases: list[tuple[str, str]]) -> None:
    queries = [phrase for phrase, _ in phrases[:40]]
    for shown, ordered in zip(ask(index_js, queries, limit=8), order(index_js, queries), strict=True):
        assert [hit.id for hit in shown.hits] == [hit.id for hit in ordered.hits][:8]
        assert shown.unknown == ordered.unknown
