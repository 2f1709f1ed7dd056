"""A journey and the touchpoints to be framed in, cards, outcomes and lines of its map out: the map without its lanes."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from cjm.diagram.layout import sheet
from cjm.diagram.paint import paint
from cjm.diagram.shapes import Box, Rect, Sheet
from cjm.diagram.sizes import GUILTY_EDGE
from cjm.diagram.svg import Svg
from cjm.model import Handbook, Journey, Touchpoint
from cjm.workspace.standards import Standard

_AROUND = 10.0  # points of paper around the cards


def excerpt(
    journey: Journey, handbook: Handbook, standards: Mapping[str, Standard], framed: Collection[str] = ()
) -> Svg:
    """The part of a blueprint that shows what leads where."""
    whole = sheet(journey.with_touchpoints(_bare), handbook, standards)
    frames = tuple(
        Rect(Box(one.box.x - 4, one.box.y - 4, one.box.w + 8, one.box.h + 8), "", *GUILTY_EDGE, 8)
        for one in whole.cards
        if one.touchpoint in framed
    )
    return paint(replace(whole, ground=frames), part=_held(whole))


# Private functions


def _bare(touchpoint: Touchpoint) -> Touchpoint:
    """Without what only the lanes of a map show."""
    return replace(touchpoint, emotion=None, pains=(), client="", backstage="")


def _held(whole: Sheet) -> Box:
    """The part of the sheet that cards, outcomes and lines take."""
    boxes = [*(card.box for card in whole.cards), *(pill.box for pill in whole.pills)]
    boxes += [Box(x, y, 0, 0) for wire in whole.wires for x, y in wire.points]
    left, top = min(box.x for box in boxes) - _AROUND - 10, min(box.y for box in boxes) - _AROUND
    right, bottom = max(box.right for box in boxes) + _AROUND, max(box.bottom for box in boxes) + _AROUND
    return Box(left, top, right - left, bottom - top)
