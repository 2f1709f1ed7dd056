"""A handbook of one section and one journey, typed into a folder."""

import datetime as dt
from pathlib import Path

import pytest

DAY = dt.date(2026, 11, 22)
FILES = {
    "guideline/handbook.yml": """handbook: pool
title: Бассейн
language: ru
channels: [{id: phone, title: Телефон, icon: phone}]
people:
  - {id: vera, name: Вера Лис, role: desk, approves: true}
  - {id: oleg, name: Олег Дым, role: desk, approves: true}
parts: [{id: basics, title: Основа, sections: [call]}]
""",
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор}]\n",
    "guideline/sections/call.yml": """section: call
title: Звонок
owner: vera
performer: desk
purpose: Клиент знает, что дальше.
trigger: Клиент позвонил.
result: Запись ребёнка видна в журнале.
reviewed: 2026-11-01
steps: [{id: greet, do: Поздоровайтесь.}]
""",
    "touchpoints/first.yml": """journey: first
title: Первый раз
stages:
  - stage: ask
    title: Обращение
    touchpoints:
      - {id: called, title: Звонок, contact: person, role: desk, channel: phone, standard: call, outcome: Записан}
""",
}


class Pool:
    """The folder, and how an author changes it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def forget_a_yo(self) -> None:
        """A warning that has one right answer."""
        self.change("guideline/sections/call.yml", "Запись ребёнка", "Запись ребёнка и ребенка")

    def files(self, folder: str) -> dict[str, bytes]:
        top = self.root / folder
        return {str(file.relative_to(top)): file.read_bytes() for file in top.rglob("*") if file.is_file()}


@pytest.fixture
def pool(tmp_path: Path) -> Pool:
    return Pool(tmp_path)
