"""The reference handbook as a PDF, made once; small handbooks on disk; a reader of PDFs."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from cjm.book import book
from cjm.load import load
from cjm.model import Handbook
from cjm.publish.pdf import pdf

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 22)

HANDBOOK = """handbook: pool
title: Бассейн «Волна»
organisation: Клуб «Волна»
language: ru
channels: [{id: phone, title: Телефон, icon: phone}]
people: [{id: vera, name: Вера Лис, role: desk, approves: true}]
parts:
  - {id: basics, title: Основа, sections: [call, visit]}
"""
ROLES = "roles:\n  - {id: desk, title: Администратор, decides: [Перенос за два часа]}\n"
JOURNEY = """journey: first
title: Первое посещение
stages:
  - stage: ask
    title: Обращение
    touchpoints:
      - {id: first-call, title: Первый звонок, contact: person, role: desk, channel: phone, standard: call, emotion: 0}
      - {id: came, title: Вход, contact: person, role: desk, channel: phone, standard: visit, emotion: -1}
      - {id: swam, title: Вода, contact: person, role: desk, channel: phone, standard: visit, emotion: 2, outcome: Плавает}
"""


def section(id: str, title: str, more: str = "") -> str:
    return f"""section: {id}
title: {title}
owner: vera
performer: desk
purpose: Клиент знает, что дальше.
trigger: Клиент обратился.
result: Запись видна в журнале.
reviewed: 2026-11-01
steps:
  - {{id: greet, do: Поздоровайтесь и назовите себя., say: "Добрый день, <имя>!"}}
{more}"""


FILES = {
    "guideline/handbook.yml": HANDBOOK,
    "guideline/roles.yml": ROLES,
    "guideline/placeholders.yml": "placeholders: [{id: name, name: имя, example: Миша}]\n",
    "touchpoints/first.yml": JOURNEY,
    "guideline/sections/call.yml": section("call", "Входящий звонок"),
    "guideline/sections/visit.yml": section("visit", "Встреча у стойки"),
}


@pytest.fixture(scope="session")
def printed(handbook: Handbook) -> bytes:
    """The whole reference handbook as PDF."""
    return pdf(book(handbook, today=DAY), ROOT)


@pytest.fixture(scope="session")
def reader(printed: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="session")
def pages(reader: PdfReader) -> list[str]:
    """The text of each page of the reference handbook, any blank as a plain one."""
    return [page.extract_text().replace("\u00a0", " ") for page in reader.pages]


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """`small()`: a handbook of two sections on disk; `small({path: text})` with these files changed or added."""

    def make(changed: dict[str, str] | None = None) -> Path:
        for path, text in (FILES | (changed or {})).items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        return tmp_path

    return make


@pytest.fixture(scope="session")
def loaded() -> Callable[..., Handbook]:
    """The same handbook without a disk."""
    return lambda changed=None: load({path: text.encode() for path, text in (FILES | (changed or {})).items()})
