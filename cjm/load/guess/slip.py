"""What one slip of an author is, and what all guesses at one need: the lines of the text, the names of fields."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cjm.model.fields import Either, Many, Pairs, Reading, Record, specs
from cjm.model.files import FILE_KINDS

Edits = tuple[tuple[int, int, str], ...]  # start, end, what is to be written there


@dataclass(frozen=True, slots=True)
class Guess:
    """One slip: the form of the sentence that names it, where it was made, and what is to be written instead."""

    form: str
    at: int
    edits: Edits
    values: Mapping[str, str] = field(default_factory=dict)


class WrittenLines:
    """The lines of a text, as an editor counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [line.removesuffix("\r") for line in text.split("\n")]
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def number(self, offset: int) -> int:
        return min(bisect_right(self.starts, offset), len(self.lines)) - 1

    def around(self, offset: int) -> Iterator[int]:
        """The line of `offset`, that above it which says something, and that below."""
        here = self.number(offset)
        while here and not self.lines[here].strip():
            here -= 1
        yield here
        above = next((n for n in range(here - 1, -1, -1) if self.lines[n].strip()), here)
        yield above
        if here + 1 < len(self.lines):
            yield here + 1
        if above != here:
            yield next((n for n in range(above - 1, -1, -1) if self.lines[n].strip()), above)

    def at(self, number: int, column: int) -> int:
        return self.starts[number] + column

    def edit(self, number: int, start: int, end: int, text: str) -> tuple[int, int, str]:
        return self.at(number, start), self.at(number, end), text

    def indent(self, number: int) -> int:
        return len(self.lines[number]) - len(self.lines[number].lstrip(" "))


def in_marks(text: str) -> str:
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def field_of(lead: str) -> str:
    return lead.strip(" -").rstrip(":")


# Private functions


def _keys_of(reading: Reading, seen: set[type]) -> Iterator[str]:
    if isinstance(reading, Many | Pairs):
        yield from _keys_of(reading.of, seen)
    elif isinstance(reading, Either):
        for record in reading.items:
            yield from _keys_of(record, seen)
    elif isinstance(reading, Record) and reading.item not in seen:
        seen.add(reading.item)
        for spec in specs(reading.item).values():
            yield spec.key
            yield from _keys_of(spec.reads, seen)


def _all_keys() -> frozenset[str]:
    seen: set[type] = set()
    readings = [(key, reading) for kind in FILE_KINDS for key, _, reading in kind.lists]
    single = [Record(kind.item) for kind in FILE_KINDS if kind.item is not None]
    keys = {key for key, _ in readings}
    return frozenset(keys.union(*(_keys_of(reading, seen) for reading in (*(r for _, r in readings), *single))))


FIELD_NAMES = _all_keys()
FIELD_NAME = "(?:" + "|".join(sorted(map(re.escape, FIELD_NAMES), key=lambda key: -len(key))) + ")"
WRITTEN_VALUE = re.compile(r"(?P<lead> *(?:- +)*(?:[\w-]+:(?: +|$))?)(?P<value>.*?)(?P<tail>(?:\s+#.*)?\s*)$")
