"""Where a value stands in its file, so that a finding can point at it and a repair can edit it."""

from array import array
from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one file.

    `line` and `column` count from 1, in characters; `start` and `end` are character offsets into the decoded text.
    """

    file: str
    line: int
    column: int
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The places of one item and of its fields, packed: a large handbook has a million of them.

    `names` is shared by all items with the same keys; `marks` holds line, column, start and end for each name,
    the item itself first under the empty name. Elements of a list stand under `field/0`, `field/1`, ….
    """

    file: str
    names: tuple[str, ...]
    marks: "array[int]"

    def at(self, name: str = "", index: int | None = None) -> Place:
        """The place of the field `name` (of its element `index`), or of the whole item where the field is not written."""
        wanted = name if index is None else f"{name}/{index}"
        try:
            first = 4 * self.names.index(wanted)
        except ValueError:
            return self.at(name) if index is not None else self.at()
        line, column, start, end = self.marks[first : first + 4]
        return Place(self.file, line, column, start, end)

    def without(self, keys: Collection[str]) -> "Source":
        """The same where these fields are not written."""
        kept = [number for number, name in enumerate(self.names) if name.partition("/")[0] not in keys or not name]
        marks = (self.marks[4 * number : 4 * number + 4] for number in kept)
        return Source(self.file, tuple(self.names[number] for number in kept), array("I", chain.from_iterable(marks)))


NOWHERE = Source("", ("",), array("I", (1, 1, 0, 0)))
