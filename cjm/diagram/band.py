"""One band of a journey in, its marks out: from the heads of its stages down to its pains, lane by lane."""

from dataclasses import dataclass

from cjm.diagram import emotion, lanes, phrases
from cjm.diagram.card_drawing import card, pill
from cjm.diagram.cards import limit_words
from cjm.diagram.colours import Colours
from cjm.diagram.flow import Arrow, Flow
from cjm.diagram.heads import put_stages
from cjm.diagram.metrics import width, wrap
from cjm.diagram.palette import BRICK, BRICK_TINT, INK, PETROL, SLATE, TINT, WHITE
from cjm.diagram.routes import ring_place
from cjm.diagram.shapes import Box, Dot, Head, Ink, Label, Rect, Shape
from cjm.diagram.sizes import (
    ARRIVAL_LINE,
    ARRIVAL_TEXT,
    CHANNEL,
    EMOTION_HEIGHT,
    ENTRY_LINE,
    LABELLED,
    LANE_EDGE,
    LANE_NAME_TEXT,
    LANE_NAMES,
    MARGIN,
    NOTE_TEXT,
    REMARK_TEXT,
    RING,
    RING_RADIUS,
    STAGE_EDGE,
    STAGE_HEIGHT,
    STRONG_TEXT,
    VISIBILITY_LINE,
    VISIBILITY_TEXT,
    Font,
)
from cjm.diagram.stacks import Placed, PlacedBand, arrival, kept
from cjm.diagram.wires import Drawn, draw_ways
from cjm.graph import name
from cjm.language.says import Language, Says
from cjm.model import Handbook, Journey, Touchpoint


def put_band(
    journey: Journey, handbook: Handbook, ways: Flow, strip: PlacedBand, colours: Colours, top: float, ink: Ink
) -> float:
    """One band from the heads of its stages to its pains; gives back its lower edge."""
    frame = _Frame(journey, handbook, ways, strip, colours, ink)
    edges = put_stages(strip.band, handbook, frame.starts, frame.right, top, ink)
    y = top + STAGE_HEIGHT
    for lane in (_client, _emotion, _touchpoints, _people, _standards, _pains):
        y = lane(frame, y)
    for edge in edges:
        d = f"M{edge:.1f} {top + STAGE_HEIGHT + 3:.1f} V{y:.1f}"
        ink.ground.append(Shape(d, Box(edge, top + STAGE_HEIGHT, 0, y - top - STAGE_HEIGHT), "", *STAGE_EDGE))
    return y


