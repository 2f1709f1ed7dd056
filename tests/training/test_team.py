"""Who knows today's version of what: after changes, for whoever left, came back, has two roles, works in two clubs."""

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cjm.app.exam import collect, discussed, exam_named, make_paper, meant, team_of, write_table
from cjm.private.keeping import forget
from cjm.private.kinds import READINGS
from cjm.private.people import Employment, employee_named, employees, keep_employee, left_on, new_employee, with_spell
from cjm.training.edition import section_says
from cjm.training.knowledge import Team, minutes
from cjm.training.sheets import as_again, as_table, exams_due, team_csv

from .conftest import DAY, Club, rightly, saved, taken, wrongly

NORTH, SOUTH = (("branch", ("north",)),), (("branch", ("south",)),)


def paper(club: Club, day: dt.date = DAY) -> Any:
    return make_paper(exam_named("", club.handbook), club.handbook, club.room, day, None)


def held(club: Club, *results: dict[str, Any]) -> None:
    for one in collect(saved(club.private, *results), club.handbook, club.room, DAY):
        assert one.result, one.refused


def states(of: Team, name: str) -> dict[str, str]:
    id = employee_named(name, of.people).id
    return {section: knows.state for (person, section), knows in of.cells.items() if person == id}


def everything(club: Club, name: str, role: str = "desk", day: dt.date = DAY) -> None:
    """Two runs with all right: every question of a small club is asked."""
    made = paper(club)
    held(
        club,
        taken(made.edition, made.code, name, role=role, day=day),
        taken(made.edition, made.code, name, role=role, run=2, day=day),
    )


def test_a_change_touches_only_those_whose_sections_it_changed(club: Club) -> None:
    everything(club, "Анна Ким")
    everything(club, "Олег Рей", role="cash")
    assert states(team_of(club.handbook, club.room, DAY), "Анна Ким") == {
        "meet": "today",
        "cancel": "today",
        "danger": "today",
    }
    club.change("facts.yml", "4 часа", "6 часов")
    of = team_of(club.handbook, club.room, DAY)
    assert states(of, "Анна Ким") == {"meet": "today", "cancel": "again", "danger": "today"}
    assert states(of, "Олег Рей") == {"money": "today", "danger": "today"}
    told = as_again(of, meant(of, [])[0], club.handbook, "ru")
    assert "Анна Ким: 1 раздел, 1 минута" in told and "было: 4 часа" in told and "стало: 6 часов" in told


@pytest.mark.parametrize(
    ("file", "old", "new", "state"),
    [
        ("sections/cancel.yml", "до начала.", "до начала", "earlier"),  # a mark
        ("sections/cancel.yml", "title: Отмена", "title: Отмены", "today"),  # what is only explained
        ("sections/cancel.yml", "Вопрос 1", "Вопрос один", "today"),  # a question mended takes nobody's certificate
        ("roles.yml", "title: Администратор", "title: Администратор, decides: [Отменить всё]", "today"),
        ("sections/cancel.yml", "Отменить можно за", "Отменить нельзя за", "again"),
        ("sections/cancel.yml", "performer: desk", "performer: [desk, senior]", "again"),
    ],
)
def test_minor_changes_take_nobodys_certificate(club: Club, file: str, old: str, new: str, state: str) -> None:
    everything(club, "Анна Ким")
    club.change(file, old, new)
    assert states(team_of(club.handbook, club.room, DAY), "Анна Ким")["cancel"] == state


def test_wrong_answers_are_unsure_and_what_was_never_asked_is_said(club: Club) -> None:
    made = paper(club)
    held(
        club,
        taken(
            made.edition,
            made.code,
            "Анна Ким",
            answer=lambda one: wrongly(one) if one["section"] == "meet" else rightly(one),
        ),
    )
    of = team_of(club.handbook, club.room, DAY)
    assert states(of, "Анна Ким")["meet"] == "unsure"
    assert of.cells[employee_named("Анна Ким", of.people).id, "danger"].asked == 2
    keep_employee(club.room, new_employee(club.room, "Новый Нил", Employment(("desk",), DAY)))
    assert set(states(team_of(club.handbook, club.room, DAY), "Новый Нил").values()) == {"never"}


