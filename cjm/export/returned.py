"""A workbook or a CSV file that cjm made and somebody edited in, its pages as rows of cells with their names out."""

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import isclose
from typing import Any

from cjm.export.forms.xlsx import KEPT, OWN_COLUMNS, SHEET_MARK, SHOWN_KEY
from cjm.export.sheets import column_head, digest_of_shown, sheet_columns, shown_heads, stands_in, tidy
from cjm.language.says import Language, Says
from cjm.tables import Rejected, foreign_text, members, shown_cell, tables_in

CSV_PAGE = "CSV"  # what a page is called that has no name
_LONGEST_CELL = 100_000
_MOST_CELLS = 1_000_000
_MOST_MERGED = 100_000
_HEAD = 4_000  # bytes in which the row of headings lies
_TRUTHS = ("TRUE", "ИСТИНА", "FALSE", "ЛОЖЬ")
_LANGUAGES: tuple[Language, ...] = ("ru", "en")
_ENDLESS = Says(
    "в книге больше {most} ячеек: такую не читаем", "the workbook has more than {most} cells: it is not read"
)
_MARK = SHEET_MARK.encode()
_CELL = Says(
    "в строке {row} ячейка длиннее {most} знаков: это не таблица",
    "row {row} has a cell of more than {most} characters: this is no table",
)
_DAMAGED = Says(
    "таблица повреждена: она не читается. Выгрузите её заново",
    "the table is damaged: it cannot be read. Export it again",
)


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A cell as somebody left it: the text that it shows, and what else it may stand for."""

    text: str
    formula: bool = False
    value: object = None
    merged: bool = False  # swallowed by a neighbour: what it said is gone

    def says(self, text: str) -> bool:
        """Whether it still says `text`, whatever a program made of it in passing."""
        if tidy(self.text) == text or self.text.split() == text.split():
            return True
        if isinstance(self.value, bool):
            return str(self.value).lower() == text.lower()
        if isinstance(self.value, int | float):
            was = _number(text)
            rounded = "E" in self.text.upper()  # Excel shows a long number so, and saves it so into a CSV file
            return was is not None and isclose(was, float(self.value), rel_tol=1e-4 if rounded else 0)
        return isinstance(self.value, dt.datetime | dt.date | dt.time) and _moment(self.value, text)


@dataclass(frozen=True, slots=True)
class ReturnedPage:
    """A sheet, or all of a CSV file."""

    title: str
    kind: str
    rows: tuple[tuple[int, str, Mapping[str, LeftCell]], ...]  # number, name, cells by key
    digests: Mapping[str, str]
    retyped: frozenset[str] = frozenset()  # rows where a cell was changed that is only shown


@dataclass(frozen=True, slots=True)
class Returned:
    """All that came back, and what of the values that went out it still knows."""

    pages: tuple[ReturnedPage, ...]
    kept: Mapping[tuple[str, str, str], str]  # kind, name, key -> what went out
    has_kept: bool
    of: str = ""  # the id of the handbook that it was made from


def is_ours(raw: bytes, handbook: str) -> bool:
    """Whether `cjm export xlsx` made the bytes, or `cjm export csv` of this handbook. Raises Rejected for what is dangerous."""
    if not raw.startswith(b"PK"):
        head = raw[:_HEAD].replace(b"\0", b"")
        return f"{SHEET_MARK}".encode() in head and f":{handbook}".encode() in head
    return any(
        _MARK in content for name, content in members(raw).items() if name.startswith("xl/") and name.endswith(".xml")
    )


def returned(raw: bytes) -> Returned:
    """What somebody made of the file. Raises Rejected."""
    return _workbook(raw) if raw.startswith(b"PK") else _separated(raw)


def typed_into(cell: LeftCell) -> str:
    """What somebody typed, also where the program took it for an hour."""
    return f"{cell.value:%H:%M}" if isinstance(cell.value, dt.time) else tidy(cell.text)


# Private functions


def _workbook(raw: bytes) -> Returned:
    import openpyxl

    files = members(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
            try:
                kept: dict[tuple[str, str, str], str] = {}
                of = ""
                pages = []
                every: Any = book.worksheets
                for sheet in every:
                    sheet.reset_dimensions()
                    lines = list(_lines(sheet, _swallowed(files.get(sheet._worksheet_path, b""))))
                    if sheet.title == KEPT:
                        of = lines[0][1][2].text if lines and len(lines[0][1]) > 2 else ""
                        kept = {
                            (line[0].text, line[1].text, line[2].text): tidy(line[3].text)
                            for _, line in lines[1:]
                            if len(line) > 3
                        }
                    elif page := _page(sheet.title, lines):
                        pages.append(page)
            finally:
                book.close()
    except Rejected:
        raise
    except Exception as error:  # openpyxl raises whatever a foreign file makes of it: KeyError, TypeError, ParseError …
        raise Rejected(_DAMAGED) from error
    if not pages:
        raise Rejected(_DAMAGED)
    return Returned(tuple(pages), kept, bool(kept), of)


def _swallowed(sheet: bytes) -> frozenset[tuple[int, int]]:
    """Row and column of each cell that was merged into another one."""
    from openpyxl.utils.cell import range_boundaries

    found: set[tuple[int, int]] = set()
    for ref in re.findall(rb"<(?:\w+:)?mergeCell [^>]*ref=\"([A-Z0-9:]{2,20})\"", sheet):
        left, top, right, bottom = (one or 0 for one in range_boundaries(ref.decode()))
        if (right - left + 1) * (bottom - top + 1) + len(found) > _MOST_MERGED:
            raise Rejected(_ENDLESS, most=_MOST_MERGED)
        found.update((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
        found.discard((top, left))
    return frozenset(found)


def _lines(sheet: Any, swallowed: frozenset[tuple[int, int]]) -> Iterator[tuple[int, list[LeftCell]]]:
    """The rows that say something; a sheet that claims to be endless ends here."""
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if not row:
            continue
        cells += len(row)
        if cells > _MOST_CELLS:
            raise Rejected(_ENDLESS, most=_MOST_CELLS)
        line = [
            LeftCell("", merged=True) if (number, column) in swallowed else _read(cell)
            for column, cell in enumerate(row, start=1)
        ]
        if any(len(one.text) > _LONGEST_CELL for one in line):
            raise Rejected(_CELL, row=number, most=_LONGEST_CELL)
        if any(one.text for one in line):
            yield number, line


def _separated(raw: bytes) -> Returned:
    """A CSV file: above its columns stand words for people, and all that was sent is remembered as digests."""
    head = foreign_text(raw).splitlines()[0]
    separator = re.search(rf'(.)"?{SHEET_MARK}', head)
    if separator is None:  # the headings are no longer the first row
        raise Rejected(_DAMAGED)
    (table,) = tables_in("returned.csv", raw, separator[1])
    lines = [(row.number, list(map(_guessed, row.cells))) for row in table.rows]
    mark = next(one.text for one in lines[0][1] if one.text.startswith(SHEET_MARK))
    kind, _, of = mark.removeprefix(SHEET_MARK).partition(":")
    heads = [(one, SHOWN_KEY) for one in shown_heads(kind)] + [(stands_in(kind), OWN_COLUMNS[2])]
    heads += [(column_head(kind, one), one.key) for one in sheet_columns(kind)]
    keys = {head.to(language): key for head, key in heads for language in _LANGUAGES}
    lines[0] = (lines[0][0], [LeftCell(keys.get(one.text, one.text)) for one in lines[0][1]])
    page = _page(CSV_PAGE, lines)
    return Returned((replace(page, kind=kind),) if page else (), {}, False, of)


def _guessed(text: str) -> LeftCell:
    """A cell of which nobody knows whether Excel has made something else of it."""
    value: object = _number(text)
    if text.upper() in _TRUTHS:
        value = text.upper() in _TRUTHS[:2]
    elif found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        try:
            value = dt.datetime(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            value = None
    return LeftCell(text, value=value)


def _read(cell: Any) -> LeftCell:
    value = getattr(cell, "value", None)
    if getattr(cell, "data_type", "") == "f":
        return LeftCell(str(value), formula=True)
    return LeftCell(shown_cell(cell), value=value)


def _page(title: str, lines: list[tuple[int, list[LeftCell]]]) -> ReturnedPage | None:
    """The rows of a sheet whose row of keys is still there, wherever it went."""
    for at, (_, line) in enumerate(lines):
        marks = [number for number, cell in enumerate(line) if cell.text.startswith(SHEET_MARK)]
        if not marks:
            continue
        keys = {cell.text.strip(): number for number, cell in enumerate(line) if cell.text.strip()}
        name_at, digest_at = marks[0], keys.get(OWN_COLUMNS[1], -1)
        own = (*OWN_COLUMNS, SHOWN_KEY)
        columns = {key: number for key, number in keys.items() if number != name_at and key not in own}
        shown = [keys.get(OWN_COLUMNS[2], len(line)), *(n for n, cell in enumerate(line) if cell.text == SHOWN_KEY)]
        rows, digests, retyped = [], {}, set()
        for number, cells in lines[at + 1 :]:
            name = cells[name_at].text.strip() if name_at < len(cells) else ""
            if name == OWN_COLUMNS[0]:
                continue  # the headings
            told = {key: cells[column] if column < len(cells) else LeftCell("") for key, column in columns.items()}
            if not name and not any(one.text.strip() for one in told.values()):
                continue
            rows.append((number, name, told))
            digests[name] = cells[digest_at].text if 0 <= digest_at < len(cells) else ""
            beside = [cells[column].text if column < len(cells) else "" for column in shown]
            if name and digests[name] and digests[name].partition(".")[2] != digest_of_shown(beside):
                retyped.add(name)
        kind = line[name_at].text.removeprefix(SHEET_MARK).strip()
        return ReturnedPage(title, kind, tuple(rows), digests, frozenset(retyped))
    return None


def _number(text: str) -> float | None:
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".").replace("−", "-")
    share = plain.endswith("%")
    try:
        return float(plain.rstrip("%")) / (100 if share else 1)
    except ValueError:
        return None


def _moment(value: dt.datetime | dt.date | dt.time, text: str) -> bool:
    forms = ("%Y-%m-%d", "%d.%m.%Y", "%Y-%m-%d %H:%M") if not isinstance(value, dt.time) else ()
    return text in {
        value.strftime(form)
        for form in (*forms, "%H:%M", "%H:%M:%S")
        if not (isinstance(value, dt.date) and not isinstance(value, dt.datetime) and "%H" in form)
    }
