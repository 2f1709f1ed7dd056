"""What is told and done with what came back, each way in which it can be amiss, is as it was; `CJM_GOLDEN=write pytest tests/export` accepts it."""

import datetime as dt
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

from cjm.export.forms import ExportOrder, export_files
from cjm.export.workbook_back import brought_back
from cjm.export.workbook_plan import back_lines
from cjm.language.says import LANGUAGES
from cjm.load import Files, load, read_folder
from cjm.repair.brought import BroughtBack
from cjm.word.bookmarks import ties
from cjm.word.comment_report import as_json, as_markdown, as_text
from cjm.word.remark import OBJECT, PARAGRAPH, Remark

GOLDEN = Path(__file__).resolve().parent / "golden"
FILES = read_folder(GOLDEN.parents[1] / "whole" / "handbook")
ORDER = ExportOrder("en", dt.date(2026, 11, 28))


class Sheet:
    """A sheet of the workbook, by the keys of its columns and the names of its rows."""

    def __init__(self, book: Any, kind: str) -> None:
        self.page = next(one for one in book.worksheets if one["A1"].value == f"cjm:sheet:{kind}")
        self.column = {cell.value: cell.column for cell in self.page[1]}
        self.row = {str(self.page.cell(number, 1).value): number for number in range(3, self.page.max_row + 1)}

    def put(self, row: str, key: str, value: object) -> None:
        self.page.cell(self.row[row], self.column[key]).value = value

    def add(self, **values: object) -> None:
        number = self.page.max_row + 1
        for key, value in values.items():
            self.page.cell(number, self.column[key]).value = value


def amiss(book: Any) -> None:
    """All that people do."""
    roles, facts, resources = Sheet(book, "role"), Sheet(book, "fact"), Sheet(book, "resource")
    roles.put("role:desk", "title", "Front desk")
    roles.put("role:desk", "tasks", "Calls\nKeys")
    roles.put("role:senior", "summary", "Decides all.")
    roles.put("role:head", "title", "")
    roles.put("role:care", "part_of", "nobody")
    roles.page.merge_cells(start_row=roles.row["role:guest"], end_row=roles.row["role:ropes"], start_column=roles.column["title"], end_column=roles.column["title"])  # fmt: skip
    roles.add(title="Driver", kind="partner")
    roles.add(title="Desk")
    roles.add(summary="Without a title")
    facts.put("fact:hour", "value", "=1+1")
    facts.put("fact:moves", "title", "How often " + "a day is moved and " * 12)
    resources.put("resource:diary", "address", "https://diary.example/new")
    resources.put("resource:chat", "title", "Chat of all")
    resources.page.delete_rows(resources.row["resource:rules"])
    points = Sheet(book, "touchpoint")
    points.put("touchpoint:visit/call", "title", "The first call")
    points.put("touchpoint:visit/came", "emotion", "9")
    points.page.cell(points.row["touchpoint:visit/left"], points.page.max_column).value = "changed"
    points.add(title="A new one")
    other = book.copy_worksheet(facts.page)
    other.cell(facts.row["fact:pair"], facts.column["title"]).value = "Two hours"
    book.create_sheet("Notes")["A1"] = "=1+1"


def told(back: BroughtBack) -> Iterator[str]:
    for language in LANGUAGES:
        yield from back_lines(back, language)
    for one in back.files:
        yield f"== {one.file}"
        before, after = (one.before or b"").decode().splitlines(), (one.after or b"").decode().splitlines()
        yield from (f"- {line}" for line in before if line not in after)
        yield from (f"+ {line}" for line in after if line not in before)


def meanwhile() -> Files:
    """What the author changed while the file was away."""
    files = dict(FILES)
    for path, was, now in (
        ("guideline/roles.yml", "summary: Decides what is hard.", "summary: Decides what nobody else does."),
        ("guideline/resources.yml", "  - {id: chat, title: Chat of the shift, kind: chat}\n", ""),
    ):
        raw = files[path]
        assert isinstance(raw, bytes) and was.encode() in raw
        files[path] = raw.replace(was.encode(), now.encode())
    return files


def test_a_workbook_in_which_everything_was_done() -> None:
    (raw,) = export_files("xlsx", load(FILES), ORDER).values()
    book = openpyxl.load_workbook(io.BytesIO(raw))
    amiss(book)
    made = io.BytesIO()
    book.save(made)
    as_was("workbook-back.txt", told(brought_back(meanwhile(), made.getvalue())))


def test_tables_in_which_everything_was_done() -> None:
    def tables() -> Iterator[str]:
        made = export_files("csv", load(FILES), ORDER)
        for kind, was, now in (
            ("role", "Receptionist", "Front desk"), ("role", "Decides what is hard.", "Decides all."), ("resource", "Chat of the shift", "Chat of all"),
            ("fact", "900 ₽", "=1+1"), ("touchpoint", "First call", "The first call"), ("touchpoint", "At the hall", "Elsewhere"),
            ("term", "One hour on the wall.", ""), ("duty", "once a week", "twice a week"),
        ):  # fmt: skip
            text = made[f"ridge-{kind}.csv"].decode("utf-8-sig")
            assert was in text
            yield f"# {kind}: {was} → {now}"
            yield from told(brought_back(meanwhile(), text.replace(was, now).encode()))

    as_was("csv-back.txt", tables())


def test_what_people_wrote_into_a_word_file_is_reported() -> None:
    handbook = load(FILES)
    known = {tie.tag: tie for tie in ties(handbook).values()}
    do, say, title = (known[f"section:booking/{key}"] for key in ("steps/ask/do", "steps/ask/say", "title"))
    role = known["role:desk/title"]
    reply = Remark("comment", "Anna", "2026-11-03T10:00:00Z", "Yes", resolved=True)
    remarks = [
        Remark("comment", "Boris", "2026-11-02T10:00:00Z", "Too long", "Ask for whom", ties=[do, say], replies=[reply]),
        Remark("comment", "", "", "Done", "x" * 200, True, [title]), Remark("inserted", "Carl", "2026-11-02", "and smile", ties=[do]),
        Remark("deleted", "Carl", "2026-11-02", "The rest", ties=[do]), Remark("replaced", "Carl", "2026-11-02", "Ring", "Ask", ties=[say], tracked=False),
        Remark("moved-from", "Carl", "2026-11-02", "words", ties=[do]), Remark("moved-to", "Carl", "2026-11-02", "words", ties=[role]),
        Remark("formatting", "Carl", "2026-11-02", ties=[do]), Remark("other", "Carl", "2026-11-02", OBJECT, ties=[do]),
        Remark("inserted", "Carl", "2026-11-02", PARAGRAPH, ties=[do]), Remark("inserted", "Carl", "2026-11-02", f"new{PARAGRAPH}line", after=do, heading="What to do"),
        Remark("comment", "Carl", "2026-11-02", "Where is it?"),
    ]  # fmt: skip

    def reports() -> Iterator[str]:
        for language in LANGUAGES:
            yield as_text(remarks, handbook, language)
            yield as_markdown(remarks, handbook, language)
            yield as_text([], handbook, language)
        yield as_json(remarks)

    as_was("remarks.txt", reports())


def as_was(name: str, lines: Iterator[str]) -> None:
    text = "\n".join(lines) + "\n"
    if os.environ.get("CJM_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(text.encode())
    kept = (GOLDEN / name).read_bytes().decode()
    assert text.splitlines() == kept.splitlines(), f"CJM_GOLDEN=write pytest tests/export accepts {name}"
