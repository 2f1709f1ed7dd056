"""What somebody outside changed in a workbook, a CSV or a Word file of ours: what it makes of the handbook's files."""

from dataclasses import dataclass

from cjm.edit import Changed
from cjm.language.says import Says

_AROUND = 3  # words that stay before and behind those that changed


@dataclass(frozen=True, slots=True)
class FieldWish:
    """A field that somebody changed outside: of which thing, what it said when it went out, says now, and came back as."""

    name: str
    key: str
    before: str
    now: str
    wanted: str
    row: int = 0  # of a table
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class NotBrought:
    """What came back and changed nothing, and why; without a sheet it is of a text."""

    sheet: str
    row: int
    what: str
    why: Says


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What becomes of the files: the fields that moved, those that both sides changed, what was added, lacks or was not taken."""

    files: tuple[Changed, ...] = ()
    moved: tuple[FieldWish, ...] = ()
    conflicts: tuple[FieldWish, ...] = ()
    added: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    left: tuple[NotBrought, ...] = ()


def words_that_differ(before: str, after: str) -> tuple[str, str]:
    """Both without the words that they have in common at their ends, but for a few."""
    old, new = before.split(), after.split()
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    start, end = max(start - _AROUND, 0), max(end - _AROUND, 0)
    lead, tail = ("…" if start else ""), ("…" if end else "")
    was, became = (" ".join(words[start : len(words) - end]) for words in (old, new))
    return f"{lead}{was}{tail}", f"{lead}{became}{tail}"
