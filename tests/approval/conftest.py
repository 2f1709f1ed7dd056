"""A small handbook on disk, the PDF of it that somebody reads, and the command line."""

import datetime as dt
import hashlib
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cjm.app.edition import WAITING, printed_here
from cjm.cli import main
from cjm.load import load_folder

from .paper import edition_of

HANDBOOK = """handbook: club
title: Гайдлайн клуба
language: ru
channels:
  - {id: phone, title: Телефон, icon: phone}
people:
  - {id: anna, name: Анна Орлова, role: admin, approves: true}
  - {id: boris, name: Борис Зимин, role: boss, approves: true}
  - {id: vera, name: Вера Лис, role: admin}
review: {every: 180 дней}
parts:
  - {id: basics, title: Основа, sections: [call, visit, meeting]}
"""
ROLES = """roles:
  - {id: admin, title: Администратор, decides: ["Перенос за {{ limit }}"]}
  - {id: boss, title: Директор}
"""
FACTS = "facts:\n  - {id: limit, title: Срок переноса, value: два часа}\n"
JOURNEY = """journey: first
title: Первое посещение
stages:
  - stage: ask
    title: Обращение
    touchpoints:
      - {id: first-call, title: Первый разговор, contact: person, role: admin, channel: phone, wait: 15 мин, standard: call}
  - stage: come
    title: Визит
    touchpoints:
      - {id: first-visit, title: Вход, contact: person, role: admin, channel: phone, standard: visit, outcome: Пришёл}
"""


def section(id: str, title: str, owner: str = "vera", do: str = "Поздоровайтесь и назовите себя.") -> str:
    return f"""section: {id}
title: {title}
owner: {owner}
performer: admin
purpose: Клиент знает, что дальше.
trigger: Клиент обратился.
result: Запись видна в журнале.
reviewed: 2026-10-01
steps:
  - {{id: greet, do: {do}}}
"""


FILES = {
    "guideline/handbook.yml": HANDBOOK,
    "guideline/roles.yml": ROLES,
    "guideline/facts.yml": FACTS,
    "guideline/sections/call.yml": section("call", "Звонок"),
    "guideline/sections/visit.yml": section("visit", "Визит"),
    "guideline/sections/meeting.yml": section("meeting", "Встреча", owner="anna"),
    "touchpoints/first.yml": JOURNEY,
}


class Club:
    """A handbook's folder, and what people do with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def pdf(self, *sections: str, day: str = "2026-11-20") -> Path:
        """The book of a day, of all or of these sections, with its record; no printer set it, so it is there at once."""
        file, handbook = self.root / "book.pdf", load_folder(self.root)
        handbook = replace(handbook, editions=printed_here(handbook, self.root))
        made = edition_of(handbook, dt.date.fromisoformat(day), [f"section:{id}" for id in sections])
        raw = f"book {made.number} {made.code}".encode()
        file.write_bytes(raw)
        record = self.root / WAITING / made.file
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_bytes(replace(made, sha256=hashlib.sha256(raw).hexdigest()).as_json())
        return file

    def printed(self, *words: str, day: str = "2026-11-20") -> Path:
        """The book as `cjm pdf` prints it."""
        file = self.root / "book.pdf"
        made = self.cjm("pdf", *words, "-o", str(file), today=day)
        assert made.exit_code == 0, made.output
        return file

    def cjm(self, *words: str, today: str = "2026-11-22") -> Result:
        return CliRunner().invoke(main, [words[0], "--root", str(self.root), "--today", today, *words[1:]])

    def git(self, *words: str) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "core.autocrlf=false")
        done = subprocess.run(["git", *who, *words], cwd=self.root, check=True, capture_output=True, encoding="utf-8")
        return done.stdout

    def told(self, *words: str) -> str:
        """What a command prints, with spaces that one can type."""
        return self.cjm(*words).output.replace("\u00a0", " ")

    def approve(self, by: str, *words: str, today: str = "2026-11-22") -> Result:
        without = {"--pdf", "--minor", "rejected", "withdrawn"} & set(words)
        pdf = () if without else ("--pdf", str(self.pdf(day=today)))
        return self.cjm("approve", "--by", by, *pdf, *words, today=today)

    @property
    def records(self) -> list[Path]:
        return sorted((self.root / "guideline" / "approvals").glob("*.yml"))

    @property
    def approved_texts(self) -> list[Path]:
        return sorted((self.root / "guideline" / "approvals" / "texts").glob("*"))


@pytest.fixture
def club(tmp_path: Path) -> Club:
    """The club's handbook, which nobody has approved."""
    return Club(tmp_path)


@pytest.fixture
def approved(club: Club) -> Club:
    """The club's handbook, all of it approved by both who may."""
    for by in ("boris", "anna"):
        result = club.approve(by, "--all", today="2026-11-21")
        assert result.exit_code == 0, result.output
    return club


Lint = Callable[..., list[str]]


@pytest.fixture
def lint() -> Lint:
    """`lint(club)`: the codes of 6xx with the ids of what they are about."""
    from cjm.lint import judge

    def codes(club: Club, today: str = "2026-11-22") -> list[str]:
        verdict = judge(load_folder(club.root), today=dt.date.fromisoformat(today))
        return [
            f"{one.code[3:]} {one.id.rpartition(':')[2]}" for one in verdict.findings if one.code.startswith("CJM6")
        ]

    return codes
