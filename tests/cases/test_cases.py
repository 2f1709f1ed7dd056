"""Cases at the desk: kept without names, looked at again in time, appealed against, counted for the month."""

import datetime as dt
import json
import random
import re
import subprocess
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from cjm.cases.case import Case
from cjm.cases.monthly import month_before, month_rows
from cjm.cli import main
from cjm.lint import lint
from cjm.load import load_folder

CLUB = {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб «Кораблик»\norganisation: Клуб у реки\nlanguage: ru\n"
        "parts: [{id: all, title: Всё, sections: [shower]}]\nchannels: [{id: desk, title: Стойка}]\n"
    ),
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор}, {id: night, title: Вечерняя смена}]\n",
    "guideline/facts.yml": "facts: [{id: recheck-time, title: Повторная проверка, value: 2 недели}]\n",
    "guideline/sections/shower.yml": (
        "section: shower\ntitle: Душ\nconflicts:\n  - {id: cold-shower, says: «Почему вода ледяная?»}\n"
    ),
    "touchpoints/visit.yml": (
        "journey: visit\ntitle: Визит\nstages:\n  - stage: in\n    title: Приход\n    touchpoints:\n"
        "      - {id: desk, title: Встреча у стойки, contact: person, channel: desk}\n"
        "      - {id: shower, title: Семейная душевая, contact: person, channel: desk, standard: shower}\n"
        "      - {id: pool-entrance, title: Вход в воду, contact: person, channel: desk}\n"
        "      - {id: way-to-pool, title: Дорога, contact: person, channel: desk}\n"
    ),
}


@pytest.fixture
def club(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CJM_PRIVATE", str(tmp_path / "private"))
    for file, text in CLUB.items():
        (tmp_path / "club" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "club" / file).write_text(text, encoding="utf-8")
    assert cjm(tmp_path / "club", "private", "open", "--owner", "Марина").exit_code == 0
    return tmp_path / "club"


def cjm(club: Path, *words: str, today: str = "2026-11-28") -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(club), "--today", today])


def add(club: Path, words: str, *options: str, today: str = "2026-11-01") -> str:
    said = cjm(club, "cases", "add", words, *options, today=today)
    assert said.exit_code == 0, said.output
    return said.output[:8]


def kept(club: Path, id: str) -> dict[str, object]:
    read: dict[str, object] = json.loads((club.parent / f"private/club/cases/{id}.json").read_text("utf-8"))
    return read


def counted(club: Path, month: str = "2026-11") -> list[str]:
    lines = (club / f"guideline/voice/{month}.yml").read_text("utf-8").splitlines()
    return [line.strip(" -") for line in lines[lines.index("cases:") + 1 :]] if "cases:" in lines else []


def test_a_case_knows_its_standard_and_when_it_is_looked_at_again(club: Path) -> None:
    said = cjm(
        club, "cases", "add", "Душ", "ледяной", "--at", "visit/shower", "--sort", "complaint", today="2026-11-01"
    )
    assert "Семейная душевая" in said.output and "Душ" in said.output and "15.11.2026" in said.output
    case = kept(club, said.output[:8])
    assert (case["said"], case["section"], case["recheck"]) == ("Душ ледяной", "shower", "2026-11-15")
    assert re.fullmatch(r"[0-9a-f]{16}", str(case["digest"]))
    assert "на сегодня ничего" in cjm(club, "cases", today="2026-11-14").output
    assert "Пора перепроверить: 1" in cjm(club, "cases", today="2026-11-15").output
    assert "срок вышел 15.11.2026" in cjm(club, "cases", today="2026-11-16").output


