"""A folder in, the files below it that git keeps and that tell of persons out: records of the private room, tables with telephones or names.

What a record is shows in what it holds, so another name of its folder hides nothing.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from cjm.load.folder import repository_of

# By these fields the records of the private room are known: a case, answers, a file as downloaded, a person, a result, an edition, the room.
_RECORDS = tuple(
    frozenset(fields.split())
    for fields in (
        "id day sort said", "id day source rows", "id day name raw", "id name spells", "id day person", "id day code secret",
        "handbook owner terms",
    )
)  # fmt: skip
_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".xlsm")
_LARGEST, _ROWS, _NAMES = 5_000_000, 300, 3
_NUMBERS, _BETWEEN = re.compile(r"\d{1,4}(?:[ ,;]+\d{1,4})+"), re.compile(r"[ ,;]+")


@dataclass(frozen=True, slots=True)
class CommittedFile:
    """A file that git keeps and should not: a `record` of the private room, or a table with `contacts` or `names` in it."""

    path: str
    form: Literal["record", "contacts", "names"]


def committed_privately(root: Path) -> Iterator[CommittedFile]:
    """Such files, by path. Nothing where there is no git."""
    if repository_of(root) is None:
        return
    try:
        asked = ["git", "-C", str(root), "ls-files", "-z", "--cached"]
        listed = subprocess.run(asked, capture_output=True, check=False).stdout.decode("utf-8", "replace")
    except OSError:
        return
    for path in listed.split("\0"):
        ending = Path(path).suffix.lower()
        if ending == ".json" or ending in _TABLES:
            form = _told_by(root / path, ending)
            if form:
                yield CommittedFile(path, form)


# Private functions


def _told_by(file: Path, ending: str) -> Literal["record", "contacts", "names"] | None:
    try:
        raw = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
        if ending == ".json":
            made = json.loads(raw) if raw[:1] == b"{" else None
            return "record" if isinstance(made, dict) and any(one <= made.keys() for one in _RECORDS) else None
    except (OSError, ValueError):
        return None
    return _in_table(file.name, raw)


def _in_table(name: str, raw: bytes) -> Literal["contacts", "names"] | None:
    from cjm.masking import personal
    from cjm.tables import Rejected, tables_in

    try:
        cells = [
            cell
            for table in tables_in(name, raw, as_text=True)
            for row in table.rows[:_ROWS]
            for cell in row.cells
            if cell
        ]
    except Rejected:
        return None
    named = 0
    for cell in cells:
        if _is_row_of_numbers(cell):
            continue
        kinds = {(one.kind, 2 * (one.end - one.start) > len(cell) and " " in one.text) for one in personal(cell[:400])}
        if any(kind in ("phone", "email", "card", "document") for kind, _ in kinds):
            return "contacts"
        named += ("name", True) in kinds
    return "names" if named >= _NAMES else None


def _is_row_of_numbers(cell: str) -> bool:
    """Whether a cell lists numbers of lines or pages, «10 12 76 77 80 82 233»: they rise. So may «8 495 600 1234»."""
    numbers = [int(part) for part in _BETWEEN.split(cell)] if _NUMBERS.fullmatch(cell) else []
    rising = len(numbers) > 3 and all(before < after for before, after in pairwise(numbers))
    return rising and not (numbers[0] in (7, 8) and numbers[1] > 99)
