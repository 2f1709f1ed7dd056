"""What a section stands between on the client's way, and what it rests on by which chain."""

from collections.abc import Callable, Mapping

import pytest

from cjm.graph import ways
from cjm.graph.dependencies import grounds
from cjm.graph.neighbours import Cell, strip
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]
VISIT = """journey: visit
title: Визит
stages:
  - stage: all
    title: Всё
    touchpoints:
      - {id: seen, title: Реклама, next: asked}
      - {id: asked, title: Вопрос, standard: call, next: [{to: told, when: да}, {to: left, when: передумал}, {to: seen, when: нет, back: true}]}
      - {id: told, title: Ответ, standard: call, role: boss, next: [{to: asked, when: ещё, back: true}, {to: came, when: иначе}]}
      - {id: came, title: Приход, standard: [nowhere, desk], role: boss, next: [{to: asked, when: мимо, back: true}, {to: left, when: иначе}]}
      - {id: left, title: Уход, standard: bye, outcome: Ушёл}
"""
FILES = {
    "guideline/handbook.yml": "handbook: base\ntitle: Основа\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [call, desk, bye, aside]}]\n",
    "guideline/roles.yml": "roles:\n  - {id: clerk, title: Клерк, summary: 'Берёт {{ price }}.'}\n  - {id: boss, title: Старший, summary: 'Берёт {{ price }}.', contact: '{{ hours }}'}\n",
    "guideline/facts.yml": "facts:\n  - {id: price, title: Цена, value: 890}\n  - {id: hours, title: Часы, value: 'до {{ end }}'}\n  - {id: end, title: Конец, value: '22'}\n",
    "guideline/sections/aside.yml": "section: aside\ntitle: В стороне\nperformer: clerk\n",
    "guideline/sections/bye.yml": "section: bye\ntitle: Прощание\n",
    "guideline/sections/call.yml": "section: call\ntitle: Звонок\nperformer: clerk\n",
    "guideline/sections/desk.yml": "section: desk\ntitle: Стойка\nperformer: boss\nsteps: [{do: 'Возьмите {{ price }}.'}]\n",
    "touchpoints/visit.yml": VISIT,
}


@pytest.fixture(scope="module")
def club(load_text: Load) -> Handbook:
    return load_text(FILES)


@pytest.mark.parametrize(
    ("section", "here", "before", "after"),
    [
        ("call", "asked", Cell("Реклама", "touchpoint:seen"), Cell("Приход", "section:desk")),
        ("desk", "came", Cell("Ответ", "section:call"), Cell("Уход", "section:bye")),
        ("bye", "left", Cell("Приход", "section:desk"), None),
    ],
)
def test_a_section_stands_between(
    club: Handbook, section: str, here: str, before: Cell | None, after: Cell | None
) -> None:
    found = strip(club.section[section], ways(club))
    assert found is not None and (found.journey.id, found.here.id) == ("visit", here)
    assert (found.before, found.next) == (before, after)


def test_a_strip_follows_the_main_way_past_branches_and_into_the_next_journey(load_text: Load) -> None:
    visit = """journey: visit
title: Визит
stages:
  - stage: all
    title: Всё
    touchpoints:
      - {id: asked, title: Вопрос, standard: call}
      - {id: came, title: Приход, standard: desk, next: [{to: paid, when: да}, {to: asked-why, when: нет}]}
      - {id: asked-why, title: Анкета, standard: bye, outcome: Ушёл}
      - {id: paid, title: Оплата, standard: desk, next: journey:weeks/began}
"""
    weeks = """journey: weeks
title: Недели
stages: [{stage: one, title: Одна, touchpoints: [{id: began, title: Начал, standard: aside, outcome: Ходит}]}]
"""
    handbook = load_text(FILES | {"touchpoints/visit.yml": visit, "touchpoints/weeks.yml": weeks})
    found = strip(handbook.section["desk"], ways(handbook))
    assert found is not None
    assert (found.before, found.next) == (Cell("Вопрос", "section:call"), Cell("Начал", "section:aside"))


def test_a_section_that_is_on_no_way_stands_nowhere(club: Handbook) -> None:
    assert strip(club.section["aside"], ways(club)) is None


@pytest.mark.parametrize(
    ("section", "chains"),
    [
        ("aside", {("role:clerk",), ("role:clerk", "fact:price")}),
        (
            "desk",
            {
                ("fact:price",), ("role:boss",), ("touchpoint:came",), ("role:boss", "fact:hours"),
                ("role:boss", "fact:hours", "fact:end"),
            },
        ),
        (
            "call",
            {
                ("role:clerk",), ("role:clerk", "fact:price"), ("touchpoint:asked",), ("touchpoint:told",),
                ("touchpoint:told", "role:boss"), ("touchpoint:told", "role:boss", "fact:hours"),
                ("touchpoint:told", "role:boss", "fact:hours", "fact:end"),
            },
        ),
    ],
)  # fmt: skip
def test_a_section_rests_on_each_thing_by_the_shortest_chain(
    club: Handbook, section: str, chains: set[tuple[str, ...]]
) -> None:
    found = grounds(club.section[section], club)
    assert {rest.chain for rest in found.values()} == chains
    assert all(name == rest.chain[-1] == f"{name.partition(':')[0]}:{rest.item.id}" for name, rest in found.items())
    assert [len(rest.chain) for rest in found.values()] == sorted(len(rest.chain) for rest in found.values())