def test_it_tells_that_the_standard_has_changed_since(club: Path) -> None:
    add(club, "Душ ледяной", "--at", "shower", "--sort", "complaint")
    assert "изменился" not in cjm(club, "cases").output
    text = CLUB["guideline/sections/shower.yml"] + "steps: [{do: Включите бойлер за час до прихода}]\n"
    (club / "guideline/sections/shower.yml").write_text(text, encoding="utf-8")
    assert "с тех пор изменился" in cjm(club, "cases").output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["add", "Душ ледяной"], "--sort"),
        (["add", "--at", "shower", "--sort", "complaint"], "слов"),
        (["add", "В душевой ледяная вода", "--sort", "complaint"], "Похоже на: shower"),
        (["add", "Душ", "--sort", "complaint", "--at", "showre"], "возможно, shower"),
        (["add", "Душ", "--sort", "complaint", "--at", "desk", "--section", "showe"], "возможно, shower"),
        (["add", "Душ", "--sort", "complaint", "--at", "pools"], "возможно, pool-entrance, way-to-pool. Имена"),
        (["add", "Душ", "--sort", "complaint", "--at", "desk", "--group", "смена Ольги Ветровой"], "--whose"),
        (["add", "Душ", "--sort", "complaint", "--at", "desk", "--whose", "Ольга Ветрова"], "сотрудник"),
        (["add", "Душ", "--sort", "complaint", "--at", "desk", "--day", "2026-11-29"], "не наступило"),
        (["close"], "номера случая"),
        (["close", "c-000000"], "случая «c-000000» нет"),
        (["month"], "cjm cases month 2026-11"),
        (["month", "2026-13"], "cjm cases month 2026-11"),
        (["month", "2026-10"], "2026-10"),
        (["clsoe", "c-000000"], "close"),
    ],
)
def test_what_is_missing_or_mistyped_is_named(club: Path, words: list[str], says: str) -> None:
    said = cjm(club, "cases", *words)
    assert said.exit_code in (1, 2) and says in " ".join(said.output.split()), said.output
    assert not list((club.parent / "private/club").glob("cases/*")) and not (club / "guideline/voice").exists()


