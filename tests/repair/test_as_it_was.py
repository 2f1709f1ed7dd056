"""What an answer, a new thing and another id make of the files, and why they are refused, is as it was; `CJM_GOLDEN=write pytest tests/repair` accepts it."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from cjm.edit import Changed, Refused
from cjm.load import load, read_folder
from cjm.repair.add import add, addable
from cjm.repair.answers import answered
from cjm.repair.mend import mend, unified_diff
from cjm.repair.rename import rename

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden"
FILES = read_folder(HERE.parent / "whole" / "handbook")
DAY = dt.date(2026, 11, 28)
ANSWERS = {
    "handbook:ridge": "Yes", "role:senior/decides": "- A free hour\n- Another day, twice", "journey:visit/stages/there/touchpoints/left/emotion": "2",
    "section:booking/trigger": "A guest rings,\nwrites or comes.", "section:booking/steps/waiting/done_when": "He is on the list.", "section:nowhere/title": "Lost",
}  # fmt: skip
WRONG = {"journey:visit/stages/there/touchpoints/left/emotion": "glad"}
RENAMED = {
    "role:desk": "front", "section:booking": "hours", "touchpoint:came": "enters", "index:nps": "promoters", "fact:hour": "price", "script:booking/waiting-list": "list",
    "dimension:hall": "place", "before": "ahead",
    "role:dusk": "x", "role:senior": "desk", "role:head": "head", "nowhere": "x", "role:care": "Отдел", "fact:pair": "section:pair",
}  # fmt: skip


def differences(files: Iterable[Changed]) -> Iterator[str]:
    yield unified_diff(files)


def test_answers() -> None:
    def told() -> Iterator[str]:
        for answers in (ANSWERS, WRONG):
            made = answered(FILES, answers)
            yield f"{made.taken} taken"
            yield from (f"{one.tag} · {one.answer} · {one.why.ru} · {one.why.en}" for one in made.left)
            yield from differences(made.files)

    as_was("answers.txt", told())


def test_new_things() -> None:
    def told() -> Iterator[str]:
        for kind in addable():
            places = (("", "", ""), ("booking", "", ""), ("visit", "call", "own-id"), ("nowhere", "", "desk"))
            for within, after, id in places if kind.inside in ("section", "stage") else places[:1]:
                yield f"# {kind.name} {within} {after} {id}"
                try:
                    made = add(FILES, kind.name, "Second “one” of them", within=within, after=after, id=id)
                except Refused as refused:
                    yield f"{refused.says.ru}\n{refused.says.en}"
                    continue
                yield f"{made.name} {made.place.file}:{made.place.line} {made.questions}"
                yield from differences(made.files)

    as_was("new.txt", told())


def test_other_ids() -> None:
    def told() -> Iterator[str]:
        twice = {
            **FILES,
            "guideline/duties.yml": b"duties: [{id: ropes, title: One, who: desk}, {id: ropes, title: Two, who: desk}]\n",
        }
        for old, new in (*RENAMED.items(), ("duty:ropes", "lines"), ("rules", "x")):
            yield f"# {old} → {new}"
            try:
                made = rename(twice if old.startswith("duty") else FILES, old, new, today=DAY)
            except Refused as refused:
                yield f"{refused.says.ru}\n{refused.says.en}"
                continue
            yield f"{made.old} → {made.new}, {made.places}"
            yield from differences(made.files)

    as_was("renamed.txt", told())


def test_what_mends_itself() -> None:
    files = {
        "guideline/handbook.yml": "handbook: club\ntitle: Клуб\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [visit]}]\n".encode(),
        "guideline/roles.yml": "roles:\r\n  - {id: desk, title: Стойка, substitutes: [dеsk]}\r\n".encode(),
        "guideline/sections/visit.yml": "section: visit\ntitle: Визит ребёнка\ngeneral: true\npurpose: Ребенок рад .\nsteps: [{do: Дайте ключ}]\n".encode(),
    }
    made = mend(files, today=DAY)
    as_was("mended.txt", iter([f"{load(files).problems}", f"{made.findings} mended", *differences(made.files)]))


# Private functions


def as_was(name: str, lines: Iterator[str]) -> None:
    text = "\n".join(lines) + "\n"
    if os.environ.get("CJM_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(text.encode())
    kept = (GOLDEN / name).read_bytes().decode()
    assert text.splitlines() == kept.splitlines(), f"CJM_GOLDEN=write pytest tests/repair accepts {name}"
