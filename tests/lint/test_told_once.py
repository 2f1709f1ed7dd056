"""Slips of which no list spoke, each told once and by its cause."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from cjm.lint import RuleChoice, judge
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]
VISIT = """\
section: visit
title: Визит
owner: anna
performer: desk
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - {id: greet, do: Поздоровайтесь., say: "<Имя>, добрый день! Рады вам, <имя>."}
look_for: [пришёл гость]
"""
WAY = """\
journey: way
title: Путь
stages:
  - stage: come
    title: Приход
    touchpoints:
      - {id: come, title: Вход, contact: person, role: desk, channel: door, standard: visit, entry: true, outcome: Отмечен}
"""
CLUB = {
    "guideline/handbook.yml": "handbook: club\ntitle: Клуб\nlanguage: ru\nchannels: [{id: door, title: Дверь}]\n"
    "people: [{id: anna, name: Анна Орлова, approves: true}]\nparts: [{id: all, title: Всё, sections: [visit]}]\n",
    "guideline/roles.yml": "roles:\n  - {id: desk, title: Администратор}\n",
    "guideline/placeholders.yml": "placeholders: [{id: name, name: имя, example: Ольга}]\n",
    "guideline/sections/visit.yml": VISIT,
    "touchpoints/way.yml": WAY,
}


def said(load_text: Load, files: Mapping[str, str]) -> list[str]:
    verdict = judge(load_text(files), today=dt.date(2026, 11, 28), asked=RuleChoice(profile="review"))
    return [f"{one.code[3:]} {one.place.file}:{one.place.line}" for one in verdict.shown]


def test_the_club_is_sound(load_text: Load) -> None:
    assert said(load_text, CLUB) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("guideline/sections/visit.yml", "Гость вошёл.", "Гoсть вошёл.", "418 guideline/sections/visit.yml:6"),
        ("guideline/sections/visit.yml", "look_for: [пришёл гость]", "look_for: пришёл гость; зашёл", "015 guideline/sections/visit.yml:10"),
        ("guideline/sections/visit.yml", "добрый день!", "добрый день!&nbsp;Проходите.", "412 guideline/sections/visit.yml:9"),
        ("guideline/sections/visit.yml", "добрый день!", "_добрый_ день!", "412 guideline/sections/visit.yml:9"),
        ("guideline/sections/visit.yml", "<Имя>, добрый", "< Имя >, добрый", "413 guideline/sections/visit.yml:9"),
        ("guideline/sections/visit.yml", "добрый день!", "мы с вами свяжемся.", "411 guideline/sections/visit.yml:9"),
        ("guideline/sections/visit.yml", "[пришёл гость]\n", "[пришёл гость]\n" + VISIT.replace("visit", "second"), "006 guideline/sections/visit.yml:11"),
        ("guideline/roles.yml", "Администратор}", "Администратор, substitutes: [desk]}", "216 guideline/roles.yml:2"),
        ("guideline/sections/visit.yml", "trigger:", "когда:", "008 guideline/sections/visit.yml:6"),
        ("guideline/sections/visit.yml", "purpose:", "Для чего:", "008 guideline/sections/visit.yml:5"),
        ("guideline/sections/visit.yml", "do: Поздоровайтесь.", "сделать: Поздоровайтесь.", "008 guideline/sections/visit.yml:9"),
        ("guideline/handbook.yml", "title: Дверь", "title: Дверь со двора под синим маяком", "014 guideline/handbook.yml:4"),
        ("guideline/placeholders.yml", "Ольга", "Ольга Кузнецова", "409 guideline/placeholders.yml:1"),
    ],
)  # fmt: skip
def test_told_once(load_text: Load, path: str, old: str, new: str, told: str) -> None:
    assert old in CLUB[path]
    assert said(load_text, {**CLUB, path: CLUB[path].replace(old, new)}) == [told]


@pytest.mark.parametrize(
    ("path", "elsewhere"),
    [
        ("guideline/sections/visit.yml", "guideline/visit.yml"),
        ("guideline/sections/visit.yml", "touchpoints/visit.yml"),
        ("touchpoints/way.yml", "guideline/sections/way.yml"),
        ("touchpoints/way.yml", "guideline/way.yml"),
    ],
)
def test_a_file_that_lies_elsewhere_is_one_finding(load_text: Load, path: str, elsewhere: str) -> None:
    files = {name: text for name, text in CLUB.items() if name != path}
    assert said(load_text, {**files, elsewhere: "# черновик\n" + CLUB[path]}) == [f"006 {elsewhere}:1"]
