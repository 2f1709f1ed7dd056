"""A phrase that names its row: the row is there, once, or the rule that a phrase leads to one place says so."""

from collections.abc import Callable, Mapping

import pytest

from cjm.lint import all_rules, lint
from cjm.model import Handbook

RULES = [rule for rule in all_rules() if rule.code == "CJM517"]
SECTION = """\
section: house
title: Вещи
details:
  - id: things
    title: Вещи
    look_for: [забыли мяч, {phrase}]
    text: |
      - **Посылка, курьер.** Примите.
      - **Курьера прислал хозяин.** Отдайте.
"""


@pytest.mark.parametrize(
    ("phrase", "wrong"),
    [
        ("приехало такси -> прислал", None), ("приехало такси -> хозяину", None), ("приехало такси -> Посылка", None), ("приехало такси", None), ("5->3 детей", None),
        ("приехало такси -> Сдача", "Сдача"), ("приехало такси -> курьеры", "курьеры"),
        ("такси → Посылка", None), ("такси —> Посылка", None), ("такси → Сдача", "Сдача"), ("такси ->", "->"), ("-> Посылка", "->"), ("такси -> Посылка -> Курьер", None),
    ],
)  # fmt: skip
def test_the_row_stands_in_the_text_once(
    load_text: Callable[[Mapping[str, str]], Handbook], phrase: str, wrong: str | None
) -> None:
    handbook = load_text({"guideline/sections/house.yml": SECTION.format(phrase=phrase)})
    found = lint(handbook, RULES)
    assert [f"«{wrong}»" in one.message for one in found] == ([True] if wrong else [])


@pytest.mark.parametrize(
    "where",
    [
        "look_for: [{p}]\n", "steps:\n  - {{id: a, do: Ждите., look_for: [{p}]}}\n", "scripts:\n  - {{id: a, title: А, look_for: [{p}]}}\n",
        "conflicts:\n  - {{id: a, says: Где мяч?, look_for: [{p}]}}\n",
    ],
)  # fmt: skip
def test_an_arrow_where_no_rows_are_is_told(load_text: Callable[[Mapping[str, str]], Handbook], where: str) -> None:
    for phrase, told in (("мяч -> Посылка", 1), ("мяч", 0)):
        handbook = load_text({"guideline/sections/house.yml": "section: house\ntitle: Вещи\n" + where.format(p=phrase)})
        assert sum("стрелка" in one.message for one in lint(handbook, RULES)) == told