# Private functions: a lane puts its marks below `y` and gives back its lower edge


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the lanes of a band share: its journey, its columns along the page, and where the marks go."""

    journey: Journey
    handbook: Handbook
    ways: Flow
    strip: PlacedBand
    colours: Colours
    ink: Ink

    @property
    def language(self) -> Language:
        return self.handbook.outline.language

    @property
    def left(self) -> float:
        return MARGIN + LANE_NAMES

    @property
    def right(self) -> float:
        return self.strip.page - MARGIN

    @property
    def starts(self) -> list[float]:
        """Where each column begins."""
        gutters = self.strip.placed.gutters
        return [gutters[index][0] + 1 for index in range(len(self.strip.band.columns))]

    @property
    def bounds(self) -> list[float]:
        """The edges of the columns, one more than there are columns."""
        return [*self.starts, self.strip.placed.gutters[-1][0] + 1]

    @property
    def rooms(self) -> list[tuple[float, float]]:
        """Left edge and width of the words in each column."""
        bounds = self.bounds
        return [(start + 2.5, bounds[index + 1] - start - 5) for index, start in enumerate(self.starts)]

    @property
    def columns(self) -> list[tuple[Touchpoint, ...]]:
        return [column.touchpoints for column in self.strip.band.columns]

    def named(self, lane: Says, y: float) -> float:
        """Puts the name of a lane; gives back its height."""
        lines = wrap(lane.to(self.language).replace("- ", "-"), LANE_NAMES - 2, *LANE_NAME_TEXT)
        for index, line in enumerate(lines):
            at = y + 11 + index * 9.5
            inside = Box(MARGIN, at - 8, LANE_NAMES, 11)
            self.ink.front.append(Label(MARGIN, at, line, *LANE_NAME_TEXT, PETROL, "start", inside))
        return 11 + (len(lines) - 1) * 9.5 + 2

    def remarks(self, of: list[tuple[lanes.LaneNote, ...]], lane: Says, font: Font, fill: str, y: float) -> float:
        """Puts a lane of words with its name; one without words takes no height."""
        texts, height = lanes.text_lane(of, self.rooms, y, font, fill)
        if not texts:
            return y
        height = max(height, self.named(lane, y) + 3)
        self.ink.front += texts
        return y + height

    def ruled(self, y: float) -> float:
        """Puts the line below a lane."""
        d, box = f"M{MARGIN:g} {y:.1f} H{self.right:g}", Box(MARGIN, y, self.right - MARGIN, 0)
        self.ink.ground.append(Shape(d, box, "", *LANE_EDGE))
        return y


def _client(frame: _Frame, y: float) -> float:
    said = [lanes.client(column, frame.ways, frame.handbook) for column in frame.columns]
    return frame.ruled(frame.remarks(said, phrases.CLIENT, REMARK_TEXT, INK, y))


def _emotion(frame: _Frame, y: float) -> float:
    """Feelings at even steps within each column, in the order of its cards."""
    feelings = []
    for column, start, end in zip(frame.columns, frame.starts, frame.bounds[1:], strict=True):
        low = start + 4
        step = (end - 4 - low) / max(len(column), 1)
        for place, touchpoint in enumerate(column):
            if touchpoint.emotion is not None:
                value, on_way = max(-2, min(2, touchpoint.emotion)), name(touchpoint) in frame.ways.main
                x, number = low + step * (place + 0.5), frame.ways.number[name(touchpoint)]
                feelings.append(emotion.Feeling(number, x, value, on_way, touchpoint.moment_of_truth))
    if not feelings:
        return y
    frame.named(phrases.EMOTION, y)
    frame.ink.front += emotion.lane(tuple(feelings), frame.left + 2, frame.right, y)
    return frame.ruled(y + EMOTION_HEIGHT)


def _touchpoints(frame: _Frame, y: float) -> float:
    """Cards, pills and the lines between them: as far below the lane's edge as the lines above the cards need."""
    band, first, ink = frame.strip.band, frame.strip.placed, frame.ink
    limited = any(way.at_most and way.earlier for mine in band.ways.values() for way in mine)
    taken, step = kept(band, frame.ways), LABELLED if limited else CHANNEL
    frame.named(phrases.TOUCHPOINTS, y)
    above = draw_ways(first, taken, 0, step).above
    cards_top = y + (12 + CHANNEL * above if above else 11.0)
    if frame.journey.interrupts and any(entry in first.boxes for entry in frame.ways.entries):
        cards_top += 9
        said, inside = phrases.FROM_ANYWHERE.to(frame.language), Box(frame.left, y, frame.right - frame.left, 12)
        ink.over.append(Label(frame.left + 6, y + 9.5, said, *NOTE_TEXT, PETROL, "start", inside))
    placed = first.lowered(cards_top)
    drawn = draw_ways(placed, taken, cards_top, step)
    bottom = drawn.bottom + 10
    ink.ground.append(Rect(Box(frame.left, y, frame.right - frame.left, bottom - y), TINT))
    ink.wires += drawn.wires
    ink.heads += drawn.heads
    _put_entries(frame, placed)
    _put_limits(frame, placed, drawn)
    _put_cards(frame, placed)
    return frame.ruled(bottom)


def _people(frame: _Frame, y: float) -> float:
    """Who meets the client, the line of visibility, and what happens behind it."""
    front = [lanes.front(column, frame.ways, frame.handbook) for column in frame.columns]
    y = frame.remarks(front, phrases.FRONT, STRONG_TEXT, INK, y)
    behind = [lanes.behind(column, frame.ways, frame.handbook) for column in frame.columns]
    if any(behind):
        y = _put_visibility(frame, y + 4)
        y = frame.remarks(behind, phrases.BEHIND, REMARK_TEXT, SLATE, y)
    return frame.ruled(y)


def _standards(frame: _Frame, y: float) -> float:
    found = [lanes.standard(column, frame.ways, frame.handbook) for column in frame.columns]
    marks, height = lanes.standard_lane(found, frame.rooms, y, frame.language)
    if not marks:
        return y
    height = max(height, frame.named(phrases.STANDARD, y) + 3)
    frame.ink.front += marks
    return frame.ruled(y + height)


