"""Sheets of a workbook, CSV files and tables that call themselves .xls: each a document of rows."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from cjm.intake.block import Block, Document, SourceLine
from cjm.tables import FileSort, tables_in

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
