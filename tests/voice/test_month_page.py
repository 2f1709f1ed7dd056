"""The page of a month and that of heat say what was counted: value, bounds, how it was made, what it was before, where it hurts."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from cjm.model import Handbook
from cjm.pages.choices import choices_data
from cjm.pages.kinds import heat, month
from cjm.pages.page import Edition
from cjm.voice import month_report

from .test_months import CLUB

Load = Callable[[Mapping[str, str]], Handbook]
MONTHS = {
    "guideline/indices.yml": CLUB["guideline/indices.yml"].replace(
        "known: [{month: 2026-08, value: 41}]", "target: не ниже 60, of: [form]"
    ),
    "guideline/voice/2026-09.yml": (
        "month: 2026-09\nanswers:\n  - {index: nps, source: form, best: 10, scores: {'10': 60, '8': 20, '3': 20}}\n"
        "  - {index: csi, touchpoint: desk, source: bot, best: 5, scores: {'5': 50, '4': 40, '2': 30}}\n"
        "  - {index: csi, touchpoint: shower, source: bot, best: 5, scores: {'5': 20, '2': 20}}\n"
        "  - {index: fcr, source: phone, scores: {'1': 3, '0': 1}}\n"
    ),
    "guideline/voice/2026-10.yml": (
        "month: 2026-10\nvisits: 415\nsent: [{source: form, sent: 400}]\nanswers:\n"
        "  - {index: nps, source: form, best: 10, scores: {'9': 20, '8': 20, '6': 60}}\n"
        "  - {index: nps, source: form, by: {state: once}, best: 10, scores: {'10': 2, '3': 4}}\n"
        "  - {index: nps, source: form, by: {state: often}, best: 10, scores: {'10': 2, '3': 2}}\n"
        "  - {index: nps, source: review, best: 10, scores: {'10': 1, '3': 9}}\n"
        "  - {index: csi, touchpoint: desk, source: bot, best: 5, scores: {'5': 60, '4': 56, '2': 4}}\n"
        "  - {index: csi, touchpoint: shower, source: bot, best: 5, scores: {'5': 20, '2': 20}}\n"
        "  - {index: csi, touchpoint: pool, source: bot, best: 5, scores: {'5': 3, '1': 13}}\n"
        "  - {index: fcr, source: phone, scores: {'1': 38, '0': 2}, waiting: 4}\n"
        "cases: [{what: complaint, touchpoint: shower, topic: cold, n: 6}]\n"
    ),
}


@pytest.fixture(scope="module")
def edition(load_text: Load) -> Edition:
    return Edition(load_text(CLUB | MONTHS), dt.date(2026, 11, 22))


def test_a_card_says_the_value_its_bounds_and_what_it_was(edition: Edition) -> None:
    (page,) = month.pages(edition)
    assert _plain((page.path, page.context["month"].name, page.context["has_heat"])) == (
        "month.md",
        "октябрь 2026",
        True,
    )
    said = [
        _plain((one.index.id, one.source, one.value, one.bounds, one.verdict, one.before))
        for one in page.context["month"].cards
    ]
    assert said == [
        ("nps", "Анкета", "−40", ("−54", "−23"), "down", "сентябрь 2026: +40"),
        ("nps", "публичные отзывы", "−80", ("−96", "−19"), "few", ""),
        ("csi", "Бот", "79 %", ("72 %", "84 %"), "up", "сентябрь 2026: 69 %"),
        ("fcr", "по телефону", "95 %", ("83 %", "99 %"), "unlike", ""),
    ]
    assert [_plain((one.answers, one.made_of, one.waiting)) for one in page.context["month"].cards] == [
        ("100 ответов из 400, кого спросили", "советуют 20 % − отговаривают 60 %", 0),
        ("10 ответов", "советуют 10 % − отговаривают 90 %", 0),
        ("176 ответов", "две лучшие оценки: 139 из 176", 0),
        ("40 ответов", "не обратились снова: 38 из 40", 4),
    ]


def test_months_stand_in_a_row_and_too_few_answers_bear_no_number(edition: Edition) -> None:
    (page,) = month.pages(edition)
    nps, review, _, fcr = page.context["month"].cards
    assert _plain(nps.rows) == (
        ("сентябрь 2026", "+40", "+23–+54", "100"),
        ("октябрь 2026", "−40", "−54–−23", "100"),
    )
    assert _plain(fcr.rows) == (
        ("сентябрь 2026", "мало ответов", "", "4"),
        ("октябрь 2026", "95 %", "83 %–99 %", "40"),
    )
    assert "цель 60" in nps.picture and "сентябрь\u00a02026: +40, +23–+54, 100 ответов" in nps.picture
    assert not review.picture and not fcr.picture  # one month is no line
    assert nps.cuts == (("state", "once", "−33", "−81–+40", "6"),) and not review.cuts  # of four nobody is told


def test_a_report_of_an_earlier_month_ends_with_it(edition: Edition) -> None:
    report = month_report(dataclasses.replace(edition.handbook, months=edition.handbook.months[:1]))
    assert report and report.month.id == "2026-09"
    assert [(one.index.id, one.before, one.tendency) for one in report.indices][:1] == [("nps", None, "unclear")]


def test_where_it_hurts(edition: Edition) -> None:
    (page,) = heat.pages(edition)
    said = page.context["hurts"]
    assert "Месяцев: 2, ответов: 336, в среднем недовольны 26 %." in _plain(said.lead)
    assert [(one.touchpoint, one.unhappy, one.n) for one in said.worst] == [("shower", 40, 80)]
    assert [(one.touchpoint, one.unhappy, one.n) for one in said.few] == [("pool", 13, 16)]
    assert "<desc>Душ: 40 из 80</desc>" in said.picture and "в среднем 26 %" in said.picture
    assert [one.id for one in said.journeys] == ["visit"]


def test_places_that_changed_are_told_by_three_months_beside_nine(load_text: Load) -> None:
    rows = {
        f"guideline/voice/2026-{at:02}.yml": _desk(at, bad)
        for at, bad in zip(range(1, 13), [2] * 9 + [20] * 3, strict=True)
    }
    report = month_report(load_text(CLUB | rows))
    assert report
    assert [(one.touchpoint, one.now, one.before, one.tendency) for one in report.places] == [
        ("desk", (60, 120), (18, 360), "more")
    ]


def test_what_the_script_knows_of_choices(load_text: Load) -> None:
    outline = (
        "dimensions:\n  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север, was: [up]}, {id: south, title: Юг}]}\n"
        "  - {id: kind, title: Клиент, chosen: by-client, values: [{id: new, title: Новый}, {id: old, title: Давний}]}\n"
    )
    facts = "facts:\n  - {id: phone, title: Телефон, values: [{for: {branch: north}, value: '11'}, {for: {branch: south}, value: '22 </script>'}]}\n"
    made = load_text(
        CLUB | {"guideline/handbook.yml": CLUB["guideline/handbook.yml"] + outline, "guideline/facts.yml": facts}
    )
    assert not made.problems
    said = choices_data(made)
    assert (
        '{"id": "branch", "title": "Филиал", "once": true, "values": [["north", "Север", "up"], ["south", "Юг"]]}'
        in said
    )
    assert '"once": false' in said and '["branch:north", "11"]' in said and "</script" not in said
    assert choices_data(load_text(CLUB)) == ""


def _desk(month: int, bad: int) -> str:
    return (
        f"month: 2026-{month:02}\nanswers:\n"
        f"  - {{index: csi, touchpoint: desk, source: bot, best: 5, scores: {{'5': {40 - bad}, '1': {bad}}}}}\n"
    )


def _plain(said: Any) -> Any:
    if isinstance(said, str):
        return said.replace("\u00a0", " ")
    return tuple(_plain(one) for one in said) if isinstance(said, tuple) else said
