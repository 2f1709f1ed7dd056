"""The bytes of a file from outside in, the rows of its tables as text out, or Rejected with the reason.

Nothing here trusts a file: neither its name, nor its size, nor what it says of itself.
"""

from cjm.tables.container import members, opened_zip
from cjm.tables.encoding import foreign_text
from cjm.tables.kind import FileSort, sort_of
from cjm.tables.rejected import Rejected
from cjm.tables.table import Table, TableRow
from cjm.tables.tables import hidden_sheets, shown_cell, tables_in

__all__ = [
    "FileSort",
    "Rejected",
    "Table",
    "TableRow",
    "foreign_text",
    "hidden_sheets",
    "members",
    "opened_zip",
    "shown_cell",
    "sort_of",
    "tables_in",
]
