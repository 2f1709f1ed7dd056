"""Reference text in, its rows out; a phrase to look for in, what it says and the row that it names out."""

import re
from collections.abc import Sequence

from cjm.language.inflection import folded

_RULER = re.compile(r"\|[\s:|-]+\|?")
_CELLS = re.compile(r"(?<!\\)\|")
_POINT = re.compile(r"[-*] \*\*(.+?)[.:]?\*\*[.:]?\s+(.+)")
_NAMES = re.compile(r"\s+->\s+")  # «курьер просит денег -> Посылка»: what is typed, and words of the row that answers


def table_rows(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The rows of a Markdown text, each with what heads it, and the text without them; the heading of a table is left out."""
    found: list[tuple[str, str]] = []
    rest: list[str] = []
    in_table = False
    lines = text.splitlines()
    for at, line in enumerate(map(str.strip, lines)):
        heads = line.startswith("|") and at + 1 < len(lines) and _RULER.fullmatch(lines[at + 1].strip())
        if heads or (in_table and _RULER.fullmatch(line)):
            in_table = True
        elif in_table and line.startswith("|"):
            head, *cells = (cell.strip() for cell in _CELLS.split(line.strip("|")))
            found.append((head, " · ".join(filter(None, cells))))
        elif point := _POINT.fullmatch(line):
            in_table = False
            found.append((point[1], point[2]))
        else:
            in_table = False
            rest.append(lines[at])
    return tuple(found), "\n".join(rest)


def sought_row(phrase: str) -> tuple[str, str]:
    """What a phrase says, and by what it names its row; the second is empty where it names none."""
    said, *named = _NAMES.split(phrase, maxsplit=1)
    return said, "".join(named)


def row_named(name: str, heads: Sequence[str]) -> int | None:
    """The place of the one row that has these words in its head; nothing if none has, or several."""
    having = [at for at, head in enumerate(heads) if folded(name) in folded(head)]
    return having[0] if len(having) == 1 else None
