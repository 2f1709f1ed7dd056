"""`cjm matrix` as it is typed: holes first, the same count as on the site, tables for others, a gate for CI."""

import csv
import dataclasses
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from cjm.approval import standings
from cjm.approval.fold import Version
from cjm.approval.state import Standing, _reviewed
from cjm.cli import main
from cjm.coverage import COLUMNS, coverage
from cjm.load import load_folder
from cjm.model import Approval
from cjm.model.approval import Laid

HANDBOOK = """handbook: base
title: Основа
language: ru
channels: [{id: phone, title: Телефон, icon: phone}]
people: [{id: ira, name: Ирина Лаптева}, {id: anna, name: Анна, approves: true}]
review: {every: 180 дней}
parts:
  - {id: basics, title: Основа, sections: [call, old]}
"""
CALL = """section: call
title: Звонок
owner: ira
reviewed: 2026-10-01
steps:
  - {id: hello, do: Поздоровайтесь., say: Добрый день!}
conflicts:
  - {id: slow, says: Почему так долго?, answer: Простите.}
questions:
  - {id: q, ask: Что сказать?, use: practice, options: [{text: Добрый день, right: true, because: Так принято.}]}
"""
OLD = "section: old\ntitle: Старый\nowner: ira\nreviewed: 2025-01-01\nsteps: [{id: do, do: Сделайте.}]\n"
ASKED = "policies: [{id: all, title: У всех всё, every: {touchpoint: {}}, has: [script, answer, question, owner]}]\n"
VISIT = """journey: visit
title: Визит
stages:
  - stage: before
    title: До
    touchpoints:
      - {id: phoned, title: Звонок, contact: person, channel: phone, standard: call}
      - {id: waited, title: Ожидание, contact: product, channel: phone}
      - {id: sum, title: "=2+2", contact: person, channel: phone, standard: old}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "guideline/handbook": HANDBOOK,
        "guideline/policies": ASKED,
        "guideline/sections/call": CALL,
        "guideline/sections/old": OLD,
        "touchpoints/visit": VISIT,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path


def cjm(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["matrix", "--root", str(folder), "--today", "2026-11-22", *words])


def test_holes_come_first_with_their_place(folder: Path) -> None:
    lines = cjm(folder).output.splitlines()
    assert lines[0].split() == [
        "Точка",
        "касания",
        "Стандарт",
        "Скрипт",
        "Ответ",
        "Вопрос",
        "Отвечает",
        "Пересмотрено",
        "Файл",
    ]
    assert lines[1] == "─" * max(map(len, lines[:-2]))
    assert lines[2].split() == ["Ожидание", *["нет"] * 5, "—", "touchpoints/visit.yml:8"]
    assert lines[3].split() == [
        "=2+2",
        "2",
        "Старый",
        "нет",
        "нет",
        "нет",
        "есть",
        "просрочено",
        "touchpoints/visit.yml:9",
    ]
    assert lines[4].split() == ["Звонок", "1", "Звонок", "есть", "есть", "есть", "есть", "2026-10-01"]
    assert lines[-1] == "Покрыто полностью: 1 из 3 точек касания (33,3 %), пробелов: 9"


def test_holes_only(folder: Path) -> None:
    made = cjm(folder, "--holes", "--lang", "en")
    assert "Звонок" not in made.output and "Ожидание" in made.output
    assert "Fully covered: 1 of 3 touchpoints (33.3 %), holes: 9" in made.output


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("33", 0), ("33.4", 1), ("100", 1)])
def test_a_gate_for_ci(folder: Path, least: str, code: int) -> None:
    assert cjm(folder, "--fail-under", least).exit_code == code


def test_a_file_that_cannot_be_read_passes_no_gate(folder: Path) -> None:
    (folder / "touchpoints/broken.yml").write_text("journey: [", encoding="utf-8")
    assert cjm(folder).exit_code == 0
    made = cjm(folder, "--fail-under", "1")
    assert made.exit_code == 1 and "touchpoints/broken.yml" in made.output


def test_json_says_what_the_computation_says(folder: Path) -> None:
    made = json.loads(cjm(folder, "--json", "-").output)
    rows = coverage(load_folder(folder), dt.date(2026, 11, 22))
    assert [row["touchpoint"] for row in made["rows"]] == [row.touchpoint.id for row in rows]
    assert [tuple(row[column] for column in COLUMNS) for row in made["rows"]] == [row.covered for row in rows]
    assert (made["touchpoints"], made["covered"], made["percent"]) == (3, 1, 33.33)


def test_csv_opens_in_excel_and_runs_nothing(folder: Path) -> None:
    assert cjm(folder, "--csv", str(folder / "m.csv")).exit_code == 0
    raw = (folder / "m.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert [line[0] for line in table] == ["Точка касания", "Ожидание", "'=2+2", "Звонок"]
    assert {len(line) for line in table} == {11}


def test_a_workbook_is_the_same_each_time_and_runs_nothing(folder: Path) -> None:
    written = []
    for name in ("a.xlsx", "b.xlsx"):
        assert cjm(folder, "--xlsx", str(folder / name)).exit_code == 0
        written.append((folder / name).read_bytes())
    assert written[0] == written[1]
    book = load_workbook(folder / "a.xlsx")
    sheet = book.active
    assert (book.properties.title, book.properties.creator) == ("Основа: покрытие", "cjm")
    assert [cell.value for cell in sheet["A"]] == ["Точка касания", "Ожидание", "=2+2", "Звонок"]
    assert sheet["A3"].data_type == "s" and sheet["I2"].value == 5 and sheet["G4"].value == "Ирина Лаптева"
    assert sheet.auto_filter.ref == "A1:K4" and sheet.freeze_panes == "B2"


def test_approved_lately_is_not_overdue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The due day is that of rule 603, for which an approval is a review."""
    handbook, today = load_folder(folder), dt.date(2026, 11, 22)
    before = standings(handbook, today)
    lately = Version(Laid(item="section:old"), Approval(date=dt.date(2026, 11, 1)), "", {"anna": "Анна"})
    old = _reviewed(Standing("section:old", "approved", last=lately), handbook.section["old"], handbook, today)
    assert any(row.overdue for row in coverage(handbook, today))
    after = dataclasses.replace(before, of={**before.of, "old": old})
    monkeypatch.setattr("cjm.coverage.standings", lambda handbook, today: after)
    assert not any(row.overdue for row in coverage(handbook, today))