def _pains(frame: _Frame, y: float) -> float:
    pains = [lanes.pains(column, frame.ways, frame.handbook) for column in frame.columns]
    bottom = frame.remarks(pains, phrases.PAINS, STRONG_TEXT, BRICK, y)
    if bottom == y:
        return y
    frame.ink.ground.append(Rect(Box(frame.left, y, frame.right - frame.left, bottom - y), BRICK_TINT))
    return frame.ruled(bottom)


def _put_visibility(frame: _Frame, y: float) -> float:
    right, said = frame.right, phrases.VISIBILITY.to(frame.language)
    end = right - width(said, *VISIBILITY_TEXT) - 8
    d = f"M{MARGIN:g} {y:.1f} H{end:.1f}"
    frame.ink.front.append(Shape(d, Box(MARGIN, y, end - MARGIN, 0), "", *VISIBILITY_LINE))
    inside = Box(end, y - 6, right - end, 11)
    frame.ink.front.append(Label(right, y + 2.5, said, *VISIBILITY_TEXT, INK, "end", inside))
    return y + 3


def _put_cards(frame: _Frame, placed: Placed) -> None:
    icons = {channel.id: channel.icon for channel in frame.handbook.outline.channels}
    for key, inside in placed.inners.items():
        icon, shade = icons.get(inside.touchpoint.channel, ""), frame.colours.shade(key)
        frame.ink.cards.append(card(inside, placed.boxes[key], frame.ways.number[key], icon, shade))
    for key, lines in placed.pill_lines.items():
        frame.ink.pills.append(pill(frame.strip.band.ends[key], lines, placed.boxes[key]))


def _put_entries(frame: _Frame, placed: Placed) -> None:
    """A ring and an arrow at every touchpoint where a client may begin; a bare arrow where he comes from another band."""
    taken: dict[str, list[tuple[float, tuple[str, str]]]] = {}
    for one in placed.routing.exits:
        if one.side == "left":
            taken.setdefault(one.way.target, []).append((one.into[1], ("on", one.way.target)))
    for key in placed.inners:
        entry = key in frame.ways.entries
        if not entry and key not in frame.strip.band.arrivals:
            continue
        box = placed.boxes[key]
        y = ring_place(box, key, taken.get(key, []))
        start = box.x - (RING - RING_RADIUS if entry else RING)
        d = f"M{start:.1f} {y:.1f} H{box.x - 3:.1f}"
        line = ENTRY_LINE if entry else ARRIVAL_LINE
        frame.ink.over.append(Shape(d, Box(start, y, box.x - start, 0), "", *line))
        frame.ink.heads.append(Head((box.x, y), "left", "main"))
        if entry:
            frame.ink.over.append(Dot(box.x - RING, y, RING_RADIUS, WHITE, *ENTRY_LINE[:2]))
        else:
            said = arrival(frame.strip.band, frame.ways, key)
            wide = width(said, *ARRIVAL_TEXT)
            inside = Box(start - 1.5 - wide, y - 4, wide, 8)
            frame.ink.over.append(Label(start - 1.5, y + 2.5, said, *ARRIVAL_TEXT, PETROL, "end", inside))


def _put_limits(frame: _Frame, placed: Placed, drawn: Drawn) -> None:
    """How often a way back can repeat, on its long run, where no upright line can come: below a card's column."""
    column = {key: index for index, one in enumerate(frame.strip.band.columns) for key in one.slots}
    for inside in placed.inners.values():
        for row in inside.rows:
            way = row.way
            y = drawn.runs.get((way.source, way.target))
            if row.leaves != "left" or y is None or not _needs_limit(way, row.lines, frame.language):
                continue
            said = limit_words(way, frame.language)
            wide = width(said, *NOTE_TEXT)
            middle = (placed.gutters[column[way.source] - 1][1] + placed.gutters[column[way.source]][0]) / 2
            box = Box(middle - wide / 2 - 3, y - 5, wide + 6, 10)
            frame.ink.over += [Rect(box, TINT), Label(middle, y + 2.5, said, *NOTE_TEXT, PETROL, "middle", box)]


def _needs_limit(way: Arrow, lines: tuple[str, ...], language: Language) -> bool:
    """Whether its limit is not yet said in its row."""
    return bool(way.at_most) and phrases.AT_MOST_SHORT.to(language, count=way.at_most) not in " ".join(lines)
