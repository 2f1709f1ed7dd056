"""A workbook of ours comes back from another program or from somebody who means harm: only what was changed moves, or nothing."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.export.workbook_back import brought_back
from cjm.load import Files
from cjm.tables import Rejected
from tests.export.test_workbook import book_of

FILES: Files = {
    "guideline/handbook.yml": b"handbook: base\ntitle: Base\nparts: [{id: all, title: All, sections: [visit]}]\n",
    "guideline/roles.yml": "roles:\n  - {id: desk, title: Стойка, summary: '007', contact: '12', tasks: [Обход, Ключи]}\n  - {id: night, title: Ночной}\n".encode(),
    "guideline/sections/visit.yml": b"section: visit\ntitle: '2026'\nreviewed: 2026-11-02\nreview_every: '180'\nperformer: desk\n",
}
RAW = book_of(FILES)  # type: ignore[arg-type]


def opened(change: Callable[[Any], object], raw: bytes = RAW) -> bytes:
    """The workbook after another program opened it, did something and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    change(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def repacked(
    change: Callable[[str, bytes], bytes | None] = lambda _, content: content,
    more: Mapping[str, bytes] | None = None,
    raw: bytes = RAW,
) -> bytes:
    """The workbook with its parts written anew by hand."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in reversed(before.namelist()):
            if (content := change(name, before.read(name))) is not None:
                after.writestr(name, content)
        for name, content in (more or {}).items():
            after.writestr(name, content)
    return packed.getvalue()


def without_styles(book: Any) -> None:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                cell.style, cell.number_format, cell.comment = "Normal", "General", None


def numbers_and_days(book: Any) -> None:
    """What a program makes of text that looks like something else."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows() if sheet.title != "_cjm" else ():
            for cell in row:
                if isinstance(cell.value, str) and re.fullmatch(r"\d{1,4}", cell.value):
                    cell.value = int(cell.value)
                elif isinstance(cell.value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", cell.value):
                    cell.value = dt.datetime.fromisoformat(cell.value)


def shared_strings() -> bytes:
    """Each cell with the number of its words, and these in a part of their own in another order, as Excel writes them."""
    with zipfile.ZipFile(io.BytesIO(RAW)) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    inline = re.compile(rb't="inlineStr">\s*<is>(.*?)</is>', re.DOTALL)
    strings = sorted({one for sheet in sheets for one in inline.findall(sheet)}, reverse=True)

    def numbered(name: str, content: bytes) -> bytes:
        kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        if name == "[Content_Types].xml":
            part = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
            return content if b"sharedStrings" in content else content.replace(b"</Types>", part)
        return inline.sub(lambda found: b't="s"><v>%d</v>' % strings.index(found[1]), content)

    head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return repacked(
        numbered, {"xl/sharedStrings.xml": head + b"".join(b"<si>%s</si>" % one for one in strings) + b"</sst>"}
    )


def moved_column(book: Any) -> None:
    book["Роли"].insert_cols(4)
    book["Роли"]["D2"] = "Мои заметки"
    book["Роли"]["D3"] = "позвонить"


def renamed(book: Any) -> None:
    book["Роли"].title = "Наши люди"
    book.create_sheet("Черновик")["A1"] = "=1+1"


UNTOUCHED = {
    "saved by openpyxl": opened(lambda book: None), "without styles": opened(without_styles), "numbers and days": opened(numbers_and_days),
    "strings in another order": shared_strings(), "packed anew": repacked(),
    "a column of one's own": opened(moved_column), "sheets called otherwise": opened(renamed),
    "a sheet copied": opened(lambda book: book.copy_worksheet(book["Роли"])), "a hidden sheet": opened(lambda book: setattr(book["Роли"], "sheet_state", "hidden")),
    "a thousand empty rows": opened(lambda book: setattr(book["Роли"].cell(5000, 4), "value", " ")),
}  # fmt: skip


@pytest.mark.parametrize("how", UNTOUCHED)
def test_what_another_program_did_in_passing_changes_nothing(how: str) -> None:
    back = brought_back(FILES, UNTOUCHED[how])
    assert (back.files, back.moved, back.conflicts, back.added, back.missing, back.left) == ((),) * 6, back


@pytest.mark.parametrize("how", UNTOUCHED)
def test_and_the_one_cell_that_somebody_changed_still_moves(how: str) -> None:
    def change(book: Any) -> None:
        cells = [
            cell for sheet in book.worksheets if sheet.title != "_cjm" for row in sheet.iter_rows() for cell in row
        ]
        next(cell for cell in cells if cell.value == "Ночной").value = "Дежурный"

    back = brought_back(FILES, opened(change, UNTOUCHED[how]))
    (one,) = back.files
    assert one.after == FILES["guideline/roles.yml"].replace("Ночной".encode(), "Дежурный".encode())  # type: ignore[union-attr]


def test_merged_cells_empty_nothing_and_are_told() -> None:
    back = brought_back(FILES, opened(lambda book: book["Роли"].merge_cells("D3:E4")))
    assert back.files == () and {"объединили" in one.why.ru for one in back.left} == {True}


def test_the_cell_into_which_others_were_merged_is_read() -> None:
    def change(book: Any) -> None:
        book["Роли"]["D3"] = "Ресепшен"
        book["Роли"].merge_cells("D3:D4")

    back = brought_back(FILES, opened(change))
    assert [one.wanted for one in back.moved] == ["Ресепшен"] and len(back.left) == 1


def test_two_sheets_that_disagree_move_nothing_twice() -> None:
    def change(book: Any) -> None:
        book["Роли"]["D3"] = "Один"
        other = book.copy_worksheet(book["Роли"])
        other["D3"] = "Другой"

    back = brought_back(FILES, opened(change))
    assert [one.wanted for one in back.moved] == ["Один"] and len(back.left) == 1


@pytest.mark.parametrize("cell", ["=1+1", "=cmd|'/c calc'!A0", "=DDE(\"cmd\";\"/c calc\";\"x\")", "='[http://evil.example/x.xlsx]S'!A1", "=HYPERLINK(\"http://evil.example\")", "=WEBSERVICE(\"http://evil.example\")"])  # fmt: skip
def test_a_formula_is_never_taken(cell: str) -> None:
    back = brought_back(FILES, opened(lambda book: setattr(book["Роли"]["D3"], "value", cell)))
    assert back.files == () and len(back.left) == 1


def test_what_would_break_the_handbook_is_left_with_its_reason() -> None:
    back = brought_back(FILES, opened(lambda book: setattr(book["Роли"]["D3"], "value", "")))
    assert back.files == () and not back.moved
    assert [(one.what, "нет обязательного поля «title»" in one.why.ru) for one in back.left] == [
        ("role:desk.title", True)
    ]


def endless(name: str, content: bytes) -> bytes:
    """A sheet that claims a full width in each of many rows."""
    if name != "xl/worksheets/sheet1.xml":
        return content
    rows = b"".join(
        b'<row r="%d"><c r="XFD%d" t="inlineStr"><is><t>x</t></is></c></row>' % (n, n) for n in range(10, 400)
    )
    return content.replace(b"</sheetData>", rows + b"</sheetData>")


def entity(name: str, content: bytes) -> bytes:
    return (
        re.sub(
            rb"^(<\?xml[^>]*\?>)?",
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            content,
        )
        if name == "xl/workbook.xml"
        else content
    )


HARM: Mapping[str, Callable[[], bytes]] = {
    "a bomb": lambda: repacked(more={"xl/media/x.xml": b"<a>" + b"0" * 60_000_000}),
    "a way out": lambda: repacked(more={"../../guideline/roles.yml": b"roles: []"}),
    "an absolute way": lambda: repacked(more={"/etc/x": b"x"}),
    "macros": lambda: repacked(more={"xl/vbaProject.bin": b"\xd0\xcf"}),
    "an entity": lambda: repacked(entity),
    "no end to the right": lambda: repacked(endless),
    "a cell of megabytes": lambda: repacked(
        lambda _, content: content.replace(b"<t>007</t>", b"<t>" + bytes(range(65, 90)) * 40_000 + b"</t>")
    ),
    "torn": lambda: RAW[: len(RAW) // 2],
    "a sheet that is none": lambda: repacked(lambda name, content: b"<a/>" if name == "xl/workbook.xml" else content),
    "merged without an end": lambda: repacked(
        lambda name, content: content.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    ),
}  # fmt: skip


@pytest.mark.parametrize(("harm", "name"), [
    *(pytest.param(one, "book.xlsx", marks=pytest.mark.slow if one == "no end to the right" else ()) for one in HARM), ("macros", "book.xlsm"),
])  # fmt: skip
def test_harm_is_refused_in_words_and_nothing_is_written(harm: str, name: str, tmp_path: Path) -> None:
    for file, raw in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(raw)  # type: ignore[arg-type]
    (tmp_path / name).write_bytes(HARM[harm]())
    done = CliRunner().invoke(main, ["import", str(tmp_path / name), "--yes", "--root", str(tmp_path)])
    assert done.exit_code == 1 and isinstance(done.exception, SystemExit), (done.output, done.exception)
    assert "Ничего не записано" in done.stderr or "Nothing was written" in done.stderr
    assert all((tmp_path / file).read_bytes() == raw for file, raw in FILES.items())


def test_a_million_empty_rows_are_passed_over() -> None:
    def far(name: str, content: bytes) -> bytes:
        return content.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>')

    assert brought_back(FILES, repacked(far)).files == ()


def test_a_damaged_file_says_so() -> None:
    with pytest.raises(Rejected):
        brought_back(FILES, b"PK\x03\x04")
