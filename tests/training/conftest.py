"""A small club with an exam, a room for its private records, and somebody who takes the exam as the page does."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from cjm.load import load_folder
from cjm.model import Handbook
from cjm.private.room import Room, new_room
from cjm.training import seal
from cjm.training.draw import checks_of, code_of, drawn_paper, initials_of
from cjm.training.edition import ExamEdition
from cjm.training.seal import keys, result_seal

DAY = dt.date(2026, 11, 28)
CLUB = {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб\norganisation: Клуб у реки\nlanguage: ru\n"
        "dimensions: [{id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}]\n"
        "parts: [{id: all, title: Всё, sections: [meet, cancel, money, danger]}]\n"
    ),
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор}, {id: cash, title: Учёт}, {id: senior, title: Старшая}]\n",
    "guideline/facts.yml": (
        "facts:\n  - {id: notice, title: За сколько отменяют, value: 4 часа}\n"
        "  - {id: opens, title: Открываемся, values: [{for: {branch: north}, value: '8:00'}, {for: {branch: south}, value: '9:00'}]}\n"
    ),
    "guideline/training.yml": (
        "exams:\n  - {id: newcomer, title: Экзамен, roles: [desk, cash], questions: 6, pass: 4, must_know: danger, twice: 14 дней, examiner: senior}\n"
    ),
}
STEPS = {
    "meet": ("desk", "Встреча", "Поздоровайтесь и назовите имя. Открываемся в {{ opens }}."),
    "cancel": ("desk", "Отмена", "Отменить можно за {{ notice }} до начала."),
    "money": ("cash", "Деньги", "Сверьте остаток до вечера."),
    "danger": ("[desk, cash]", "Опасность", "Звоните 112 и выводите детей."),
}
ORDERED = "in_order: true, options: [{text: Раз}, {text: Два}, {text: Три}]"
SPOKEN = "points: [имя, срок]"
SEVERAL = "options: [{text: Да, right: true}, {text: Тоже, right: true}, {text: Нет, because: Плохо.}]"
PLAIN = "options: [{text: Нет, because: Плохо.}, {text: Да, right: true}, {text: Позже, because: Поздно.}]"


def section(id: str) -> str:
    who, title, do = STEPS[id]
    kinds = [PLAIN, PLAIN, {"cancel": ORDERED, "danger": SEVERAL, "meet": SPOKEN}.get(id, PLAIN)]
    asked = "".join(
        f"  - {{id: {id}-{n}, ask: 'Вопрос {n} о {title}?', use: exam, {kind}}}\n" for n, kind in enumerate(kinds)
    )
    return (
        f"section: {id}\ntitle: {title}\nperformer: {who}\npurpose: Порядок.\ntrigger: Пора.\nresult: Готово.\n"
        f"steps:\n  - id: do\n    do: {do}\n    check: true\n    done_when: Видно.\nquestions:\n{asked}"
    )


class Club:
    """A handbook on disk that can be edited, and its room."""

    def __init__(self, folder: Path) -> None:
        self.root, self.private = folder / "club", folder / "private"
        for file, text in (CLUB | {f"guideline/sections/{id}.yml": section(id) for id in STEPS}).items():
            (self.root / file).parent.mkdir(parents=True, exist_ok=True)
            (self.root / file).write_text(text, encoding="utf-8", newline="\n")
        self.room.open()

    @property
    def handbook(self) -> Handbook:
        return load_folder(self.root)

    @property
    def room(self) -> Room:
        return new_room(self.handbook.outline, "Марина", self.root, {"CJM_PRIVATE": str(self.private)})

    def change(self, file: str, old: str, new: str) -> None:
        path = self.root / "guideline" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture
def club(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Club:
    monkeypatch.setenv("CJM_PRIVATE", str(tmp_path / "private"))
    return Club(tmp_path)


STRETCHED = seal.ROUNDS


@pytest.fixture(autouse=True, scope="package")
def _codes_stretched_little() -> Iterator[None]:
    """A third of a second for each code is for who guesses codes, not for a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal, "ROUNDS", 600)
        yield


Chosen = Callable[[Mapping[str, Any]], Any]


def rightly(question: Mapping[str, Any]) -> Any:
    """The right answer to a question."""
    rights = [at for at, option in enumerate(question["options"]) if option["right"]]
    return {"one": rights[:1] and rights[0], "several": rights, "order": list(range(len(question["options"]))), "say": list(range(len(question["points"])))}[question["kind"]]  # fmt: skip


def wrongly(question: Mapping[str, Any]) -> Any:
    """The first wrong option, a part of the right ones, an order turned round, nothing said."""
    if question["kind"] == "one":
        return next(at for at, option in enumerate(question["options"]) if not option["right"])
    return {"several": [0], "order": [*range(len(question["options"]))][::-1], "say": []}[question["kind"]]


def taken(
    edition: ExamEdition, code: str, name: str, *, role: str = "desk", run: int = 1, day: dt.date = DAY, before: str = "",
    examiner: str = "Старшая Света", answer: Chosen = rightly,
) -> dict[str, Any]:  # fmt: skip
    """The result that the page saves."""
    key, initials = keys(code, edition.id)[1], initials_of(name)
    paper = drawn_paper(edition, role, initials, run, before)
    answers = [answer(one.question) for one in paper]
    result = {
        "cjm": "result/1", "edition": edition.id, "role": role, "name": name, "initials": initials, "run": run, "before": before,
        "day": day.isoformat(), "minutes": 9, "examiner": examiner, "answers": answers,
        "checks": [{"id": one["id"], "done": True} for one in checks_of(edition, role, initials, run)],
        "code": code_of(edition, key, role, initials, run, paper, answers),
    }  # fmt: skip
    return result | {"seal": result_seal(key, result)}


def saved(folder: Path, *results: dict[str, Any]) -> list[Path]:
    """The same as files."""
    made = []
    for number, one in enumerate(results):
        made.append(folder / f"{number}-{one['initials']}-{one['run']}.json")
        made[-1].write_text(json.dumps(one, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return made
