"""A touchpoint can wait as long as a fact says: typed once, by branch where the fact is."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.graph.waits import longest, most
from cjm.lint import lint
from cjm.load import load
from cjm.model import Handbook
from cjm.pages import loader, site
from cjm.projection import project

HEAD = """handbook: x
title: Икс
language: ru
channels: [{id: desk, title: Стойка}]
dimensions: [{id: b, title: Филиал, chosen: by-reader, values: [{id: n, title: Север}, {id: s, title: Юг}]}]
parts: [{id: p, title: П, sections: []}]
"""
BY_BRANCH = "values: [{for: {b: n}, value: 15 минут}, {for: {b: s}, value: 20 минут}]"


def made(fact: str, wait: str = "{{ answer }}") -> Handbook:
    point = f'- {{id: t, title: Т, contact: person, channel: desk, wait: "{wait}", entry: true, outcome: Ушёл}}'
    files = {
        "guideline/handbook.yml": HEAD,
        "guideline/facts.yml": f"facts: [{{id: answer, title: Отвечаем за, {fact}}}]\n",
        "touchpoints/j.yml": f"journey: j\ntitle: Путь\nstages:\n  - stage: a\n    title: А\n    touchpoints:\n      {point}\n",
    }
    return load({name: text.encode() for name, text in files.items()})


def test_it_is_read_where_it_is_drawn_and_told() -> None:
    handbook = made("value: 15 минут")
    assert not any(one.code == "CJM900" for one in lint(handbook, today=dt.date(2026, 11, 28)))
    assert handbook.problems == () and most(handbook.touchpoint["t"], handbook) == 15 * 60
    text = site(handbook, loader(Path(".")), today=dt.date(2026, 11, 28)).pages["journeys/j.md"]
    assert "15 мин" in text and "{{" not in text


def test_the_longest_counts_until_a_branch_is_chosen() -> None:
    handbook = made(BY_BRANCH)
    assert most(handbook.touchpoint["t"], handbook) == 20 * 60
    there = project(handbook, {"b": "n"})
    assert most(there.touchpoint["t"], there) == 15 * 60


@pytest.mark.parametrize(
    ("fact", "wait", "told"),
    [
        ("value: 15 минут", "{{ nothing }}", ("CJM003", "«nothing»")),
        ("value: скоро", "{{ answer }}", ("CJM323", "а его значение — не время")),
        ("value: 15 минут", "{{ answer }", ("CJM001", "не время")),
        ("value: 15 минут", "до {{ answer }}", ("CJM001", "не время")),
    ],
)
def test_what_is_no_time_is_told(fact: str, wait: str, told: tuple[str, str]) -> None:
    found = [(one.code, one.message) for one in lint(made(fact, wait), today=dt.date(2026, 11, 28))]
    assert any(code == told[0] and told[1] in message for code, message in found), found


@pytest.mark.parametrize(
    ("hours", "wait", "days"),
    [
        ("{days: пн–пт, time: 9:00–18:00}", "2 рабочих дня", 2 * 24 / 24 + 2),  # over a weekend
        ("{days: пн–вс, time: 9:00–18:00}", "2 рабочих дня", 2),
        ("{days: пн–пт, time: 9:00–18:00}", "2 дня", 2),
    ],
)
def test_a_wait_is_as_long_as_the_hours_make_it(hours: str, wait: str, days: float) -> None:
    point = f"- {{id: t, title: Т, contact: person, channel: desk, wait: {wait}}}"
    files = {
        "guideline/handbook.yml": HEAD + f"hours: [{hours}]\n",
        "touchpoints/j.yml": f"journey: j\ntitle: Путь\nstages:\n  - stage: a\n    title: А\n    touchpoints:\n      {point}\n",
    }
    handbook = load({name: text.encode() for name, text in files.items()})
    touchpoint = handbook.touchpoint["t"]
    assert isinstance(touchpoint.wait, int)
    assert longest(touchpoint, "wait", touchpoint.wait, handbook) == days * 86_400
    assert most(touchpoint, handbook) == days * 86_400
