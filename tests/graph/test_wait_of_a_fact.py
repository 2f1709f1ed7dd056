"""A touchpoint can wait as long as a fact says: typed once, by branch where the fact is."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.graph.waits import most
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
