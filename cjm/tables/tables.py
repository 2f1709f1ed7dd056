"""The name and the bytes of a file in, its tables out: CSV in any encoding, a workbook, HTML whatever it is called."""

import contextlib
import csv
import datetime as dt
import html
import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from cjm.language.says import Says
from cjm.tables.container import members
from cjm.tables.encoding import foreign_text
from cjm.tables.kind import sort_of
from cjm.tables.rejected import Rejected
from cjm.tables.table import Table, TableRow, row

_LONGEST_CELL = 100_000
_MOST_CELLS = 5_000_000
_SEPARATORS = ",;\t|"
_SAMPLE = 200_000
_SHORT = 24  # letters

_PROGRAM = re.compile(r"[=+\-@][^\s|]{1,60}\|.*!", re.DOTALL)  # =cmd|'/c calc'!A0
_MARKED = re.compile(r"'(?=[=+\-@])")  # the sign by which a cell is text and no formula

_CELL = Says(
    "в строке {row} ячейка длиннее {most} знаков: это не таблица",
    "row {row} has a cell of more than {most} characters: this is no table",
)
_LARGE = Says("в таблице больше {most} ячеек", "the table has more than {most} cells")
_NO_TABLE = Says(
    "это не таблица: нужен .csv, .xlsx или страница с таблицей", "this is no table: give .csv, .xlsx or a page with one"
)
_DAMAGED = Says("книга Excel повреждена: она не читается", "the workbook is damaged: it cannot be read")
_RUNS = Says(
    "в строке {row} ячейка, которая запускает программу: {cell}",
    "row {row} has a cell that runs a program: {cell}",
)


def tables_in(name: str, raw: bytes, separator: str = "", *, as_text: bool = False) -> tuple[Table, ...]:
    """Each sheet or table that says something, in the order of the file. Raises Rejected.

    A cell that would run a program in Excel is a reason for it, unless cells are taken as nothing but text (`as_text`).
    """
    sort = sort_of(name, raw)
    if sort == "xlsx":
        found = list(_workbook(raw, as_text))
    elif sort == "html":
        found = list(html_tables(foreign_text(raw), as_text=as_text))
    elif sort == "text":
        found = [Table("", _checked(_separated(foreign_text(raw), separator), as_text))]
    else:
        raise Rejected(_NO_TABLE)
    found = [one for one in found if one.rows]
    if not found:
        raise Rejected(_NO_TABLE)
    return tuple(found)


def html_tables(text: str, *, as_text: bool = False) -> Iterator[Table]:
    """The tables of a page, in order."""
    reader = _Tables()
    reader.feed(text)
    reader.close()
    for rows in reader.tables:
        yield Table("", _checked(iter(rows), as_text))


def hidden_sheets(raw: bytes) -> tuple[str, ...]:
    """The names of the sheets of a workbook that nobody sees, and that are not read."""
    book = members(raw).get("xl/workbook.xml", b"").decode("utf-8", "replace")
    hidden = re.findall(r"<(?:\w+:)?sheet [^>]*state=\"(?:hidden|veryHidden)\"[^>]*>", book)
    return tuple(html.unescape(found[1]) for one in hidden if (found := re.search(r'name="([^"]*)"', one)))


# Private functions


def _checked(rows: Iterator[tuple[int, list[str]]], as_text: bool) -> tuple[TableRow, ...]:
    kept: list[TableRow] = []
    cells = 0
    same: dict[str, str] = {}  # «хорошо» twenty thousand times is one text
    for number, texts in rows:
        for text in texts:
            if len(text) > _LONGEST_CELL:
                raise Rejected(_CELL, row=number, most=_LONGEST_CELL)
            if not as_text and _PROGRAM.match(text):
                raise Rejected(_RUNS, row=number, cell=text[:60])
        cells += len(texts)
        if cells > _MOST_CELLS:
            raise Rejected(_LARGE, most=_MOST_CELLS)
        if (
            one := row(number, [same.setdefault(text, text) if len(text) < _SHORT else text for text in texts])
        ) is not None:
            kept.append(one)
    return tuple(kept)


def _separated(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("sep="):  # a line that Excel reads, no row
        line, _, rest = text.partition("\n")
        separator, text = line[4:5] or ",", "\n" + rest
    else:
        separator = separator or _separator(text[:_SAMPLE])
    reader = csv.reader(_lines(text), delimiter=separator)
    number = 1
    try:
        for cells in reader:
            yield number, [_MARKED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in cells]
            number = reader.line_num + 1
    except csv.Error as error:
        raise Rejected(_CELL, row=number, most=csv.field_size_limit()) from error


def _lines(text: str) -> Iterator[str]:
    """The lines one after the other: a file of text takes four bytes a letter."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _separator(text: str) -> str:
    """The sign by which the `csv` module itself finds most rows of one width: quoted cells hold any sign and line ends."""

    def rows_of_one_width(sign: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        with contextlib.suppress(csv.Error):  # a quote that is never closed: what stood before it counts
            widths.update(
                len(cells) for cells in csv.reader(io.StringIO(text, newline=""), delimiter=sign) if any(cells)
            )
        width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1]), default=(0, 0))
        return (count if width > 1 else 0, width)

    return max(_SEPARATORS, key=rows_of_one_width)


def _workbook(raw: bytes, as_text: bool) -> Iterator[Table]:
    import openpyxl

    members(raw)  # what is dangerous in it is told before anything reads it
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            try:
                for sheet in book.worksheets:
                    if sheet.sheet_state == "visible":
                        sheet.reset_dimensions()
                        cells = sheet.iter_rows()
                        yield Table(
                            sheet.title,
                            _checked(((at, list(map(shown_cell, one))) for at, one in enumerate(cells, 1)), as_text),
                        )
            finally:
                book.close()
    except Rejected:
        raise
    except Exception as error:  # openpyxl raises whatever a foreign file makes of it: KeyError, TypeError, ParseError …
        raise Rejected(_DAMAGED) from error


def shown_cell(cell: object) -> str:
    """What a reader of the sheet sees, so far as text can say it."""
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, int | float):
        if "%" in str(getattr(cell, "number_format", "")):
            return f"{value * 100:g} %"
        return f"{value:.0f}" if float(value).is_integer() else repr(value)
    return str(value)


class _Tables(HTMLParser):
    """The cells of each table; a table inside a cell is part of the cell's text."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[tuple[int, list[str]]]] = []
        self._depth = 0
        self._cell: list[str] | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif tag == "tr" and self._depth == 1:
            self._end_cell()
            self.tables[-1].append((self.getpos()[0], []))
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            if not self.tables[-1]:
                self.tables[-1].append((self.getpos()[0], []))
            self._cell = []
        elif tag in ("br", "p", "li", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = max(self._silent - 1, 0)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
            self._depth -= 1
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def _end_cell(self) -> None:
        if self._cell is not None:
            self.tables[-1][-1][1].append("".join(self._cell))
            self._cell = None
