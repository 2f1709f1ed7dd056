"""A handbook of a value is the plain handbook that somebody would have written for it."""

from cjm.lint import lint
from cjm.load import load
from cjm.model import Handbook
from cjm.model.digest import plain_data
from cjm.model.registry import KINDS
from cjm.projection import cut_out, project

HEAD = """handbook: club
title: Стандарты
language: ru
channels: [{id: desk, title: Стойка}]
people:
  - {id: anna, name: Анна Орлова}
  - {id: petr, name: Пётр Лис, for: {branch: south}}
dimensions:
  - id: branch
    title: Филиал
    chosen: by-reader
    values:
      - {id: north, title: Север, words: {where: на Севере}}
      - {id: south, title: Юг, words: {where: на Юге}}
  - id: state
    title: Клиент
    chosen: by-client
    values: [{id: new, title: новый}, {id: old, title: давний}]
start:
  - {title: Ключи, to: "section:keys"}
  - {title: Открытие, to: "section:opening"}
parts:
  - {id: basics, title: Основа, sections: [keys, opening]}
"""
KEYS = """section: keys
title: Ключи
for: {branch: south}
steps: [{do: Возьмите ключи.}]
"""
OPENING = """section: opening
title: Открытие
owner: petr
steps:
  - id: light
    do: "Включите свет {{ branch.where }} в {{ opens }}."
    next:
      - {when: темно, to: lamp}
      - {when: иначе, to: door}
  - {id: lamp, do: Принесите лампу., for: {branch: south}}
  - {id: door, do: Откройте дверь.}
scripts:
  - id: hello
    title: Привет
    variants:
      - {channel: desk, for: {branch: north}, text: Доброе утро!}
      - {channel: desk, for: {branch: south}, text: Рады видеть!}
"""
WAY = """journey: visit
title: Визит
stages:
  - stage: begin
    title: Начало
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        channel: desk
        standard: [keys, opening]
        next:
          - {to: pass, when: пропуск}
          - {to: come, for: {state: old}}
          - {to: meet, for: {state: new}}
      - {id: pass, title: Пропуск, contact: product, channel: desk, for: {branch: south}, next: [{to: come}]}
      - {id: meet, title: Знакомство, contact: person, channel: desk, next: [{to: pass}]}
      - {id: come, title: Приход, contact: person, channel: desk, outcome: Пришёл}
"""
FACTS = """facts:
  - id: opens
    title: Открываемся
    values:
      - {for: {branch: north}, value: "8:00"}
      - {for: {branch: south}, value: "9:00"}
"""
FILES = {
    "guideline/handbook.yml": HEAD,
    "guideline/sections/keys.yml": KEYS,
    "guideline/sections/opening.yml": OPENING,
    "guideline/facts.yml": FACTS,
    "touchpoints/visit.yml": WAY,
}


def whole(**more: str) -> Handbook:
    made = load({path: text.encode() for path, text in {**FILES, **more}.items()})
    assert made.problems == ()
    return made


def test_what_does_not_hold_is_gone_with_all_that_refers_to_it_and_the_numbers_stay() -> None:
    north = project(whole(), {"branch": "north", "state": "new"})
    assert list(north.section) == ["opening"] and north.number["opening"] == 2
    assert [one.to for one in north.outline.start] == ["section:opening"]
    opening = north.section["opening"]
    assert [step.id for step in opening.steps] == ["light", "door"]
    assert opening.owner == "" and [one.id for one in north.outline.people] == ["anna"]
    assert [one.text for one in opening.scripts[0].variants] == ["Доброе утро!"]
    assert north.value("opens") == "8:00" and north.value("branch", "where") == "на Севере"
    call = north.touchpoint["call"]
    assert call.standard == ("opening",) and [(edge.to, edge.scope) for edge in call.next] == [("meet", ())]


def test_a_touchpoint_that_loses_all_its_ways_is_a_dead_end_there() -> None:
    assert project(whole(), {"branch": "north"}).touchpoint["meet"].stops
    dead = [one for one in lint(project(whole(), {"branch": "north", "state": "new"})) if one.slug == "dead-end"]
    assert [one.id for one in dead] == ["touchpoint:meet"]
    assert not project(whole(), {"branch": "south"}).touchpoint["meet"].stops


def test_a_choice_that_leads_to_a_step_which_is_not_there_is_said() -> None:
    north = project(whole(), {"branch": "north"})
    assert [(one.form, one.values["id"], one.place.line) for one in north.problems] == [("absent", "lamp", 8)]
    assert any("lamp" in one.message and one.code == "CJM003" for one in lint(north))
    assert project(whole(), {"branch": "south"}).problems == ()