def test_without_a_room_it_says_how_to_begin_one(club: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CJM_PRIVATE", str(club.parent / "empty"))
    said = cjm(club, "cases")
    assert said.exit_code == 1 and "cjm private open" in said.output


def test_looked_at_again_repeated_closed(club: Path) -> None:
    ids = [add(club, f"Душ ледяной {n}", "--at", "shower", "--sort", "process") for n in range(3)]
    assert cjm(club, "cases", "close", ids[0]).exit_code == cjm(club, "cases", "recheck", ids[1][2:6]).exit_code == 0
    assert "снова 04.12.2026" in cjm(club, "cases", "repeat", ids[2], today="2026-11-20").output
    cjm(club, "cases", "repeat", ids[2], today="2026-11-20")  # told twice, it happened once
    assert [kept(club, id)["state"] for id in ids] == ["closed", "rechecked", "repeated"]
    listed = cjm(club, "cases", today="2026-12-04").output
    assert "Пора перепроверить: 1" in listed and "повторов: 1" in listed and ids[2] in listed
    cjm(club, "cases", "month", "2026-11")
    assert counted(club) == ["{what: process, touchpoint: visit/shower, section: shower, n: 4}"]


def test_an_undecided_appeal_does_not_count(club: Path) -> None:
    id = add(club, "Не поздоровались", "--at", "desk", "--sort", "communication", "--whose", "desk")
    cjm(club, "cases", "month", "2026-11")
    assert counted(club) == ["{what: communication, touchpoint: visit/desk, n: 1}"]
    assert cjm(club, "cases", "appeal", id, "--decided", "mistake", today="2026-11-10").exit_code == 1
    assert "ответить до 17.11.2026" in cjm(club, "cases", "appeal", id, today="2026-11-10").output
    assert cjm(club, "cases", "appeal", id, today="2026-11-10").exit_code == 1  # once
    listed = cjm(club, "cases", today="2026-11-18").output
    assert "Апелляции ждут ответа: 1" in listed and "срок вышел 17.11.2026" in listed and "перепроверить" not in listed
    assert "апелляция не решена: 1" in cjm(club, "cases", "month", "2026-11").output
    assert counted(club) == []
    assert cjm(club, "cases", "appeal", id, "--decided", "mistake").exit_code == 0
    cjm(club, "cases", "month", "2026-11")
    assert len(counted(club)) == 1
    assert "уже решена" in cjm(club, "cases", "appeal", id, "--decided", "no-mistake").output


def test_who_was_found_right_is_left_in_peace(club: Path) -> None:
    id = add(club, "Не поздоровались", "--at", "desk", "--sort", "communication")
    cjm(club, "cases", "appeal", id, today="2026-11-10")
    cjm(club, "cases", "appeal", id, "--decided", "no-mistake")
    assert "на сегодня ничего" in cjm(club, "cases", today="2027-01-01").output
    cjm(club, "cases", "month", "2026-11")
    assert counted(club) == []


@pytest.mark.parametrize(
    ("sort", "today", "says"),
    [("complaint", "2026-11-02", "обжаловать нечего"), ("process", "2026-11-16", "можно было до 15.11.2026")],
)
def test_an_appeal_has_its_term_and_is_against_a_mistake(club: Path, sort: str, today: str, says: str) -> None:
    id = add(club, "Душ ледяной", "--at", "shower", "--sort", sort)
    said = cjm(club, "cases", "appeal", id, today=today)
    assert said.exit_code == 1 and says in said.output


def test_repeats_by_group_for_the_meeting_and_topics_of_the_handbook_in_the_open(club: Path) -> None:
    for group in ("вечерняя смена", "вечерняя смена", "утро"):
        add(club, "Ледяной", "--at", "shower", "--sort", "complaint", "--topic", "cold-shower", "--group", group)
    add(
        club,
        "Ледяной",
        "--at",
        "shower",
        "--sort",
        "complaint",
        "--topic",
        "cold-shower",
        "--group",
        "утро",
        today="2026-10-30",
    )
    warned = cjm(club, "cases", "add", "Темно", "--at", "shower", "--sort", "complaint", "--topic", "ivanova")
    assert "темы «ivanova» в гайдлайне нет" in warned.output
    month = cjm(club, "cases", "month", "2026-11").output
    assert "жалоба: 4 (в прошлом месяце 1)" in month
    assert re.search(
        r"вечерняя смена\n +жалоба, Семейная душевая, «?Почему вода ледяная\?»?: 2, в прошлом месяце 0", month
    )
    assert re.search(r"утро\n.*: 1, в прошлом месяце 1", month)
    where = "what: complaint, touchpoint: visit/shower, section: shower"
    assert counted(club) == [f"{{{where}, n: 1}}", f"{{{where}, topic: cold-shower, n: 3}}"]
    assert [f.code for f in lint(load_folder(club)) if "voice/" in f.place.file] == []


def a_case(n: int, group: str) -> Case:
    return Case(f"c-{n}", dt.date(2026, 11, 1), "process", "…", "desk", group=group)


@pytest.mark.parametrize(
    ("night", "desk", "none", "shown"),
    [
        (4, 0, 0, {"": 4}),
        (5, 0, 0, {"night": 5}),
        (6, 2, 0, {"": 8}),  # two are left over: they would be known
        (6, 0, 5, {"night": 6, "": 5}),
        (9, 5, 0, {"night": 9, "desk": 5}),
        (9, 5, 3, {"night": 9, "": 8}),
    ],
)
def test_no_group_below_five_nor_what_is_left(
    club: Path, night: int, desk: int, none: int, shown: dict[str, int]
) -> None:
    groups = ["night"] * night + ["desk"] * desk + [""] * none
    cases = [a_case(n, group) for n, group in enumerate(groups)]
    handbook = load_folder(club)
    rows = list(month_rows(cases, "2026-11", handbook, ("night", "desk")))
    assert {row.get("group", ""): int(row["n"]) for row in rows} == shown
    assert [row.get("group") for row in month_rows(cases, "2026-11", handbook)] == [None]  # a team of fewer than five


def test_counting_again_does_not_lose_what_another_laptop_counted(club: Path) -> None:
    ids = [add(club, f"Душ {n}", "--at", "shower", "--sort", "complaint") for n in range(2)]
    cjm(club, "cases", "month", "2026-11")
    (club.parent / f"private/club/cases/{ids[0]}.json").unlink()
    said = cjm(club, "cases", "month", "2026-11")
    assert said.exit_code == 1 and "--again" in said.output and "n: 2" in counted(club)[0]
    (club.parent / f"private/club/cases/{ids[1]}.json").unlink()
    cjm(club, "voice", "close", "2026-11", "--visits", "400")  # a laptop without a register
    assert "n: 2" in counted(club)[0]


def test_whoever_is_forgotten_leaves_the_case(club: Path) -> None:
    cjm(club, "private", "person", "Ольга Ветрова", "--role", "desk")
    id = add(
        club, "Ольга Ветрова не поздоровалась", "--at", "desk", "--sort", "communication", "--whose", "Ольга Ветрова"
    )
    case = kept(club, id)
    assert str(case["person"]).startswith("p-") and case["said"] == "[администратор] не поздоровалась"
    assert id in cjm(club, "private", "show", "Ольга Ветрова").output
    cjm(club, "forget", "Ольга Ветрова", "--yes")
    assert "person" not in kept(club, id)


def test_names_and_telephones_reach_no_committed_byte(club: Path) -> None:
    draw = random.Random(18)
    given = ["Милана", "Тимофей", "Агата", "Савелий", "Ульяна", "Всеволод"]
    family = ["Кочеткова", "Дроздов", "Лаптева", "Рябинин"]
    subprocess.run(["git", "init", "-q", str(club)], check=True)
    secrets = set()
    for _n in range(12):
        name, phone = f"{draw.choice(given)} {draw.choice(family)}", f"+7 9{draw.randrange(10**8, 10**9)}"
        secrets |= {*name.split(), phone[3:]}
        add(
            club,
            f"Звонила {name}, {phone}: душ ледяной",
            "--at",
            "shower",
            "--sort",
            "complaint",
            "--topic",
            f"душ {name}",
        )
        assert all(
            part not in str(list(kept(club, path.stem).values()))
            for path in (club.parent / "private/club/cases").glob("*")
            for part in secrets
        )
    cjm(club, "cases", "month", "2026-11")
    committed = b"".join(path.read_bytes() for path in club.rglob("*") if path.is_file() and ".git" not in path.parts)
    assert [part for part in secrets if part.encode() in committed] == [] and b"n: 12" in committed


def test_git_would_take_it_so_it_is_not_written(club: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", str(club)], check=True)
    (club.parent / "private").rename(club / "private")
    monkeypatch.setenv("CJM_PRIVATE", str(club / "private"))
    said = cjm(club, "cases", "add", "Душ ледяной", "--at", "shower", "--sort", "complaint")
    assert said.exit_code == 1 and "git" in said.output and not list((club / "private").rglob("cases/*.json"))


def test_signs_that_drive_a_terminal_are_not_kept(club: Path) -> None:
    id = add(club, "Душ\x1b[2J\u202e ледяной\n=cmd|'/c calc'!A0", "--at", "shower", "--sort", "complaint")
    assert str(kept(club, id)["said"]).isprintable()


def test_in_english(club: Path) -> None:
    added = cjm(
        club, "cases", "add", "Cold", "--at", "shower", "--sort", "complaint", "--lang", "en", today="2026-11-01"
    )
    assert "to be re-checked on" in added.output
    assert "To be re-checked: 1" in cjm(club, "cases", "--lang", "en").output


@pytest.mark.parametrize(("month", "before"), [("2026-11", "2026-10"), ("2026-01", "2025-12"), ("2026-12", "2026-11")])
def test_the_month_before(month: str, before: str) -> None:
    assert month_before(month) == before


def test_a_workbook_of_three_sheets_and_a_calendar_without_words(club: Path) -> None:
    mistake = add(club, "=cmd|'/c calc'!A0", "--at", "shower", "--sort", "process", "--group", "утро")
    other = add(club, "Дует из окна", "--at", "shower", "--sort", "complaint")
    cjm(club, "cases", "appeal", mistake, today="2026-11-05")
    cjm(club, "cases", "repeat", other, today="2026-11-20")
    book, days = club.parent / "случаи.xlsx", club.parent / "дни.ics"
    assert cjm(club, "cases", "--xlsx", str(book), "--ics", str(days)).exit_code == 0
    sheets = {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in openpyxl.load_workbook(book)}
    assert list(sheets) == ["Ошибки", "Обращения", "Повторы"]
    row = dict(zip(sheets["Ошибки"][0], sheets["Ошибки"][1], strict=True))
    assert (row["Слова"], row["Группа"], row["Апелляция"]) == (
        "=cmd|'/c calc'!A0",
        "утро",
        "подана 05.11.2026, ответить до 12.11.2026",
    )
    assert openpyxl.load_workbook(book)["Ошибки"]["I2"].data_type == "s"
    assert sheets["Повторы"][0] == ["Месяц", "Группа", "Что повторялось", "Раз за месяц", "Месяцем раньше"]
    assert sheets["Повторы"][1:] == [["2026-11", None, "жалоба, Семейная душевая", 2, 0]]
    text = days.read_text("utf-8").replace("\r\n ", "")
    assert (
        sorted(re.findall(r"DTSTART;VALUE=DATE:(\d+)", text)) == ["20261112", "20261204"]
        and "Ответить на апелляцию" in text
    )
    assert "Дует" not in text and text.count("UID:case-c-") == 2


def test_neither_is_written_where_it_would_be_published(club: Path) -> None:
    add(club, "Дует из окна", "--at", "shower", "--sort", "complaint")
    for name in ("--xlsx", "--ics"):
        assert cjm(club, "cases", name, str(club / "guideline/files/out.bin")).exit_code == 1
    assert not (club / "guideline/files").exists()


def test_the_review_tells_of_cases_that_are_due(club: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(club, "Дует из окна", "--at", "shower", "--sort", "complaint")
    mistake = add(club, "Не поздоровались", "--at", "desk", "--sort", "communication")
    assert "cjm cases" not in cjm(club, "review", today="2026-11-02").output
    cjm(club, "cases", "appeal", mistake, today="2026-11-05")
    assert "Случаи: пора перепроверить 1, апелляций ждут ответа 1: cjm cases" in cjm(club, "review").output
    monkeypatch.setenv("CJM_PRIVATE", str(club.parent / "empty"))
    said = cjm(club, "review")
    assert said.exit_code == 0 and "cjm cases" not in said.output  # who keeps none is not told of any


def test_two_laptops_put_their_cases_together(club: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(club, "Дует из окна", "--at", "shower", "--sort", "complaint")
    monkeypatch.setenv("CJM_PRIVATE", str(club.parent / "other"))
    cjm(club, "private", "open", "--owner", "Ольга")
    add(club, "Не поздоровались", "--at", "desk", "--sort", "communication")
    cjm(club, "private", "join", str(club.parent / "private/club"))
    listed = cjm(club, "cases").output
    assert "Пора перепроверить: 2" in listed and "Дует" in listed and "поздоровались" in listed


def test_an_appeal_is_taken_on_its_last_day(club: Path) -> None:
    id = add(club, "Не поздоровались", "--at", "desk", "--sort", "communication")
    assert cjm(club, "cases", "appeal", id, today="2026-11-15").exit_code == 0


@pytest.mark.parametrize(("people", "named"), [(4, False), (5, True)])
def test_only_a_role_of_five_people_is_named_in_the_open(club: Path, people: int, named: bool) -> None:
    for n in range(people):
        assert (
            cjm(club, "private", "person", f"Сотрудник {n}", "--role", "night", "--from", "2026-01-01").exit_code == 0
        )
    for n in range(5):
        add(club, f"Душ {n}", "--at", "shower", "--sort", "process", "--group", "night")
    cjm(club, "cases", "month", "2026-11")
    assert ("group: night" in counted(club)[0], "n: 5" in counted(club)[0]) == (named, True)


def test_what_a_team_edits_in_the_workbook_comes_back_all_of_it_or_nothing(club: Path) -> None:
    first = add(club, "Дует из окна", "--at", "shower", "--sort", "complaint")
    other = add(club, "Не поздоровались", "--at", "desk", "--sort", "communication")
    book = club.parent / "книга.xlsx"

    def edited(**cells: str) -> Result:
        cjm(club, "cases", "--xlsx", str(book))
        made = openpyxl.load_workbook(book)
        for place, value in cells.items():
            made["Обращения" if place.endswith("2") else "Ошибки"][place.replace("9", "2")] = value
        made.save(book)
        return cjm(club, "cases", "back", str(book))

    assert "изменено: 0" in edited().output
    said = edited(F2="«Почему вода ледяная?»", G2="вечерняя смена", K2="закрыт", K9="повторился")
    assert said.exit_code == 0 and first in said.output and other in said.output
    case = kept(club, first)
    assert (case["topic"], case["group"], case["state"]) == ("cold-shower", "вечерняя смена", "closed")
    assert kept(club, other)["repeated"] == ["2026-11-28"]
    for cells, says in (
        ({"G2": "утро", "K9": "забыли"}, "забыли"),
        ({"K9": "закрыт", "G2": "смена Ольги Ветровой"}, "--whose"),
    ):
        wrong = edited(**cells)
        assert wrong.exit_code in (1, 2) and says in wrong.output
    assert kept(club, first)["group"] == "вечерняя смена" and kept(club, other)["state"] == "repeated"
    assert cjm(club, "cases", "back", str(club.parent / "нет.xlsx")).exit_code == 1


@pytest.mark.parametrize("sort", ["complaint", "жалоба", "Жалоба"])
def test_a_sort_is_named_by_its_word_or_by_what_it_means(club: Path, sort: str) -> None:
    assert kept(club, add(club, "Долго ждали", "--at", "desk", "--sort", sort))["sort"] == "complaint"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--at", "desk", "--sort", "ругань"), "complaint — жалоба, communication — ошибка общения"),
        (("--at", "showr", "--sort", "жалоба"), "возможно, shower"),
        (("--at", "xyzzy", "--sort", "жалоба"), "в touchpoints, в поле id"),
    ],
)
def test_what_is_typed_amiss_is_told_with_what_there_is(club: Path, options: tuple[str, ...], told: str) -> None:
    said = cjm(club, "cases", "add", "Долго ждали", *options)
    assert said.exit_code == 2 and told in " ".join(said.output.split())


CHECKED = (
    "section: shower\ntitle: Душ\nsteps:\n  - {id: hello, do: Поздоровайтесь., check: true, done_when: Вам ответили}\n  - {id: dry, do: Вытрите пол.}\n"
    "  - {id: key, do: Отдайте ключ., check: true}\nconflicts:\n  - {id: cold-shower, says: «Почему вода ледяная?»}\n"
)


def test_a_call_or_a_visit_is_checked_by_the_ticked_steps_of_a_section(club: Path) -> None:
    (club / "guideline/sections/shower.yml").write_text(CHECKED, encoding="utf-8")
    listed = cjm(club, "cases", "review", "shower").output
    assert "1. Поздоровайтесь" in listed and "2. Отдайте ключ" in listed and "Вытрите" not in listed
    marks = ("cases", "review", "shower", "1+", "2-", "ключ дала", "Мария Котова", "--group", "утро")
    for today in ("2026-11-02", "2026-11-03"):
        said = cjm(club, *marks, today=today)
        assert said.exit_code == 0, said.output
    cases = [json.loads(file.read_text("utf-8")) for file in (club.parent / "private/club/cases").glob("*.json")]
    missed = [one for one in cases if one["sort"] == "communication"]
    assert (missed[0]["said"], missed[0]["touchpoint"]) == (
        "Отдайте ключ: ключ дала [имя]",
        "shower",
    )
    assert {one["said"] for one in cases if one["sort"] == "observation"} == {"проверка по листу: сделано 1 из 2"}
    assert re.search(
        r"утро\n +ошибка общения, Семейная душевая, Отдайте ключ: 2", cjm(club, "cases", "month", "2026-11").output
    )
    assert counted(club) == [
        "{what: communication, touchpoint: visit/shower, section: shower, n: 2}", "{what: observation, touchpoint: visit/shower, section: shower, n: 2}",
    ]  # fmt: skip
    assert (
        cjm(club, "cases", today="2026-11-28").output.count("ошибка общения") == 2
    )  # what was seen is over, what was missed is not
    assert "отметка этого листа" in cjm(club, "cases", "review", "shower", "3-").output.replace("\n", " ")
    assert cjm(club, "cases", "review", "pool").exit_code == 2


def test_the_check_list_is_a_page_of_its_own_for_phone_and_paper(club: Path) -> None:
    hostile = CHECKED.replace("Вам ответили", "</script><script>alert(1)</script>")
    (club / "guideline/sections/shower.yml").write_text(hostile, encoding="utf-8")
    page = club.parent / "лист.html"
    assert cjm(club, "cases", "review", "shower", "--sheet", str(page)).exit_code == 0
    text = page.read_text("utf-8")
    assert "Скопировать</button>" in text
    assert text.count("<fieldset>") == 2 and "alert(1)</script>" not in text and "Content-Security-Policy" in text
    assert "http" not in text.replace("http-equiv", "")


def test_who_asked_is_known_when_it_is_mended(club: Path) -> None:
    (club / "guideline/improvements.yml").write_text(
        "improvements: [{id: warm, problem: Ледяной душ, touchpoint: visit/shower, actions: [Починили котёл], state: live, since: 2026-10-20, measure: {count: жалобы}}]\n",
        encoding="utf-8",
    )
    before = add(club, "Ледяной душ", "--at", "shower", "--sort", "complaint", "--day", "2026-10-02")
    add(
        club, "Опять холодно", "--at", "shower", "--sort", "complaint", "--day", "2026-10-25"
    )  # after it: who asked is thanked
    add(club, "Спасибо за душ", "--at", "shower", "--sort", "praise", "--day", "2026-10-02")
    said = CliRunner().invoke(main, ["improve", "warm", "--root", str(club)]).output.replace("\u00a0", " ")
    assert "Вы говорили нам: ледяной душ. Теперь иначе: починили котёл." in said
    assert f"случаев 1: {before}\n" in said
