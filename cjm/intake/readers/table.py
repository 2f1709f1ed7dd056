"""Sheets of a workbook, CSV files and tables that call themselves .xls: each a document of rows; a hidden sheet is named and left behind."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from cjm.intake.block import Block, Document, SourceLine
from cjm.tables import FileSort, hidden_sheets, sort_of, tables_in

FIRST = 50  # before the reader of plain text, which a CSV file is as well


def takes(name: str, sort: FileSort) -> bool:
    return sort == "xlsx" or PurePosixPath(name).suffix.lower() in (".csv", ".tsv", ".xls")


def read(name: str, raw: bytes) -> Iterator[Document]:
    found = tables_in(name, raw)
    for number, one in enumerate(found, start=1):
        blocks = tuple(
            Block("row", " | ".join(row.cells), (SourceLine(row.number, " | ".join(row.cells)),), cells=row.cells)
            for row in one.rows
        )
        sheet = one.name or (str(number) if len(found) > 1 else "")
        yield Document(f"{name}#{sheet}" if sheet else name, blocks, table=True)
    for sheet in hidden_sheets(raw) if sort_of(name, raw) == "xlsx" else ():
        line = SourceLine(1, f"[скрытый лист: {sheet}]")
        yield Document(f"{name}#{sheet}", (Block("scrap", "", (line,)),), table=True)