def test_an_answer_to_an_edition_that_is_gone_proves_nothing(club: Club) -> None:
    """Editions are kept for three years; of what nobody can compare any more nothing is said."""
    everything(club, "Анна Ким")
    for file in (club.private / "club" / "editions").glob("*"):
        file.unlink()
    assert set(states(team_of(club.handbook, club.room, DAY), "Анна Ким").values()) == {"never"}


def test_who_left_is_not_in_the_table_and_comes_back_with_nothing_proved(club: Club) -> None:
    everything(club, "Анна Ким", day=dt.date(2026, 2, 1))
    (anna,) = employees(club.room)
    keep_employee(club.room, left_on(anna, dt.date(2026, 3, 1)))
    assert team_of(club.handbook, club.room, DAY).people == ()
    assert states(team_of(club.handbook, club.room, dt.date(2026, 2, 20)), "Анна Ким")["meet"] == "today"
    keep_employee(
        club.room, with_spell(left_on(anna, dt.date(2026, 3, 1)), Employment(("desk",), dt.date(2026, 11, 1)))
    )
    of = team_of(club.handbook, club.room, DAY)
    assert set(states(of, "Анна Ким").values()) == {"never"}
    everything(club, "Анна Ким") if not club.room.records("results") else None
    assert len(of.people) == 1 and of.runs[of.people[0].id] == ()


def test_two_roles_see_the_sections_of_both(club: Club) -> None:
    keep_employee(club.room, new_employee(club.room, "Анна Ким", Employment(("desk", "cash"), dt.date(2026, 1, 1))))
    everything(club, "Анна Ким", role="cash")
    assert states(team_of(club.handbook, club.room, DAY), "Анна Ким") == {
        "meet": "never", "cancel": "never", "money": "today", "danger": "today",
    }  # fmt: skip


def test_two_clubs_read_again_what_changed_in_either(club: Club) -> None:
    for name, scopes in (("Анна Оба", (NORTH, SOUTH)), ("Вика Юг", (SOUTH,)), ("Нина Север", (NORTH,))):
        spells = [Employment(("desk",), dt.date(2026, 1, 1), None, scope) for scope in scopes]
        keep_employee(club.room, new_employee(club.room, name, *spells))
        everything(club, name)
    club.change("facts.yml", "9:00", "10:00")
    of = team_of(club.handbook, club.room, DAY)
    assert [states(of, name)["meet"] for name in ("Анна Оба", "Вика Юг", "Нина Север")] == ["again", "again", "earlier"]
    club.change("sections/meet.yml", "performer: desk", "performer: desk\nfor: {branch: north}")
    of = team_of(club.handbook, club.room, DAY)
    assert ["meet" in states(of, name) for name in ("Анна Оба", "Вика Юг", "Нина Север")] == [True, False, True]


def test_who_has_read_again_is_told_from_who_was_asked_again(club: Club) -> None:
    everything(club, "Анна Ким", day=dt.date(2026, 11, 20))
    club.change("facts.yml", "4 часа", "6 часов")
    (anna,) = employees(club.room)
    told = section_says(club.handbook.section["cancel"], club.handbook)
    club.room.write(
        READINGS.folder,
        {
            "id": "r-1",
            "day": DAY.isoformat(),
            "person": anna.id,
            "section": "cancel",
            "read": told["read"],
            "rests": told["rests"],
        },
    )
    assert states(team_of(club.handbook, club.room, DAY), "Анна Ким")["cancel"] == "read"
    club.change("facts.yml", "6 часов", "7 часов")
    assert states(team_of(club.handbook, club.room, DAY), "Анна Ким")["cancel"] == "again"


