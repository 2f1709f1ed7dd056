"""Dimensions: what is declared, what a fact is for which value, what readers see where nothing is chosen."""

import pytest

from cjm.load import load
from cjm.model import Handbook
from cjm.model.scope import holds_for, left, meet
from cjm.view import fields, piece
from cjm.wording.facts import resolve

HANDBOOK = """handbook: club
title: Стандарты
language: ru
dimensions:
  - id: branch
    title: Филиал
    chosen: by-reader
    values:
      - {id: north, title: Север, group: Городские, words: {where: на Севере}}
      - {id: south, title: Юг, group: Городские, words: {where: на Юге}}
      - {id: lake, title: Озеро, words: {where: на Озере}}
parts:
  - {id: basics, title: Основа, sections: [opening]}
"""
OPENING = """section: opening
title: Открытие
for: {branch: [north, south]}
steps:
  - do: Включите свет.
    for: {branch: north}
"""


def handbook(facts: str = "", **files: str) -> Handbook:
    texts = {"guideline/handbook.yml": HANDBOOK, "guideline/sections/opening.yml": OPENING, **files}
    if facts:
        texts["guideline/facts.yml"] = f"facts:\n{facts}"
    return load({path: text.encode() for path, text in texts.items()})


BY_BRANCH = """
  - id: opens
    title: Открываемся
    values:
      - {for: {branch: north}, value: "8:00"}
      - {for: {branch: south}, value: "9:00"}
      - for: {branch: lake}
        open: Во сколько?
  - id: price
    title: Цена
    values:
      - {for: {branch: [north, south]}, value: 900 ₽, forms: {dat: 900 рублям}}
      - {for: {branch: lake}, value: 800 ₽, forms: {dat: 800 рублям}}
  - {id: two, title: Две, value: "{{ price }} * 2"}
"""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{ opens }}", "8:00 (Север) / 9:00 (Юг) / уточняется (Озеро)"),
        ("{{ price }}", "900 ₽ (Городские) / 800 ₽ (Озеро)"),
        ("{{ price.dat }}", "900 рублям (Городские) / 800 рублям (Озеро)"),
        ("{{ price.gen }}", "{{ price.gen }}"),
        ("{{ two }}", "1 800 ₽ (Север, Юг) / 1 600 ₽ (Озеро)"),
        ("{{ branch.where }}", "на Севере / на Юге / на Озере"),
        ("{{ branch }}", "Север / Юг / Озеро"),
    ],
)
def test_a_text_without_a_choice_tells_all_values_and_whose_they_are(written: str, read: str) -> None:
    made = handbook(BY_BRANCH)
    assert made.problems == ()
    assert resolve(written, made).replace("\u00a0", " ") == read


def test_what_holds_for_some_values_says_so_to_its_readers() -> None:
    made = handbook()
    section = made.section["opening"]
    assert [(one.label, one.values[0].text) for one in fields(section, made) if one.key == "for"] == [
        ("Только", "Городские")
    ]
    assert piece("", section.steps[0], made).but("do")[0].values[0].text == "Север"


def test_a_fact_needs_a_value_or_values() -> None:
    made = handbook("  - {id: opens, title: Открываемся}\n")
    assert [(one.form, one.values["key"]) for one in made.problems] == [("missing", "value")]


@pytest.mark.parametrize(
    ("scope", "cell", "does"),
    [
        ((), {"branch": "north"}, True),
        ((("branch", ("north",)),), {}, True),
        ((("branch", ("north",)),), {"branch": "south"}, False),
        ((("branch", ("north", "south")), ("state", ("vip",))), {"branch": "south"}, True),
        ((("branch", ("north", "south")), ("state", ("vip",))), {"branch": "south", "state": "new"}, False),
        ((("branch", ()),), {"branch": "south"}, False),
    ],
)
def test_dimensions_are_all_asked_for_and_of_one_any_value_does(scope, cell, does) -> None:  # type: ignore[no-untyped-def]
    assert holds_for(scope, cell) is does


def test_what_is_left_and_what_meets() -> None:
    north, vip = ("branch", ("north",)), ("state", ("vip",))
    assert left((north, vip), {"branch": "north"}) == (vip,)
    assert meet((north,), (vip,)) and not meet((north,), (("branch", ("south",)),))
