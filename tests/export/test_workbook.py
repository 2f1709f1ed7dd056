"""A workbook goes out, is edited in Excel, and comes back: only what somebody changed moves."""

import datetime as dt
import io
from typing import Any

import openpyxl

from cjm.export.forms import ExportOrder, export_files
from cjm.export.workbook_back import brought_back, is_workbook_of_ours
from cjm.load import load

ROLES = (
    "roles:\n  - {id: desk, title: Стойка}  # у двери\n  - id: night\n    title: Ночной\n    tasks: [Обход, Ключи]\n"
)
FILES = {"guideline/handbook.yml": b"handbook: base\ntitle: Base\n", "guideline/roles.yml": ROLES.encode()}


def book_of(files: dict[str, bytes]) -> bytes:
    return next(iter(export_files("xlsx", load(files), ExportOrder("ru", dt.date(2026, 11, 28))).values()))


def edited(raw: bytes, cells: dict[str, Any]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    for at, value in cells.items():
        book["Роли"][at] = value
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_only_the_cell_that_was_changed_moves() -> None:
    raw = book_of(FILES)
    assert is_workbook_of_ours(raw)
    assert brought_back(FILES, raw).files == ()
    back = brought_back(FILES, edited(raw, {"D3": "Администратор"}))
    assert back.files[0].after.decode() == ROLES.replace("Стойка", "Администратор")


def test_what_both_sides_changed_stays_and_is_told() -> None:
    raw = edited(book_of(FILES), {"D3": "Администратор"})
    now = {**FILES, "guideline/roles.yml": ROLES.replace("Стойка", "Ресепшен").encode()}
    back = brought_back(now, raw)
    assert back.files == ()
    (one,) = back.conflicts
    assert (one.before, one.now, one.wanted) == ("Стойка", "Ресепшен", "Администратор")


def test_a_formula_is_not_taken() -> None:
    back = brought_back(FILES, edited(book_of(FILES), {"D3": "=cmd|'/c calc'!A0"}))
    assert back.files == () and len(back.left) == 1
