"""What a senior is shown of the team, in each form and language, is what it was; `CJM_GOLDEN=write pytest tests/training` accepts it."""

import datetime as dt
import io
import os
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cjm.app.exam import collect, discussed, exam_named, make_paper, team_of, training_template
from cjm.language.says import LANGUAGES
from cjm.private.kinds import READINGS
from cjm.private.people import Employment, employee_named, keep_employee, new_employee
from cjm.training.edition import section_says
from cjm.training.knowledge import Team
from cjm.training.sheets import as_again, as_table, due_calendar, exams_due, team_csv, team_page, team_workbook

from .conftest import DAY, Club, rightly, saved, taken, wrongly

GOLDEN = Path(__file__).resolve().parent / "golden"


def unsure(question: Mapping[str, Any]) -> Any:
    return (
        None
        if question["id"].endswith("1")
        else wrongly(question)
        if question["section"] == "meet"
        else rightly(question)
    )


def a_team(club: Club) -> Team:
    """One of each: knows it all, failed, is unsure, was asked long ago, only read, is new."""
    made = make_paper(exam_named("", club.handbook), club.handbook, club.room, dt.date(2026, 11, 1), None)

    def result(name: str, day: int, **how: Any) -> dict[str, Any]:
        return taken(made.edition, made.code, name, day=dt.date(2026, 11, day), **how)

    first = result("Олег Рей", 4, answer=unsure)
    held = [
        result("Анна Ким", 3), result("Анна Ким", 20, run=2), first, result("Олег Рей", 22, run=2, before=first["code"], answer=unsure),
        result("Мария Юн", 5, role="cash", answer=wrongly), result("Мария Юн", 9, role="cash", run=3), result("Глеб Дан", 6, answer=unsure),
    ]  # fmt: skip
    for one in collect(saved(club.private, *held), club.handbook, club.room, DAY):
        assert one.result, one.refused
    keep_employee(club.room, new_employee(club.room, "=Новый Нил", Employment(("desk",), dt.date(2026, 11, 25))))
    keep_employee(club.room, new_employee(club.room, "Вера", Employment(("desk", "cash"), dt.date(2026, 11, 1))))
    club.change("facts.yml", "4 часа", "6 часов")
    club.change("sections/money.yml", "Сверьте остаток до вечера.", "Сверьте остаток до обеда и до вечера.")
    of = team_of(club.handbook, club.room, DAY)
    read = section_says(club.handbook.section["cancel"], club.handbook)
    vera = employee_named("Вера", of.people)
    club.room.write(READINGS.folder, {"id": "r", "person": vera.id, "section": "cancel", "day": "2026-11-26", **read})
    discussed(of, club.room, of.weak[0].id, dt.date(2026, 11, 27))
    return team_of(club.handbook, club.room, DAY)


def test_what_is_shown_of_the_team(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjm.private.room.secrets", random.Random(7))  # a paper is drawn from the id of its edition
    of, handbook = a_team(club), club.handbook
    template = training_template(club.root, "team.html")
    for language in LANGUAGES:
        told = [as_table(of, handbook, language), exams_due(of, handbook, language), team_csv(of, handbook, language)]
        told += [as_again(of, one.id, handbook, language) for one in of.people]
        told += [due_calendar(of, handbook, language), workbook(team_workbook(of, handbook, language)), team_page(of, handbook, template, language)]  # fmt: skip
        text = "\n".join(told)
        for one in of.people:
            text = text.replace(one.id, f"<{one.name}>")
        as_was(f"team-{language}.txt", text)


# Private functions


def workbook(raw: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    told = [f"{book.properties.creator} {book.properties.created}"]
    for sheet in book:
        widths = {name: one.width for name, one in sorted(sheet.column_dimensions.items())[:3]}
        told.append(f"## {sheet.title} {sheet.freeze_panes} {widths} {sheet.page_setup.orientation}")
        for row in sheet:
            told += [f"{one.coordinate} {one.value!r} {one.font.b} {one.fill.start_color.rgb} {one.data_type}" for one in row if one.value]  # fmt: skip
    return "\n".join(told)


def as_was(name: str, text: str) -> None:
    text = "\n".join(text.splitlines()) + "\n"
    if os.environ.get("CJM_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(text.encode())
    assert text.splitlines() == (GOLDEN / name).read_bytes().decode().splitlines(), f"CJM_GOLDEN=write pytest tests/training accepts {name}"  # fmt: skip