def test_a_weak_topic_is_said_in_numbers_and_goes_when_the_second_run_is_right(club: Club) -> None:
    made = paper(club)
    firsts = [
        taken(made.edition, made.code, name, day=dt.date(2026, 11, 10), answer=lambda one: wrongly(one) if one["section"] == "danger" else rightly(one))
        for name in ("Анна Ким", "Борис Рей", "Вера Лис", "Глеб Дан")
    ]  # fmt: skip
    held(club, *firsts)
    of = team_of(club.handbook, club.room, DAY)
    assert of.weak and all(one.section == "danger" and one.state == "to-discuss" for one in of.weak)
    topic = max(of.weak, key=lambda one: one.wrong)
    table = as_table(of, club.handbook, "ru")
    assert f"{topic.wrong} из {topic.asked} выбрали" in table and "к обсуждению" in table
    discussed(of, club.room, topic.id, dt.date(2026, 11, 12))
    assert next(one for one in team_of(club.handbook, club.room, DAY).weak if one.id == topic.id).state == "discussed"
    held(club, *(taken(made.edition, made.code, one["name"], run=2, before=one["code"]) for one in firsts))
    found = [one.state for one in team_of(club.handbook, club.room, DAY).weak if one.id == topic.id]
    assert found in ([], ["cleared"])


def test_the_table_in_every_form_holds_the_same_and_no_formula(club: Club, tmp_path: Path) -> None:
    everything(club, "=Анна Ким")
    of = team_of(club.handbook, club.room, DAY)
    assert "'=Анна Ким" in team_csv(of, club.handbook, "ru") and team_csv(of, club.handbook, "ru").startswith("\ufeff")
    for ending in ("xlsx", "csv", "html"):
        write_table(of, club.handbook, club.room, tmp_path / f"team.{ending}", "ru")
    sheet = openpyxl.load_workbook(tmp_path / "team.xlsx").worksheets[0]
    assert (
        sheet["B1"].value == "=Анна Ким"
        and sheet["B1"].data_type == "s"
        and sheet["B2"].value == "знает сегодняшнюю редакцию"
    )
    page = (tmp_path / "team.html").read_text("utf-8")
    assert "1. Встреча: знает сегодняшнюю редакцию" in page and "Не для наказаний" in page


def test_each_state_has_one_colour_in_the_workbook(club: Club, tmp_path: Path) -> None:
    everything(club, "Анна Ким")
    for name, role in (("Борис Лев", "cash"), ("Вера Май", "desk")):
        keep_employee(club.room, new_employee(club.room, name, Employment((role,), DAY)))
    of = team_of(club.handbook, club.room, DAY)
    write_table(of, club.handbook, club.room, tmp_path / "team.xlsx", "ru")
    sheet = openpyxl.load_workbook(tmp_path / "team.xlsx").worksheets[0]
    cells = [
        cell for row in sheet.iter_rows(min_row=2, max_row=1 + len(of.sections), min_col=2, max_col=4) for cell in row
    ]
    painted = {(str(cell.value or ""), cell.fill.fgColor.rgb if cell.fill.fill_type else "") for cell in cells}
    assert len({words for words, _ in painted}) == len(painted) == 3, painted
    assert ("знает сегодняшнюю редакцию", "00DCEBE0") in painted


def test_nothing_of_it_goes_into_a_repository(club: Club, tmp_path: Path) -> None:
    import subprocess

    from cjm.private.room import NotPrivate

    everything(club, "Анна Ким")
    of = team_of(club.handbook, club.room, DAY)
    subprocess.run(["git", "init", "-q", str(club.root)], check=True)
    from cjm.app.private import NotKept

    for place in (club.root / "team.html", club.root / "site_build/out/site/team.html"):
        with pytest.raises((NotKept, NotPrivate)):
            write_table(of, club.handbook, club.room, place, "ru")
        assert not place.exists()


def test_forgetting_somebody_takes_their_results(club: Club) -> None:
    everything(club, "Анна Ким")
    (anna,) = employees(club.room)
    assert forget(club.room, anna.id, DAY) == (3, 0)
    assert team_of(club.handbook, club.room, DAY).people == () and not club.room.records("results")