def test_what_is_not_chosen_stays_with_its_values() -> None:
    south = project(whole(), {"branch": "south"})
    assert [edge.scope for edge in south.touchpoint["call"].next] == [
        (),
        (("state", ("old",)),),
        (("state", ("new",)),),
    ]
    assert south.cell == {"branch": "south"}


def test_without_a_choice_and_without_dimensions_it_is_the_handbook_itself() -> None:
    made = whole()
    assert project(made, {}) is made and project(made, {"weather": "rain"}) is made


def test_what_a_choice_does_not_touch_is_the_very_same_thing() -> None:
    made = whole(**{"guideline/sections/plain.yml": "section: plain\ntitle: Простой\nsteps: [{do: Стойте.}]\n"})
    assert project(made, {"branch": "north"}).section["plain"] is made.section["plain"]


PLAIN = {
    "guideline/handbook.yml": HEAD.replace("  - {id: petr, name: Пётр Лис, for: {branch: south}}\n", "")
    .partition("dimensions:")[0] + "start:\n  - {title: Открытие, to: \"section:opening\"}\n"
    + "parts:\n  - {id: basics, title: Основа, sections: [opening]}\n",
    "guideline/sections/opening.yml": """section: opening
title: Открытие
steps:
  - id: light
    do: "Включите свет {{ branch.where }} в {{ opens }}."
    next:
      - {when: иначе, to: door}
  - {id: door, do: Откройте дверь.}
scripts:
  - id: hello
    title: Привет
    variants: [{channel: desk, text: Доброе утро!}]
""",
    "guideline/facts.yml": 'facts:\n  - {id: opens, title: Открываемся, value: "8:00"}\n',
    "touchpoints/visit.yml": """journey: visit
title: Визит
stages:
  - stage: begin
    title: Начало
    touchpoints:
      - {id: call, title: Звонок, contact: person, channel: desk, standard: opening, next: come}
      - {id: meet, title: Знакомство, contact: person, channel: desk, outcome: нет}
      - {id: come, title: Приход, contact: person, channel: desk, outcome: Пришёл}
""",
}  # fmt: skip


def test_it_is_what_somebody_would_have_written_for_that_value() -> None:
    by_hand = load({path: text.encode() for path, text in PLAIN.items()})
    cut = project(whole(), {"branch": "north", "state": "old"})
    for kind in KINDS:
        if kind not in ("handbook", "dimension", "touchpoint", "stage", "journey"):
            assert [plain_data(one) for one in cut.things(kind)] == [plain_data(one) for one in by_hand.things(kind)], (
                kind
            )
    assert [plain_data(one) for one in cut.outline.parts] == [plain_data(one) for one in by_hand.outline.parts]
    assert plain_data(cut.touchpoint["call"]) == plain_data(by_hand.touchpoint["call"])


def test_a_page_for_an_emergency_hides_nothing() -> None:
    fire = """section: fire
title: Пожар
kind: emergency
steps:
  - {id: south, do: Выводите через бассейн., for: {branch: south}}
  - do: "Собираемся {{ branch.where }}, открыто с {{ opens }}."
"""
    made = project(whole(**{"guideline/sections/fire.yml": fire}), {"branch": "north"}).section["fire"]
    assert [step.id for step in made.steps] == ["south", ""] and made.steps[0].scope == (("branch", ("south",)),)
    assert made.steps[1].do == "Собираемся на Севере / на Юге, открыто с 8:00 (Север) / 9:00 (Юг)."


def test_what_is_published_says_in_its_title_what_it_is_for() -> None:
    assert cut_out(whole(), {"branch": "north"}).outline.title == "Стандарты — Север"
    made = whole()
    assert cut_out(made, {}) is made


def test_a_fact_of_two_dimensions_keeps_what_the_chosen_one_leaves() -> None:
    facts = FACTS + (
        "  - id: price\n    title: Цена\n    values:\n"
        "      - {for: {branch: north, state: new}, value: 100 ₽}\n      - {for: {branch: north, state: old}, value: 90 ₽}\n"
        "      - {for: {branch: south}, value: 80 ₽}\n"
    )
    made = whole(**{"guideline/facts.yml": facts})
    north = project(made, {"branch": "north"})
    assert [(one.scope, one.value) for one in north.fact["price"].values] == [
        ((("state", ("new",)),), "100 ₽"), ((("state", ("old",)),), "90 ₽"),
    ]  # fmt: skip
    assert project(north, {"state": "old"}).value("price") == "90 ₽"
    assert project(made, {"branch": "south"}).value("price") == "80 ₽"
