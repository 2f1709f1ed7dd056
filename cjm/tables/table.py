"""A table as it stands in a file: rows of text, each with its number there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that says something; cells at its end that say nothing are left out."""

    number: int  # the line of the text file in which it begins, or the row of the sheet
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, or of one table of a page; a CSV file has one without a name."""

    name: str
    rows: tuple[TableRow, ...]


def row(number: int, cells: list[str]) -> TableRow | None:
    """The row, None where no cell says anything."""
    cells = [cell.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip() for cell in cells]
    while cells and not cells[-1]:
        cells.pop()
    return TableRow(number, tuple(cells)) if cells else None
