"""What will be set in, about how high it will be on the page out: what may break, and what stands beside what.

Measuring inside Typst was tried: it takes twice the time and three times the memory for the same pages.
"""

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

FULL, HALF = 470.0, 235.0  # points: the width of the text on A4, and of one of two columns
LEFT, RIGHT = 187.0, 255.0  # of what is done in a step, and of what is said beside it
_LETTER = 0.55  # of the size: the advance of an average letter
_SIZE, _LINE = 9.4, 12.4
_NOT_SHOWN = frozenset(("label", "to", "kind", "url", "align"))


def may_break(height: float, unbroken: float = 280.0) -> bool:
    """Whether a block of this height may break: kept in one piece, it would leave too much of a page empty."""
    return height > unbroken


def height(block: Any, width: float = FULL) -> float:
    """The heights of all texts below a block, each set as lines of its own."""
    if isinstance(block, str):
        return _LINE * math.ceil(len(block) * _LETTER * _SIZE / width)
    if isinstance(block, dict):
        if block.get("kind") == "picture":
            return 300.0  # no higher than the print template sets it
        if "rows" in block:
            return _table(block, width)
        return sum(height(value, width) + 4 for name, value in block.items() if name not in _NOT_SHOWN and value)
    if isinstance(block, list) and block and all(isinstance(one, str) or _is_run(one) for one in block):
        return height(_text(block), width)
    if isinstance(block, list):
        return sum(height(one, width) for one in block)
    return 0.0


def is_narrow(blocks: Sequence[dict[str, Any]]) -> bool:
    """Whether blocks can stand in one of two columns: their tables are small."""
    for block in blocks:
        if block["kind"] == "code":
            return False
        if block["kind"] == "table":
            columns = list(zip(block["head"], *block["rows"], strict=False))
            if sum(min(max(len(_text(cell)) for cell in column), 40) for column in columns) > 62 or len(columns) > 3:
                return False
    return True


def side_by_side(heights: Sequence[float]) -> int:
    """How many of the first of these blocks stand on the left, so that both sides are about as high."""
    whole = sum(heights)
    return 1 + min(range(len(heights)), key=lambda last: abs(whole - 2 * list(accumulate(heights))[last]))


def parted(block: dict[str, Any]) -> list[dict[str, Any]]:
    """A list without its last entry, a table without its last row, and what is left: it goes on in the same columns."""
    match block:
        case {"kind": "list", "items": items} if len(items) > 2:
            start = None if block["start"] is None else block["start"] + len(items) - 1
            return [block | {"items": items[:-1]}, block | {"items": items[-1:], "start": start, "goes_on": True}]
        case {"kind": "table", "rows": lines} if len(lines) > 2:
            widths = [min(one, _WIDEST) for one in _longest(block)]
            return [
                block | {"rows": lines[:-1], "widths": widths},
                block | {"rows": lines[-1:], "widths": widths, "goes_on": True},
            ]
    return [block]


# Private functions

_WIDEST = 60  # signs: a column with a longer cell gets no more room for it


def _table(table: dict[str, Any], width: float) -> float:
    """A table whose columns share the width by the length of their longest cells."""
    rows = [[len(_text(cell)) for cell in row] for row in (table["head"], *table["rows"]) if row]
    longest = _longest(table)
    room = [max(width * one / sum(longest), 30.0) for one in longest]
    return sum(
        7 + 11.4 * max((math.ceil(cell * 4.9 / wide) for cell, wide in zip(row, room, strict=False)), default=1)
        for row in rows
    )


def _longest(table: dict[str, Any]) -> list[int]:
    """How many signs the longest cell of each column has."""
    rows = [[len(_text(cell)) for cell in row] for row in (table["head"], *table["rows"]) if row]
    return [max(max(column), 1) for column in zip(*rows, strict=False)]


def _text(runs: Any) -> str:
    return "".join(one if isinstance(one, str) else one[0] for one in runs)


def _is_run(one: Any) -> bool:
    return (
        isinstance(one, list)
        and bool(one)
        and isinstance(one[0], str)
        and all(isinstance(more, dict) for more in one[1:])
    )
