"""A Handbook in, a workbook out: a sheet for each kind of thing; it comes back through `cjm import`, and only changed cells move.

What it takes to bring it back is in it: the name and digest of each row in two hidden columns, the keys of the fields in a
hidden row, and all values as they were in a hidden sheet.
"""

import io
from collections.abc import Mapping
from copy import copy
from typing import Any

from cjm.export.forms import ExportOrder
from cjm.export.sheets import EditSheet, column_head, edit_sheets
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.fields import Many, OneOf, Ref, Spec, Yes
from cjm.ooxml import settled

SHEET_MARK = "cjm:sheet:"  # in the first cell of each sheet, behind it the kind
KEPT = "_cjm"  # the sheet of the values as they went out
FIRST_ROW = 3  # the row of the first thing, behind the keys and the headings
OWN_COLUMNS = ("cjm:name", "cjm:digest", "cjm:where")
SHOWN_KEY = "cjm:shown"  # above a column that is only shown

_LISTS = "_lists"
_FIXED = Says("Серое не возвращается", "What is grey does not come back")
_WIDE, _NARROW = 44, 18


def render(handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """One workbook."""
    from openpyxl import Workbook

    book: Any = Workbook()
    book.remove(book.active)
    kept, lists = book.create_sheet(KEPT), book.create_sheet(_LISTS)
    kept.append(["form", "cjm-workbook/1", handbook.outline.id, ""])
    known = _Lists(lists, handbook)
    line = 1
    for sheet in edit_sheets(handbook, order.cut):
        _fill(book.create_sheet(sheet.title.to(order.language)[:31]), sheet, known, order.language)
        for row in sheet.rows:
            for spec, cell in zip(sheet.columns, row.cells, strict=True):
                if cell.text and not cell.fixed:
                    line += 1
                    _write(kept, line, (sheet.kind, row.name, spec.key, cell.text))
    if len(book.worksheets) > 2:
        kept.sheet_state = lists.sheet_state = "veryHidden"
        book.active = 2
    book.move_sheet(kept, len(book.worksheets))
    book.move_sheet(lists, len(book.worksheets))
    book.properties.title = handbook.outline.title
    book.properties.creator = handbook.outline.organisation or "cjm"
    made = io.BytesIO()
    book.save(made)
    return {order.name(handbook, ".xlsx"): settled(made.getvalue(), order.today)}


# Private functions


class _Lists:
    """The columns of the hidden sheet from which a cell's list is taken: ids of a kind, words of a field."""

    def __init__(self, page: Any, handbook: Handbook) -> None:
        self.page, self.handbook = page, handbook
        self.known: dict[tuple[str, ...], str] = {}

    def range_of(self, spec: Spec) -> str:
        """Where the words stand that the field takes; empty where it takes any."""
        reads = spec.reads
        if isinstance(reads, OneOf):
            words: tuple[str, ...] = reads.words
        elif isinstance(reads, Yes):
            words = ("true", "false")
        elif isinstance(reads, Ref) and len(reads.kinds) == 1 and reads.kinds[0] not in ("touchpoint", "step"):
            words = tuple(one.id for one in self.handbook.things(reads.kinds[0]))  # type: ignore[attr-defined]
        else:
            words = ()
        if not words:
            return ""
        if words not in self.known:
            from openpyxl.utils import get_column_letter

            column = len(self.known) + 1
            for number, word in enumerate(words, start=1):
                self.page.cell(number, column, word).number_format = "@"
            letter = get_column_letter(column)
            self.known[words] = f"{_LISTS}!${letter}$1:${letter}${len(words)}"
        return self.known[words]


def _fill(page: Any, sheet: EditSheet, known: _Lists, language: Language) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    head, grey = PatternFill("solid", fgColor="14343B"), PatternFill("solid", fgColor="E7E9EA")
    top = Alignment(vertical="top", wrap_text=True)
    own = len(OWN_COLUMNS)
    first = page.cell(1, 1)
    heads = _style_of(first, fill=head, font=Font(bold=True, color="FFFFFF"), alignment=top)
    plain, fixed = _style_of(first, alignment=top), _style_of(first, alignment=top, fill=grey)
    keys = (*(one.key for one in sheet.columns), *[SHOWN_KEY] * len(sheet.beside))
    _write(page, 1, (SHEET_MARK + sheet.kind, *OWN_COLUMNS[1:], *keys))
    shown = [one.to(language) for one in sheet.beside]
    _write(
        page,
        2,
        (
            *OWN_COLUMNS[:2],
            sheet.home.to(language),
            *(column_head(sheet.kind, one).to(language) for one in sheet.columns),
            *shown,
        ),
        heads,
    )
    for number, row in enumerate(sheet.rows, start=FIRST_ROW):
        _write(page, number, (row.name, row.digest, row.where, *(one.text for one in row.cells), *row.beside), plain)
        for column, cell in enumerate((None, None, None, *row.cells, *[None] * len(row.beside)), start=1):
            if cell is None or cell.fixed:
                page.cell(number, column)._style = copy(fixed)
    every = len(sheet.columns) + len(sheet.beside)
    for column in range(1, own + every + 1):
        heading = page.cell(2, column)
        letter = get_column_letter(column)
        place = column - own - 1
        long = (
            any(len((*(one.text for one in row.cells), *row.beside)[place]) > 24 for row in sheet.rows)
            if place >= 0
            else False
        )
        page.column_dimensions[letter].width = _WIDE if long else _NARROW
        if 0 <= place < len(sheet.columns):
            spec = sheet.columns[place]
            heading.comment = Comment(spec.means.to(language), "cjm", width=320, height=90)
            if not isinstance(spec.reads, Many) and (words := known.range_of(spec)):
                choice = DataValidation(type="list", formula1=words, allow_blank=True, showErrorMessage=False)
                choice.add(f"{letter}{FIRST_ROW}:{letter}{len(sheet.rows) + 200}")
                page.add_data_validation(choice)
    page.cell(2, own).comment = Comment(_FIXED.to(language), "cjm", width=320, height=60)
    page.column_dimensions["A"].hidden = page.column_dimensions["B"].hidden = True
    page.column_dimensions["C"].hidden = not any(row.where for row in sheet.rows)
    page.row_dimensions[1].hidden = True
    page.freeze_panes = page.cell(FIRST_ROW, own + 2)
    page.auto_filter.ref = f"A2:{get_column_letter(own + every)}{len(sheet.rows) + FIRST_ROW - 1}"


def _write(page: Any, row: int, texts: tuple[str, ...], style: Any = None) -> None:
    """Every cell is text, also what looks like a number, a day or a formula: no program shall read more into it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    for column, text in enumerate(texts, start=1):
        cell = page.cell(row, column)
        if style is not None:
            cell._style = copy(style)  # setting each property anew takes ten times as long
        if text:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
            cell.data_type = "s"
            if text[:1] in ("=", "+", "-", "@", "'"):
                cell.quotePrefix = True


def _style_of(cell: Any, **properties: Any) -> Any:
    """The style that a cell has with these properties; the cell is left as it was."""
    before = copy(cell._style)
    cell.number_format = "@"
    for name, value in properties.items():
        setattr(cell, name, value)
    made, cell._style = copy(cell._style), before
    return made
