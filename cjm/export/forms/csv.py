"""A Handbook in, a CSV file for each kind of thing out: opened by a double click, edited, and brought back by `cjm import`.

The same rows and columns as the workbook has. The last two columns bring a row back to its place: its name, and a digest of
what it said. Into another handbook the rows are taken in like any table of a company.
"""

import csv
import io
from collections.abc import Mapping

from cjm.export.forms import ExportOrder
from cjm.export.forms.xlsx import OWN_COLUMNS, SHEET_MARK
from cjm.export.matrix import no_formula
from cjm.export.sheets import EditSheet, column_head, edit_sheets
from cjm.model import Handbook


def render(handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """A file for each kind that has things."""
    made = {}
    for sheet in edit_sheets(handbook, order.cut):
        made[order.name(handbook, f"-{sheet.kind}.csv")] = _table(sheet, handbook, order).encode("utf-8-sig")
    return made


# Private functions


def _table(sheet: EditSheet, handbook: Handbook, order: ExportOrder) -> str:
    """With the mark of its encoding and the separator that Excel expects where the language is spoken."""
    told = io.StringIO()
    writer = csv.writer(told, delimiter=";" if order.language == "ru" else ",", lineterminator="\r\n")
    language = order.language
    placed = any(row.where for row in sheet.rows)
    columns = [column_head(sheet.kind, one).to(language) for one in sheet.columns]
    mark = f"{SHEET_MARK}{sheet.kind}:{handbook.outline.id}"
    beside = [one.to(language) for one in sheet.beside]
    writer.writerow([*[sheet.home.to(language)] * placed, *columns, *beside, mark, OWN_COLUMNS[1]])
    for row in sheet.rows:
        cells = (*[row.where] * placed, *(one.text for one in row.cells), *row.beside, row.name, row.digest)
        writer.writerow(map(no_formula, cells))
    return told.getvalue()
