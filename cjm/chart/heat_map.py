"""Touchpoints by stage with how warm each is in, one grid out: number and n in every cell, a hatch where too few answered.

The number says it in words and the hatch in shape, so that nothing is lost in grey.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from cjm.chart.marks import box, hatch, picture, star, stroke, words
from cjm.diagram.metrics import width, wrap

_WIDE, _PITCH, _TALL, _GAP, _HEAD, _STRIP, _PAD = 128.0, 134.0, 92.0, 6.0, 40.0, 26.0, 7.0
_TITLE, _LINE, _SMALL = 12.0, 14.0, 11.6


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One touchpoint. `level` 0 to 3 is its colour, None a hatch; `count` is empty where nobody was asked."""

    title: str
    value: str  # «27 %», «мало ответов», «не спрашивали»
    count: str = ""  # «из 74»
    note: str = ""  # «жалоб 3»
    level: int | None = 0
    truth: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """A stage and its touchpoints."""

    title: str
    cells: tuple[HeatCell, ...]


def heat_map(title: str, columns: Sequence[HeatColumn]) -> str:
    """The stages side by side. Cells with an address are links."""
    marks = (mark for number, column in enumerate(columns) for mark in _column(column, number * _PITCH))
    cells = [cell for column in columns for cell in column.cells]
    tall = _HEAD + max((len(one.cells) for one in columns), default=0) * (_TALL + _GAP)
    wide = max(len(columns), 1) * _PITCH - _PITCH + _WIDE
    return picture(wide, tall, title, "; ".join(map(_said, cells)), marks, links=any(cell.to for cell in cells))


# Private functions


def _column(column: HeatColumn, x: float) -> Iterator[str]:
    yield box(x, 0, _WIDE, _HEAD - _GAP, "head")
    lines = _fitted(column.title, 2, 0)
    for number, line in enumerate(lines):
        yield words(x + _PAD, 21 if len(lines) == 1 else 14 + number * 13, line, "onhead", weight=600, size=_TITLE)
    for number, cell in enumerate(column.cells):
        drawn = "".join(_cell(cell, x + 0.5, _HEAD + number * (_TALL + _GAP) + 0.5))
        said = escape(_said(cell))
        if cell.to:
            yield f'<a href="{escape(cell.to)}" aria-label="{said}">{drawn}</a>'
        else:
            yield f"<g><title>{said}</title>{drawn}</g>"


def _cell(cell: HeatCell, x: float, y: float) -> Iterator[str]:
    wide, tall, strip = _WIDE - 1, _TALL - 1, y + _TALL - _STRIP
    few = cell.level is None
    yield box(x, y, wide, tall, "bare")
    if cell.count and not few:
        yield box(x, strip, wide, _STRIP - 1, f"heat{cell.level}")
    elif cell.count:  # the words stand on white between the lines
        yield hatch(x, strip, wide, _STRIP - 1)
        yield box(x + 3, strip + 4, width(cell.value, 13, 700) + 8, _STRIP - 9, "bare")
        yield box(
            x + wide - 11 - width(cell.count, _SMALL), strip + 4, width(cell.count, _SMALL) + 8, _STRIP - 9, "bare"
        )
    for number, line in enumerate(_fitted(cell.title, 3, 14 if cell.truth else 0)):
        yield words(x + _PAD, y + 16 + number * _LINE, line, "ink", weight=600, size=_TITLE)
    if cell.truth:
        yield star(x + wide - _PAD - 5, y + 12, 6)
    if cell.note:
        yield words(x + _PAD, strip - 5, cell.note, "bad", size=_SMALL)
    if cell.count:
        ink = "ink" if few else f"on{cell.level}"
        yield words(x + _PAD, strip + 17, cell.value, ink, weight=700, size=13 if not few else _SMALL)
        yield words(x + wide - _PAD, strip + 17, cell.count, ink, "end", size=_SMALL)
    else:
        yield words(x + _PAD, strip + 17, cell.value, "soft", size=_SMALL)
    corners = ((x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall), (x, y))
    yield stroke(corners, "edge", 1, "" if cell.count else "4 3")


def _said(cell: HeatCell) -> str:
    return " ".join(part for part in (f"{cell.title}:", cell.value, cell.count, cell.note) if part)


def _fitted(text: str, most: int, less: float) -> tuple[str, ...]:
    lines = wrap(text, _WIDE - 2 * _PAD - less, _TITLE, 600)
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1].rstrip('-')}…")
