"""Slides as somebody who talks to newcomers needs them: danger is told, no slide runs over, and nothing that is asked in an exam stands there."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from cjm.book import Cut, slides
from cjm.load import load, load_folder
from cjm.model import Handbook
from cjm.publish.pdf import pdf

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 28)
LONG = "Скажите, что место держим, и спросите, на какой день недели и к какому часу удобно прийти в следующий раз. " * 6
FILES = {
    "guideline/handbook.yml": """handbook: test
title: Тест
language: ru
people: [{id: anna, name: Анна Орлова}]
parts: [{id: all, title: Всё, sections: [visit, call]}]
""",
    "guideline/roles.yml": "roles: [{id: desk, title: Стойка, decides: [Перенос]}]",
    "guideline/sections/visit.yml": f"""section: visit
title: Визит
performer: desk
steps:
  - {{id: greet, do: Поздоровайтесь., say: Добрый день!}}
  - {{id: name, do: Назовите имя.}}
  - {{id: tell, do: Расскажите., say: "{LONG}"}}
never: [{{do: Молчать., instead: Скажите хоть слово.}}]
conflicts: [{{id: dear, says: Дорого!, why: Считает., answer: Посчитаем вместе.}}]
questions:
  - {{id: q, ask: Что сначала?, options: [{{text: Имя, because: Нет.}}, {{text: Привет, right: true, because: Да.}}]}}
""",
    "guideline/sections/call.yml": "section: call\ntitle: Звонок\nsteps: [{id: take, do: Снимите трубку.}]\n",
}


def handbook(**more: str) -> Handbook:
    files = FILES | {name.replace("__", "/") + ".yml": text for name, text in more.items()}
    return load({name: text.encode() for name, text in files.items()})


def told(one: Handbook, cut: Cut | None = None) -> list[Any]:
    made: list[Any] = slides(one, today=DAY, cut=cut or Cut()).data["slides"]
    return made


def test_a_long_step_stands_by_itself_and_none_is_left_out() -> None:
    boxes = [slide["boxes"] for slide in told(handbook()) if slide["kind"] == "boxes" and slide["title"] == "Визит"]
    assert [[box["number"] for box in slide] for slide in boxes] == [[1, 2], [3]]


def test_what_is_forbidden_stands_below_the_last_and_a_talk_follows() -> None:
    kinds = [(one["kind"], one["title"], bool(one.get("never"))) for one in told(handbook())]
    assert kinds == [
        ("cover", "Тест", False), ("boxes", "Визит", False), ("boxes", "Визит", True), ("talk", "«Дорого!»", False),
        ("boxes", "Звонок", False),
    ]  # fmt: skip


def test_where_an_exam_names_what_must_be_known_the_talk_is_about_that() -> None:
    exam = "exams: [{id: new, title: Экзамен, roles: [desk], questions: 1, pass: 1, must_know: [call], examiner: desk}]"
    titles = {one["title"] for one in told(handbook(guideline__training=exam)) if one["kind"] == "boxes"}
    assert titles == {"Звонок"}


def test_no_question_of_an_exam_is_shown() -> None:
    assert "Что сначала" not in str(told(handbook(), Cut("section", "visit")))


@pytest.mark.parametrize("cut", [Cut(), Cut("role", "desk"), Cut("part", "all"), Cut("section", "visit")])
def test_as_many_pages_as_slides(cut: Cut) -> None:
    made = slides(handbook(), today=DAY, cut=cut)
    assert len(PdfReader(io.BytesIO(pdf(made, ROOT))).pages) == len(made.data["slides"])


@pytest.mark.slow
def test_of_the_reference_handbook_too_and_danger_is_told_whole() -> None:
    reference = load_folder(ROOT)
    made = slides(reference, today=DAY)
    pages = PdfReader(io.BytesIO(pdf(made, ROOT))).pages
    danger = [one for one in made.data["slides"] if one["kind"] == "danger"]
    cases = [step for step in reference.section["emergency"].steps if step.when]
    assert len(pages) == len(made.data["slides"]) < 60 and len(danger) == len(cases) + 1
    assert all("112" in page.extract_text() for page in pages if "Срочно:" in page.extract_text())
