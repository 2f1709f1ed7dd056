"""`--fix` moves the tasks of roles into duties: one of the same words for all who have it, nothing lost, comments kept."""

import datetime as dt

import pytest

from cjm.lint import RuleChoice
from cjm.load import load
from cjm.repair import mend

ROLES = """\
roles:
  # Кто за стойкой
  - id: desk
    title: Стойка
    tasks:
      - Встречает
      - "Звонки: принимает"
    shared: [Анкеты]
    decides: [Перенос]
  - id: phone
    title: Телефон
    shared: [Анкеты]
"""
LEFT = """\
roles:
  # Кто за стойкой
  - id: desk
    title: Стойка
    decides: [Перенос]
  - id: phone
    title: Телефон
"""
MOVED = """\
  - title: Встречает
    who: desk
  - title: "Звонки: принимает"
    who: desk
  - title: Анкеты
    who: [desk, phone]
"""


def fixed(files: dict[str, str]) -> dict[str, str]:
    given = {name: text.encode() for name, text in files.items()}
    made = mend(given, today=dt.date(2026, 11, 27), asked=RuleChoice(select=("016",)))
    return {**files, **{one.file: one.after.decode() for one in made.files}}


def test_the_file_of_duties_is_made() -> None:
    after = fixed({"guideline/roles.yml": ROLES})
    assert after == {"guideline/roles.yml": LEFT, "guideline/duties.yml": f"duties:\n{MOVED}"}
    handbook = load({name: text.encode() for name, text in after.items()})
    assert not handbook.problems and [duty.id for duty in handbook.things("duty")] == [
        "vstrechaet",
        "zvonki-prinimaet",
        "ankety",
    ]  # type: ignore[attr-defined]


def test_they_stand_behind_those_that_are_there() -> None:
    there = "duties:\n  - {title: Встречает, who: desk}"
    assert (
        fixed({"guideline/roles.yml": ROLES, "guideline/duties.yml": there})["guideline/duties.yml"]
        == f"{there}\n" + MOVED.partition("who: desk\n")[2]
    )


def test_windows_lines_stay_windows_lines() -> None:
    after = fixed({"guideline/roles.yml": ROLES.replace("\n", "\r\n")})
    assert after["guideline/roles.yml"] == LEFT.replace("\n", "\r\n")


def test_what_cannot_be_read_is_not_touched() -> None:
    files = {"guideline/roles.yml": ROLES, "guideline/duties.yml": "duties: [{title: А\n"}
    assert fixed(files) == files


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("general: true  # для всех\n", "kind: general  # для всех\n"),
        ("kind: standard\ngeneral: true\n", "kind: general\n"),
        ("general: yes\nkind: reference\n", "kind: reference\n"),
        ("kind: emergency\ngeneral: true\n", "kind: emergency\n"),
        ("general: false\n", "general: false\n"),
    ],
)
def test_a_general_section_says_so_by_its_kind(written: str, becomes: str) -> None:
    head, rest = "section: tone\ntitle: Тон\n", "purpose: Говорим одинаково.\n"
    file = "guideline/sections/tone.yml"
    assert fixed({file: head + written + rest})[file] == head + becomes + rest


def test_one_in_brackets_too() -> None:
    file = "guideline/sections/tone.yml"
    assert (
        fixed({file: "{section: tone, general: true, title: Тон}\n"})[file]
        == "{section: tone, kind: general, title: Тон}\n"
    )
