"""A table of any program is read as its rows; what is dangerous in a file is refused with its reason, in both languages."""

import io
import zipfile

import openpyxl
import pytest

from cjm.tables import Rejected, foreign_text, members, sort_of, tables_in

TEXT = 'Отметка времени;Как вам душ?\n22.11.2026 18:03:12;"Тёплый; и чисто,\nкак дома"\n23.11.2026 09:10:00;Холодный\n'
ROWS = [(1, "Отметка времени"), (2, "22.11.2026 18:03:12"), (4, "23.11.2026 09:10:00")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r", "mac-cyrillic"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_of_any_encoding_separator_and_line_end(encoding: str, separator: str, newline: str) -> None:
    written = "".join(
        separator.join('"' + cell.strip('"') + '"' for cell in line) + newline
        for line in (
            ["Отметка времени", "Как вам душ?"],
            ["22.11.2026", "Тёплый; и чисто, \nкак дома | да"],
            ["23.11.2026", "Холодный"],
        )
    )
    (sheet,) = tables_in("answers.csv", written.encode(encoding))
    assert [row.cells for row in sheet.rows] == [
        ("Отметка времени", "Как вам душ?"),
        ("22.11.2026", "Тёплый; и чисто, \nкак дома | да"),
        ("23.11.2026", "Холодный"),
    ]


def test_a_row_knows_the_line_in_which_it_begins() -> None:
    (sheet,) = tables_in("answers.csv", TEXT.encode("cp1251"))
    assert [(row.number, row.cells[0]) for row in sheet.rows] == ROWS


def test_bitrix_calls_a_page_xls_and_ends_each_line_with_a_semicolon() -> None:
    page = "<meta charset=utf-8><table border=1><tr><th>Сделка<th>Сумма</tr><tr><td>Поход</td><td>2&nbsp;500</td></tr></table>"
    (sheet,) = tables_in("deals.xls", page.encode())
    assert [row.cells for row in sheet.rows] == [("Сделка", "Сумма"), ("Поход", "2 500")]
    (sheet,) = tables_in("deals.csv", '\ufeff"Сделка";"Сумма";\n"Поход";"2500";\n'.encode())
    assert [row.cells for row in sheet.rows] == [("Сделка", "Сумма"), ("Поход", "2500")]


def test_a_workbook_says_what_is_seen_in_it() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Точка", "Ждёт", "Доля"])
    sheet.append([])
    sheet.append(["Звонок", 5, 0.25])
    sheet["C3"].number_format = "0%"
    book.create_sheet("пусто")
    hidden = book.create_sheet("служебный")
    hidden.append(["тайна"])
    hidden.sheet_state = "hidden"
    (read,) = tables_in("точки.xlsx", saved(book))
    assert [(row.number, row.cells) for row in read.rows] == [
        (1, ("Точка", "Ждёт", "Доля")),
        (3, ("Звонок", "5", "25 %")),
    ]


def saved(book: openpyxl.Workbook) -> bytes:
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def packed(**files: bytes | str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return raw.getvalue()


def with_member(name: str, content: bytes | str) -> bytes:
    return packed(**{name: content, "xl/workbook.xml": "<workbook/>"})


DANGEROUS = {
    "bomb": with_member("xl/media/x.bin", b"\0" * 30_000_000),
    "way out": with_member("../../evil.xml", "x"),
    "absolute": with_member("/etc/passwd", "x"),
    "drive": with_member("C:/x.txt", "x"),
    "macros": with_member("xl/vbaProject.bin", "x"),
    "entities": with_member("xl/a.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    "entities in UTF-16": with_member("xl/b.xml", '<!DOCTYPE a [<!ENTITY x "1">]><a>&x;</a>'.encode("utf-16")),
    "entities in UTF-7": with_member("xl/c.xml", b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-'),
    "torn": with_member("xl/a.xml", "x" * 5000)[:-200],
    "password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "nothing": b" \n",
    "no workbook": packed(**{"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<b/>"}),
    "word": packed(**{"word/document.xml": "<a/>"}),
}


@pytest.mark.parametrize("raw", DANGEROUS.values(), ids=DANGEROUS.keys())
def test_what_is_dangerous_is_refused(raw: bytes) -> None:
    with pytest.raises(Rejected) as refused:
        tables_in("таблица.xlsx", raw)
    assert refused.value.says.ru != refused.value.says.en


@pytest.mark.parametrize(
    "text", ["a;b\n" + "x" * 200_000 + ";1\n", "a;b\n=cmd|'/c calc'!A0;1\n", "a;b\n" * 10 + '"' + "я" * 150_000]
)
def test_no_cell_without_end_and_none_that_runs_a_program(text: str) -> None:
    with pytest.raises(Rejected):
        tables_in("t.csv", text.encode())


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(Rejected):
        foreign_text(bytes(range(256)) * 40)
    with pytest.raises(Rejected):
        sort_of("a.docx", "это текст".encode())


def test_members_of_a_sound_archive() -> None:
    assert dict(members(packed(a__b="1", c="2"))) == {"a/b": b"1", "c": b"2"}


def test_cells_are_counted_over_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjm.tables.tables._MOST_CELLS", 5)
    assert tables_in("a.csv", b"a,b\nc,d\n")
    with pytest.raises(Rejected):
        tables_in("a.csv", b"a,b\nc,d\ne,f\n")
