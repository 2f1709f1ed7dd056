"""What hangs on a thing: who names it, what rests on it, directly or through another, and who reads again."""

from collections.abc import Callable, Mapping

import pytest

from cjm.app.impact import NotCalledSo, SeveralCalledSo, impact_of
from cjm.export.impact import as_json, as_text
from cjm.model import Handbook

SECTION = "section: {id}\ntitle: {id}\nperformer: {who}\nsteps:\n  - id: say\n    do: Назовите цену.\n    say: {say}\n"
FILES = {
    "guideline/handbook.yml": "handbook: a\ntitle: А\nlanguage: ru\nparts: [{id: p, title: П, sections: [call, desk, other]}]\n",
    "guideline/roles.yml": "roles: [{id: anna, title: Анна}, {id: boris, title: Борис}]\n",
    "guideline/facts.yml": """\
facts:
  - {id: price, title: Цена, value: 900 ₽}
  - {id: two, title: Два занятия, value: "{{ price }} × 2"}
  - {id: idle, title: Ничей, value: 1 день}
""",
    "guideline/sections/call.yml": SECTION.format(id="call", who="anna", say='"{{ price }}"'),
    "guideline/sections/desk.yml": SECTION.format(id="desk", who="boris", say='"Всего {{ two }}"'),
    "guideline/sections/other.yml": SECTION.format(id="other", who="boris", say="Здравствуйте"),
    "touchpoints/first.yml": """\
journey: first
title: Первый раз
stages:
  - stage: ask
    title: Обращение
    touchpoints:
      - {id: called, title: Звонок, contact: person, role: anna, standard: call, outcome: Записан}
""",
}


@pytest.fixture
def handbook(load_text: Callable[[Mapping[str, str]], Handbook]) -> Handbook:
    return load_text(FILES)


def test_a_fact_reaches_what_names_it_and_what_rests_on_what_is_made_of_it(handbook: Handbook) -> None:
    found = impact_of("fact:price", handbook)
    assert [(top.id, [place.line for place in places]) for top, places in found.named] == [("call", [7]), ("two", [3])]  # type: ignore[attr-defined]
    assert [(section.id, chain) for section, chain in found.sections] == [("call", ()), ("desk", ("fact:two",))]
    assert [point.id for point in found.touchpoints] == ["called"]
    assert [(role.id, [one.id for one in again]) for role, again in found.readers] == [
        ("anna", ["call"]),
        ("boris", ["desk"]),
    ]


@pytest.mark.parametrize(
    ("name", "sections", "touchpoints"),
    [
        ("section:call", ["call"], ["called"]),
        ("role:boris", ["desk", "other"], []),
        ("anna", ["call"], ["called"]),
        ("call/say", ["call"], ["called"]),
        ("touchpoint:called", ["call"], []),
    ],
)
def test_any_thing_by_any_name(handbook: Handbook, name: str, sections: list[str], touchpoints: list[str]) -> None:
    found = impact_of(name, handbook)
    assert [section.id for section, _ in found.sections] == sections
    assert [point.id for point in found.touchpoints] == touchpoints


def test_nothing_hangs_on_it(handbook: Handbook) -> None:
    found = impact_of("idle", handbook)
    assert not found.reaches
    assert "можно свободно" in as_text(found, handbook, "ru")


def test_it_is_told_with_titles_and_lines(handbook: Handbook) -> None:
    text = as_text(impact_of("fact:price", handbook), handbook, "ru")
    assert "  раздел «call»: guideline/sections/call.yml:7\n" in text
    assert "  2. desk (через «Два занятия»)\n" in text
    assert "  Борис: 1 раздел\n" in text
    assert '"through": [\n        "fact:two"\n      ]' in as_json(impact_of("price", handbook))


def test_names_that_are_none_or_several(handbook: Handbook) -> None:
    with pytest.raises(NotCalledSo, match="Perhaps fact:price"):
        impact_of("fact:prise", handbook)
    with pytest.raises(SeveralCalledSo):
        impact_of("say", handbook)
