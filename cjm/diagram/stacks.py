"""A band of columns in, cards and pills in their places out, with gutters wide enough for the lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cjm.diagram.cards import Inner, inner, limit_words, pill_height, pill_lines
from cjm.diagram.columns import Band
from cjm.diagram.flow import Flow
from cjm.diagram.lanes import tags
from cjm.diagram.metrics import width
from cjm.diagram.routes import Routing, route
from cjm.diagram.shapes import Box
from cjm.diagram.sizes import A3, A4, ARRIVAL_TEXT, GUTTER, LANE_NAMES, MARGIN, NARROW, NOTE_TEXT, RING, WIDE
from cjm.graph import name
from cjm.model import Handbook

_ARROW_GAP, _GAP = 13.0, 8.0
_LABELLED_ARRIVAL = 22.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Boxes by key, what stands in them, and the lines between them; `gutters` are left and right edges."""

    boxes: dict[str, Box]
    inners: dict[str, Inner]
    pill_lines: dict[str, tuple[str, ...]]
    routing: Routing
    gutters: tuple[tuple[float, float], ...]
    bottoms: list[float]

    def lowered(self, by: float) -> "Placed":
        """The same, so much further down the page."""
        return replace(
            self,
            boxes={key: replace(box, y=box.y + by) for key, box in self.boxes.items()},
            routing=self.routing.lowered(by),
            bottoms=[bottom + by for bottom in self.bottoms],
        )


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band and what it asks for: the width of the page and of each gutter; `placed` hangs from the page's upper edge."""

    band: Band
    page: float
    gutters: tuple[float, ...]
    placed: Placed


def strip_of(band: Band, ways: Flow, handbook: Handbook, page: float = 0.0) -> PlacedBand:
    """Widens gutters until all trunks find room; they only ever grow, so this ends. Without a `page` it finds its own."""
    count = len(band.columns)
    page = page or (A4 if count <= 10 else A3)
    taken = kept(band, ways)
    gutters = [GUTTER + one for one in taken[:-1]] + [6.0]
    while True:
        room = page - 2 * MARGIN - LANE_NAMES - sum(gutters)
        if room / count < NARROW:
            page = A3 if A4 <= page < A3 and (A3 - page + room) / count >= NARROW else page + NARROW * count - room
        placed = _stack(band, page, gutters, ways, handbook)
        wider = [max(old, new) for old, new in zip(gutters, placed.routing.widths(taken), strict=True)]
        if wider == gutters:
            return PlacedBand(band, page, tuple(gutters), placed)
        gutters = wider


def on_page(wanted: PlacedBand, page: float, ways: Flow, handbook: Handbook) -> PlacedBand:
    """The same band on a page at least as wide."""
    if page == wanted.page:
        return wanted
    return replace(wanted, page=page, placed=_stack(wanted.band, page, wanted.gutters, ways, handbook))


def kept(band: Band, ways: Flow) -> list[float]:
    """What each gutter keeps free at its right for rings, and for the numbers of touchpoints in other bands."""
    found = []
    for column in band.columns:
        rings = [RING for key in column.slots if key in ways.entries]
        found.append(
            max(
                [
                    0.0,
                    *rings,
                    *(
                        12 + width(arrival(band, ways, key), *ARRIVAL_TEXT)
                        for key in column.slots
                        if key in band.arrivals
                    ),
                ]
            )
        )
    return [*found, 0.0]


def arrival(band: Band, ways: Flow, key: str) -> str:
    """The numbers of the touchpoints in other bands from which one comes to this one."""
    numbers = tuple(ways.number[source] for source in band.arrivals[key])
    said = tags(numbers)
    return said if width(said, *ARRIVAL_TEXT) <= _LABELLED_ARRIVAL else f"{numbers[0]}…"


# Private functions


def _stack(band: Band, page: float, gutters: Sequence[float], ways: Flow, handbook: Handbook) -> Placed:
    """Puts every card and pill into its column, from the upper edge down, and routes the lines between them."""
    wide = min((page - 2 * MARGIN - LANE_NAMES - sum(gutters)) / len(band.columns), WIDE)
    language = handbook.outline.language
    rank = {key: (index, place) for index, column in enumerate(band.columns) for place, key in enumerate(column.slots)}
    spare = page - 2 * MARGIN - LANE_NAMES - sum(gutters) - wide * len(band.columns)
    more = spare / len(band.columns)
    boxes: dict[str, Box] = {}
    inners: dict[str, Inner] = {}
    lines: dict[str, tuple[str, ...]] = {}
    edges: list[tuple[float, float]] = []
    x = MARGIN + LANE_NAMES
    bottoms: list[float] = []
    for index, column in enumerate(band.columns):
        extra = more if index else more / 2
        edges.append((x, x + gutters[index] + extra))
        x = edges[-1][1]
        y = 0.0
        bottoms.append(y)
        touchpoints = {name(touchpoint): touchpoint for touchpoint in column.touchpoints}
        for place, key in enumerate(column.slots):
            below = column.slots[place + 1] if place + 1 < len(column.slots) else ""
            arrow = False
            if key in touchpoints:
                inside = inner(
                    touchpoints[key], band.ways[key], below, wide, ways.number[key], rank, ways, language,
                    _limit_fits(band, key, wide, handbook),
                )  # fmt: skip
                inners[key] = inside
                height = inside.height
                arrow = (
                    inside.plain_leaves == "down" if inside.plain else any(row.leaves == "down" for row in inside.rows)
                )
            else:
                lines[key] = pill_lines(band.ends[key], wide, ways)
                height = pill_height(lines[key])
            boxes[key] = Box(x, y, wide, height)
            bottoms[-1] = y + height
            y += height + (_ARROW_GAP if arrow else _GAP)
        x += wide
    edges.append((x, page - MARGIN))
    marks = {key for key in inners if key in ways.entries or key in band.arrivals}
    return Placed(boxes, inners, lines, route(band, boxes, inners, marks), tuple(edges), bottoms)


def _limit_fits(band: Band, source: str, wide: float, handbook: Handbook) -> bool:
    """Whether the limit of a way back can stand on its long run: only one to a column and target, within a card's width."""
    column = next(column for column in band.columns if source in column.slots)
    limited = [
        (name(touchpoint), way)
        for touchpoint in column.touchpoints
        for way in band.ways[name(touchpoint)]
        if way.earlier and way.at_most
    ]
    mine = [way for key, way in limited if key == source]
    fits = all(width(limit_words(way, handbook.outline.language), *NOTE_TEXT) + 6 <= wide for way in mine)
    return fits and all(key == source or way.target not in {one.target for one in mine} for key, way in limited)
