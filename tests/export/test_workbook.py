"""A workbook goes out, is edited in Excel, and comes back: only what somebody changed moves."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from cjm.cli import main
from cjm.export.forms import ExportOrder, export_files
from cjm.export.returned import is_ours
from cjm.export.workbook_back import brought_back
from cjm.export.workbook_plan import back_lines
from cjm.load import load, read_folder
from cjm.repair.brought import BroughtBack, FieldWish
from cjm.tables import Rejected

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
    assert is_ours(raw, "base")
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


def test_a_list_of_words_is_a_line_each_and_comes_back() -> None:
    raw = book_of(FILES)
    page = openpyxl.load_workbook(io.BytesIO(raw))["Роли"]
    (cell,) = (one for row in page.iter_rows() for one in row if one.value == "Обход\nКлючи")
    back = brought_back(FILES, edited(raw, {cell.coordinate: "Обход\nКасса"}))
    assert back.files[0].after.decode() == ROLES.replace("Ключи", "Касса") and back.left == ()


def test_a_formula_is_not_taken() -> None:
    back = brought_back(FILES, edited(book_of(FILES), {"D3": "=cmd|'/c calc'!A0"}))
    assert back.files == () and len(back.left) == 1


REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    "folder", [".", "tests/companies/A-ladoshki", "tests/companies/B-vysota", "tests/companies/lines"]
)
def test_a_book_that_nobody_touched_changes_nothing(folder: str) -> None:
    files = read_folder(REPOSITORY / folder)
    back = brought_back(files, book_of(dict(files)))
    assert (back.files, back.moved, back.conflicts, back.added, back.missing, back.left) == ((),) * 6


def rearranged(raw: bytes, how: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    page = book["Роли"]
    if how == "deleted":
        page.delete_rows(4)
    elif how == "sorted":
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3, max_row=4)]
        for number, row in enumerate(reversed(rows), start=3):
            for column, value in enumerate(row, start=1):
                page.cell(number, column).value = value
    elif how == "unknown sheet":
        book.create_sheet("Мои заметки")["A1"] = "позвонить"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(("how", "missing"), [("deleted", 1), ("sorted", 0), ("unknown sheet", 0)])
def test_where_the_rows_went_changes_nothing(how: str, missing: int) -> None:
    back = brought_back(FILES, rearranged(book_of(FILES), how))
    assert (back.files, back.left, len(back.missing)) == ((), (), missing)


def test_a_new_row_is_a_new_thing() -> None:
    back = brought_back(FILES, edited(book_of(FILES), {"D5": "Водитель"}))
    assert len(back.added) == 1
    assert "Водитель" in back.files[0].after.decode()
    assert back.files[0].after.decode().startswith(ROLES)


def test_a_row_of_another_sheet_is_told_and_changes_nothing() -> None:
    """Pasted below the roles, with words typed over: nothing of it is a role, and of the fact nothing is taken."""
    files = {**FILES, "guideline/facts.yml": "facts: [{id: price, title: Цена, value: 300 ₽}]\n".encode()}
    pasted = {f"{column}5": value for column, value in zip("ABCD", ("fact:price", "x.y", "", "Другое"), strict=True)}
    back = brought_back(files, edited(book_of(files), pasted))
    assert (back.files, back.added, back.missing) == ((), (), ())
    (told,) = back.left
    assert (told.sheet, told.row) == ("Роли", 5) and "другого листа" in told.why.to("ru")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for file, raw in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(raw)
    return tmp_path


def cjm(root: Path, *words: str, answer: str = "") -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(root), "--lang", "ru"], input=answer)


def test_through_the_command_line(desk: Path) -> None:
    book, roles = desk / "книга.xlsx", desk / "guideline/roles.yml"
    assert cjm(desk, "export", "xlsx", "-o", str(book)).exit_code == 0
    assert "менять нечего" in cjm(desk, "import", str(book)).output
    book.write_bytes(edited(book.read_bytes(), {"D3": "Администратор"}))
    shown = cjm(desk, "import", str(book), "--dry-run")
    assert shown.exit_code == 0 and "Стойка → Администратор" in shown.output
    assert cjm(desk, "import", str(book), answer="нет\n").exit_code == 1
    assert roles.read_text(encoding="utf-8") == ROLES
    assert cjm(desk, "import", str(book), answer="да\n").exit_code == 0
    assert roles.read_text(encoding="utf-8") == ROLES.replace("Стойка", "Администратор")
    roles.write_text(ROLES.replace("Стойка", "Ресепшен"), encoding="utf-8", newline="")
    both = cjm(desk, "import", str(book), "--yes")
    assert all(word in both.output for word in ("Стойка", "Ресепшен", "Администратор"))
    assert "Ресепшен" in roles.read_text(encoding="utf-8")


def test_a_book_of_another_handbook_is_refused_by_name() -> None:
    other = {**FILES, "guideline/handbook.yml": b"handbook: second\ntitle: Second\n"}
    with pytest.raises(Rejected, match=r"base.*second"):
        brought_back(other, book_of(FILES))


def test_of_a_long_text_the_words_that_differ_are_shown() -> None:
    long = " ".join(["слово"] * 60)
    back = BroughtBack(
        moved=(FieldWish("section:a/steps/b/do", "", f"{long} старое", f"{long} старое", f"{long} новое"),)
    )
    (line,) = back_lines(back, "ru")
    assert line == "изменится: section:a/steps/b/do · …слово слово слово старое → …слово слово слово новое"
