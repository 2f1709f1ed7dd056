"""A table of any program is read as its rows; what is dangerous in a file is refused with its reason, in both languages."""

import io
import stat
import zipfile

import openpyxl
import pytest

from cjm.tables import Rejected, foreign_text, members, sort_of, tables_in
from tests.intake.refusals import as_told

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
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return raw.getvalue()


def with_member(name: str, content: bytes | str) -> bytes:
    return packed(**{name: content, "xl/workbook.xml": "<workbook/>"})


def locked(raw: bytes) -> bytes:
    """The archive as one whose members have a password."""
    made = bytearray(raw)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := made.find(sign, at + 1)) >= 0:
            made[at + flags] |= 1
    return bytes(made)


def with_link(name: str) -> bytes:
    """An archive in which a member is a link to another place."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        member = zipfile.ZipInfo(name)
        member.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(member, "/etc/passwd")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return raw.getvalue()


DANGEROUS = {
    "locked members": locked(with_member("xl/a.xml", "<a/>")),
    "link": with_link("xl/a.xml"),
    "way out of Windows": with_member("xl\\..\\..\\evil.xml", "x"),
    "keys of macros": with_member("xl/VbaData.xml", "x"),
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


@pytest.mark.parametrize("name", DANGEROUS)
def test_what_is_dangerous_is_refused(name: str) -> None:
    with pytest.raises(Rejected) as refused:
        tables_in("таблица.xlsx", DANGEROUS[name])
    as_told(f"table: {name}", refused.value.says.ru, refused.value.says.en)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.pdf", b"%PDF-1.4"), ("a.rtf", b"{\\rtf1"), ("a.gif", b"GIF89a"), ("a.jpg", b"\xff\xd8\xff\xe0"), ("a.so", b"\x7fELF"), ("a.rar", b"Rar!"), ("a.7z", b"7z\xbc\xaf"),
        ("a.gz", b"\x1f\x8b"), ("a.zip", b"PK\x03\x04 torn"), ("a.ods", packed(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_DOT_xml="<a/>")),
        ("a.csv", b"<html><table><tr><td>1"), ("a.csv", packed(a="1")), ("a.docx", b"a;b\n1;2"), ("a.xlsx", b"a;b\n1;2"), ("a.zip", b"a;b\n1;2"), ("a.html", packed(a="1")), ("a.txt", packed(a="1")),
        ("a.xml", b"<?xml version='1.0'?><order/>"), ("a.bpmn", b"a;b"), ("a.md", b"\xef\xbb\xbf \n"), ("a.mmd", packed(a="1")),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told_by_what_it_is(name: str, raw: bytes) -> None:
    with pytest.raises(Rejected) as refused:
        tables_in(name, raw)
    as_told(f"no table: {name} {raw[:6]!r}", refused.value.says.ru, refused.value.says.en)


@pytest.mark.parametrize(
    "text", ["a;b\n" + "x" * 200_000 + ";1\n", "a;b\n=cmd|'/c calc'!A0;1\n", "a;b\n" * 10 + '"' + "я" * 150_000]
)
def test_no_cell_without_end_and_none_that_runs_a_program(text: str) -> None:
    with pytest.raises(Rejected) as refused:
        tables_in("t.csv", text.encode())
    as_told(f"cell: {text[:8]!r} {len(text)}", refused.value.says.ru, refused.value.says.en)


@pytest.mark.parametrize(
    ("limit", "most", "within", "beyond"),
    [
        ("container.MOST_MEMBERS", 2, packed(a="1", b="2"), packed(a="1", b="2", c="3")),
        ("container.MOST_BYTES", 4, packed(a="12", b="34"), packed(a="12", b="345")),
        ("container._SMALL", 2_000, packed(a="x" * 2_000), packed(a="x" * 2_001)),
        ("container._MOST_TIMES", 300, packed(a=b"x" * 1_000_000), packed(a=b"x" * 1_000_001)),
    ],
)
def test_an_archive_is_taken_up_to_its_limit(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int, within: bytes, beyond: bytes
) -> None:
    monkeypatch.setattr(f"cjm.tables.{limit}", most)
    if limit.endswith("_SMALL"):
        monkeypatch.setattr("cjm.tables.container._MOST_TIMES", 1)
    assert members(within)
    with pytest.raises(Rejected) as refused:
        members(beyond)
    as_told(f"archive: {limit}", refused.value.says.ru, refused.value.says.en)


def test_a_cell_is_taken_up_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjm.tables.tables._LONGEST_CELL", 3)
    assert tables_in("a.csv", b"a,bcd\nabc,d\n")
    with pytest.raises(Rejected) as refused:
        tables_in("a.csv", b"a,b\nc,defg\n")
    as_told("cell: too long by one", refused.value.says.ru, refused.value.says.en)


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