def test_the_matrix_without_touchpoints(folder: Path) -> None:
    (folder / "touchpoints/visit.yml").unlink()
    made = cjm(folder, "--fail-under", "100")
    assert made.exit_code == 0 and "Точек касания нет." in made.output
    assert cjm(folder, "--xlsx", str(folder / "e.xlsx"), "--csv", str(folder / "e.csv")).exit_code == 0


@pytest.mark.parametrize(
    ("policies", "script", "question"),
    [
        ("", "—", "—"),
        ("{id: a, title: А, every: {touchpoint: {contact: product}}, has: question}", "—", "нет"),
        ("{id: a, title: А, every: {touchpoint: {contact: person}}, has: [script, question]}", "—", "—"),
        ("{id: a, title: А, every: {touchpoint: {}}, has: script}", "нет", "—"),
    ],
)
def test_beside_a_standard_only_what_a_policy_asks_is_a_hole(
    folder: Path, policies: str, script: str, question: str
) -> None:
    (folder / "guideline/policies.yml").write_text(f"policies: [{policies}]\n", encoding="utf-8")
    line = next(line.split() for line in cjm(folder).output.splitlines() if line.startswith("Ожидание"))
    assert (line[1], line[2], line[4]) == ("нет", script, question)


def test_what_a_policy_asks_of_sections_is_asked_of_their_touchpoints(folder: Path) -> None:
    policy = "policies: [{id: a, title: А, every: {section: {}}, has: question}]\n"
    (folder / "guideline/policies.yml").write_text(policy, encoding="utf-8")
    lines = {line.split()[0]: line.split() for line in cjm(folder).output.splitlines() if line}
    assert lines["=2+2"][5] == "нет" and lines["Ожидание"][4] == "—"


def test_a_standard_kept_elsewhere_is_one(folder: Path) -> None:
    (folder / "guideline/resources.yml").write_text(
        "resources: [{id: retail, title: Правила сети, kind: file}]\n", encoding="utf-8"
    )
    visit = (folder / "touchpoints/visit.yml").read_text(encoding="utf-8")
    (folder / "touchpoints/visit.yml").write_text(
        visit.replace("standard: old", "standard: resource:retail"), encoding="utf-8"
    )
    rows = {row.touchpoint.id: row for row in coverage(load_folder(folder), dt.date(2026, 11, 22))}
    assert rows["sum"].covered == (True, None, None, None, None, None) and rows["sum"].holes == 0
    assert "Правила сети ↗" in cjm(folder).output
