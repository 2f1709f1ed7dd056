"""What will be set in, about how high it will be on the page out: what may not fit one page must be allowed to break.

Measuring inside Typst was tried: it takes twice the time and three times the memory for the same pages.
"""

import math
from typing import Any

_PAGE = 690.0  # points: the height of the text on A4
_ROOM = 370.0  # points: the width of the text beside the marks of a step
_LETTER = 0.53  # of the size: the advance of an average letter
_NOT_SHOWN = frozenset(("label", "to", "kind", "url", "align"))


def is_long(block: Any) -> bool:
    """Whether a block might not fit on one page."""
    return _height(block, _LETTER) > 0.85 * _PAGE


def more_below(marks: tuple[str, ...], words: Any) -> float:
    """How many points the marks beside a step need below its words, in the worst case."""
    room, size, line = 72.0, 8.8, 13.0
    lines = sum(math.ceil(len(mark) * (_LETTER + 0.05) * size / room) + 0.4 for mark in marks if mark)
    return round(max(0.0, lines * line - _height(words, 0.43) - 12), 1)


# Private functions


def _height(block: Any, letter: float) -> float:
    """The heights of all texts below a block, each set as lines of its own."""
    if isinstance(block, str):
        return 15.5 * math.ceil(len(block) * letter * 10.4 / _ROOM)
    if isinstance(block, dict):
        return sum(_height(value, letter) + 6 for name, value in block.items() if name not in _NOT_SHOWN and value)
    if isinstance(block, list) and block and all(isinstance(one, str) or _is_run(one) for one in block):
        return _height("".join(one if isinstance(one, str) else one[0] for one in block), letter)
    if isinstance(block, list):
        return sum(_height(one, letter) for one in block)
    return 0.0


def _is_run(one: Any) -> bool:
    return (
        isinstance(one, list)
        and bool(one)
        and isinstance(one[0], str)
        and all(isinstance(more, dict) for more in one[1:])
    )
