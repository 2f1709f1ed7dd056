"""A sheet in, how restless it is out: crossings, broken words and a large page make a map harder to read."""

from cjm.diagram.columns import Manner
from cjm.diagram.shapes import Label, Sheet, Wire
from cjm.diagram.sizes import A4

_CROSSING, _BROKEN, _BAND, _FLAT = 14.0, 20.0, 70.0, 25.0  # each worth as much as so many points of height


def unrest(sheet: Sheet, bands: int, manner: Manner) -> float:
    """In points of height of an A4 page; the less, the better."""
    inside = [*(card.marks for card in sheet.cards), *(pill.marks for pill in sheet.pills)]
    words = [mark.words for marks in inside for mark in marks if isinstance(mark, Label)]
    broken = sum(said.endswith("-") for said in words)
    return (
        sheet.height * sheet.width / A4
        + _CROSSING * crossings(sheet.wires)
        + _BROKEN * broken
        + _BAND * (bands - 1)
        + (0 if manner.forks else _FLAT)
    )


def crossings(wires: tuple[Wire, ...]) -> int:
    """How often lines to different targets cross; lines that share a trunk count once."""
    level: set[tuple[str, float, float, float]] = set()
    upright: set[tuple[str, float, float, float]] = set()
    for wire in wires:
        for (x0, y0), (x1, y1) in zip(wire.points, wire.points[1:], strict=False):
            if abs(y0 - y1) < 0.01:
                level.add((wire.target, y0, min(x0, x1), max(x0, x1)))
            else:
                upright.add((wire.target, x0, min(y0, y1), max(y0, y1)))
    return len(
        {
            (round(x, 1), round(y, 1))
            for target, y, left, right in level
            for other, x, top, bottom in upright
            if target != other and left + 0.1 < x < right - 0.1 and top + 0.1 < y < bottom - 0.1
        }
    )
