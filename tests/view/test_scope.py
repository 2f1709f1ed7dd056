"""What a book of the whole, a part, a section, a role or a journey holds, and in which order."""

from collections.abc import Callable, Mapping

import pytest

from cjm.model import Handbook
from cjm.view.scope import WHOLE, Cut, chapters, choices, cut_title, journeys


def journey(id: str, standard: str, more: str = "") -> str:
    return f"""journey: {id}
title: Путь {id}
{more}
stages:
  - {{stage: {id}-a, title: До, touchpoints: [{{id: {id}-in, title: Вход, standard: [{standard}]}}]}}
"""


FILES = {
    "guideline/handbook.yml": """handbook: base
title: Основа
language: ru
parts:
  - {id: first, title: Первая, sections: [call, {planned: later, title: Потом}, old]}
  - {id: empty, title: Пустая, sections: [gone]}
  - {id: last, title: Последняя, sections: [visit, {planned: call-back, title: Перезвон}]}
""",
    "guideline/roles.yml": "roles: [{id: desk, title: Стойка}, {id: boss, title: Старший}]",
    "guideline/sections/call.yml": "section: call\ntitle: Звонок\nperformer: desk\n",
    "guideline/sections/old.yml": "section: old\ntitle: Старый\nstatus: retired\nperformer: desk\n",
    "guideline/sections/gone.yml": "section: gone\ntitle: Снятый\nstatus: retired\n",
    "guideline/sections/visit.yml": "section: visit\ntitle: Визит\nperformer: boss\n",
    "guideline/sections/aside.yml": "section: aside\ntitle: Вне списка\nperformer: boss\n",
    "guideline/sections/aside-old.yml": "section: aside-old\ntitle: Вне списка\nstatus: retired\nperformer: boss\n",
    "touchpoints/anger.yml": journey("anger", "aside", "enter: anywhere"),
    "touchpoints/buy.yml": journey("buy", "call, old"),
    "touchpoints/come.yml": journey("come", "visit"),
    "touchpoints/alarm.yml": journey("alarm", "visit", "enter: anywhere"),
}


@pytest.fixture(scope="module")
def club(load_text: Callable[[Mapping[str, str]], Handbook]) -> Handbook:
    return load_text(FILES)


@pytest.mark.parametrize(
    ("cut", "held"),
    [
        (WHOLE, {"first": ["call", "later"], "last": ["visit", "call-back"], "": ["aside"]}),
        (Cut("part", "first"), {"first": ["call", "later"]}),
        (Cut("part", "empty"), {}),
        (Cut("part", "last"), {"last": ["visit", "call-back"]}),
        (Cut("section", "visit"), {"last": ["visit"]}),
        (Cut("section", "aside"), {"": ["aside"]}),
        (Cut("section", "old"), {}),
        (Cut("role", "desk"), {"first": ["call"]}),
        (Cut("role", "boss"), {"last": ["visit"], "": ["aside"]}),
        (Cut("journey", "buy"), {"first": ["call"]}),
        (Cut("journey", "anger"), {"": ["aside"]}),
    ],
    ids=str,
)
def test_a_book_holds_what_belongs_to_it(club: Handbook, cut: Cut, held: dict[str, list[str]]) -> None:
    made = chapters(cut, club)
    assert {one.part.id if one.part else "": [entry.id for entry in one.sections] for one in made} == held
    numbers = {"first": 1, "empty": 2, "last": 3, "": 0}
    assert [one.number for one in made] == [numbers[part] for part in held]


def test_the_whole_book_prints_the_journeys_that_interrupt_others_last(club: Handbook) -> None:
    assert [one.id for one in club.journeys] == ["alarm", "anger", "buy", "come"]
    assert [one.id for one in journeys(WHOLE, club)] == ["buy", "come", "alarm", "anger"]
    assert [one.id for one in journeys(Cut("journey", "anger"), club)] == ["anger"]
    assert journeys(Cut("part", "first"), club) == journeys(Cut("role", "desk"), club) == ()


@pytest.mark.parametrize(
    ("cut", "title", "bound"),
    [
        (WHOLE, "", True),
        (Cut("part", "first"), "Первая", True),
        (Cut("section", "call"), "Звонок", False),
        (Cut("role", "boss"), "Старший", True),
        (Cut("journey", "buy"), "Путь buy", True),
    ],
    ids=str,
)
def test_what_it_is_called_and_whether_it_is_bound(club: Handbook, cut: Cut, title: str, bound: bool) -> None:
    assert (cut_title(cut, club), cut.is_bound) == (title, bound)
    assert cut.kind == "whole" or cut.id in choices(cut.kind, club)
    assert choices("whole", club) == ()