def test_minutes_are_those_of_the_changed_words() -> None:
    assert minutes(()) == 0


@pytest.mark.slow
def test_twelve_people_and_two_years_in_a_moment(
    handbook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the reference handbook: 24 editions, 12 people, a run each month. Measured with room to spare for a busy machine."""
    from cjm.app import exam as use
    from cjm.private.room import new_room
    from cjm.training.edition import as_edition, exam_edition
    from cjm.training.marking import marked_result

    room = new_room(handbook.outline, "Марина", tmp_path / "nowhere", {"CJM_PRIVATE": str(tmp_path)})
    room.open()
    exam = use.exam_named("", handbook)
    names = [f"{first}нна Ким{last}" for first in "АИЖЗ" for last in "АБВ"]
    for name in names:
        keep_employee(room, new_employee(room, name, Employment(("administrator",), dt.date(2024, 1, 1))))
    people = employees(room)
    for month in range(24):
        day = dt.date(2024 + (month + 11) // 12, (month + 11) % 12 + 1, 3)
        edition = exam_edition(exam, handbook, day)
        room.write("editions", edition.entry("AAAA-BBBB"))
        keyed = {edition.id: (as_edition(edition.entry("")), "AAAA-BBBB")}
        for who in people if month in (0, 23) else people[month % 12 : month % 12 + 1]:
            made = marked_result(
                json.dumps(taken(edition, "AAAA-BBBB", who.name, role="administrator", day=day), ensure_ascii=False),
                keyed,
                dt.date(2027, 1, 1),
            )
            for copy in range(1 if month in (0, 23) else 12):
                room.write(
                    "results",
                    made.entry(people[copy].id if month not in (0, 23) else who.id)
                    | {"id": f"{made.id}-{who.id}-{copy}"},
                )
    began = time.process_time()
    of = team_of(handbook, room, dt.date(2027, 1, 1))
    text = as_table(of, handbook, "ru")
    page = write_table(of, handbook, room, tmp_path / "team.html", "ru")
    spent = time.process_time() - began
    assert (
        len(of.people) == 12 and sum(map(len, of.runs.values())) >= 280 and "Кто что знает" in text and page.is_file()
    )
    print(f"a table of 12 people and two years: {spent:.2f} s of processor")


def test_reading_marks_of_the_site_are_taken_by_section_and_digest(club: Club, tmp_path: Path) -> None:
    from cjm.approval.reading import read_digests

    everything(club, "Анна Ким", day=dt.date(2026, 11, 20))
    club.change("facts.yml", "4 часа", "6 часов")
    digest = read_digests(club.handbook)["cancel"]
    file = tmp_path / "reading.txt"
    file.write_text(f"> reading/1 анна ким\n> cancel {digest} {DAY}\n", encoding="utf-8")  # as a messenger quotes it
    assert [one.read for one in collect([file] * 2, club.handbook, club.room, DAY)] == [1, 0]
    assert states(team_of(club.handbook, club.room, DAY), "Анна Ким")["cancel"] == "read"
    club.change("sections/cancel.yml", "до начала.", "до начала")  # a mark
    assert states(team_of(club.handbook, club.room, DAY), "Анна Ким")["cancel"] == "read"
    nothing = (
        f"../../x {digest} {DAY}\nno-such {digest} {DAY}\ncancel {'0' * 16} 2027-01-01\ncancel {'1' * 16} 2026-02-31\n"
        f"cancel {digest}0 {DAY}\nПрислано {DAY:%d.%m}\n"
    )
    file.write_text(f"reading/1 Никто\n{nothing}reading/1 Анна Ким\n{nothing}", encoding="utf-8")
    nobody, anna = collect([tmp_path], club.handbook, club.room, DAY)
    assert (
        nobody.refused and nobody.read is None and (anna.read, anna.left) == (0, 5)
    )  # what is no mark is counted, what people write besides is not


def test_reading_before_the_exam_is_no_knowledge(club: Club) -> None:
    from cjm.approval.reading import read_digests

    nil = new_employee(club.room, "Новый Нил", Employment(("desk",), DAY))
    keep_employee(club.room, nil)
    read = {"section": "cancel", "read": read_digests(club.handbook)["cancel"], "day": DAY.isoformat()}
    club.room.write(READINGS.folder, {"id": "r-1", "person": nil.id, **read})
    assert states(team_of(club.handbook, club.room, DAY), "Новый Нил") == {
        "meet": "never", "cancel": "read", "danger": "never",
    }  # fmt: skip


def test_everybody_is_asked_a_second_time_and_whoever_failed_once_more(club: Club) -> None:
    club.change("training.yml", "twice: 14 дней", "twice: 14 дней, retry: 3 дня")
    made = paper(club)
    held(
        club, taken(made.edition, made.code, "Анна Ким", day=dt.date(2026, 11, 20)),
        taken(made.edition, made.code, "Борис Рей", day=dt.date(2026, 11, 20), answer=wrongly),
        taken(made.edition, made.code, "Вера Лис", day=dt.date(2026, 11, 1)), taken(made.edition, made.code, "Вера Лис", run=2, day=dt.date(2026, 11, 20)),
    )  # fmt: skip
    keep_employee(club.room, new_employee(club.room, "Глеб Дан", Employment(("desk",), dt.date(2026, 11, 25))))
    keep_employee(club.room, new_employee(club.room, "Света Старшая", Employment(("senior",), dt.date(2026, 11, 25))))
    of = team_of(club.handbook, club.room, DAY)
    names = {one.id: one.name for one in of.people}
    assert [(names[one.person], one.what, str(one.by)) for one in of.due] == [
        ("Борис Рей", "retry", "2026-11-23"), ("Глеб Дан", "first", "2026-11-25"), ("Анна Ким", "second", "2026-12-04"),
    ]  # fmt: skip
    assert "Анна Ким: Экзамен, второй раз, с 04.12.2026" in as_table(of, club.handbook, "ru")


def test_of_what_changed_only_those_are_asked_again_by_a_day_that_does_not_move(club: Club, tmp_path: Path) -> None:
    club.change("training.yml", "twice: 14 дней", "again: 7 дней")
    everything(club, "Анна Ким", day=dt.date(2026, 11, 1))
    everything(club, "Олег Рей", role="cash", day=dt.date(2026, 11, 1))
    assert team_of(club.handbook, club.room, DAY).due == ()
    club.change("sections/cancel.yml", "до начала.", "до начала")  # a mark
    assert team_of(club.handbook, club.room, DAY).due == ()
    club.change("sections/cancel.yml", "Отменить можно за", "Отменить нельзя за")
    dated = "changes: [{date: 2026-11-20, what: Отмены нет}, {date: 2026-10-01, what: Давнее}]\nquestions:"
    club.change("sections/cancel.yml", "questions:", dated)
    of = team_of(club.handbook, club.room, DAY)
    assert [(one.what, str(one.by), [section.id for section in one.sections]) for one in of.due] == [
        ("changed", "2026-11-27", ["cancel"])
    ]
    line = "Анна Ким: Экзамен, до 27.11.2026, только о том, что изменилось по сути: 2. Отмена"
    assert line in exams_due(of, club.handbook, "ru") and line in as_table(of, club.handbook, "ru")
    for ending in ("ics", "xlsx", "html"):
        write_table(of, club.handbook, club.room, tmp_path / f"due.{ending}", "ru")
    told = (tmp_path / "due.ics").read_text("utf-8")
    assert told.count("BEGIN:VEVENT") == 1 and f"DTSTART;VALUE=DATE:{DAY:%Y%m%d}" in told, "what is late stands today"
    assert line in (tmp_path / "due.html").read_text("utf-8")
    assert openpyxl.load_workbook(tmp_path / "due.xlsx")["Сдать"]["A1"].value == line
    held(club, taken((made := paper(club)).edition, made.code, "Анна Ким", day=DAY))
    assert team_of(club.handbook, club.room, DAY).due == ()
