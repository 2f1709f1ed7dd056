"""One band of a journey in, its marks out: from the heads of its stages down to its pains."""

from cjm.diagram import emotion, lanes, phrases
from cjm.diagram.card_drawing import ColourBy, card, pill
from cjm.diagram.cards import limit_words
from cjm.diagram.columns import Band
from cjm.diagram.flow import Flow
from cjm.diagram.heads import STAGES, put_stages
from cjm.diagram.metrics import width, wrap
from cjm.diagram.palette import (
    BRICK,
    BRICK_TINT,
    HAIR,
    HEAT,
    INK,
    OCHRE_TINT,
    PETROL,
    PETROL_TINT,
    SLATE,
    TINT,
    WHITE,
)  # fmt: skip
from cjm.diagram.routes import CHANNEL, LABELLED, Drawn, draw, ring_place
from cjm.diagram.shapes import Box, Dot, Head, Ink, Path, Rect, Text
from cjm.diagram.stacks import LABELS, MARGIN, Part, Placed, arrival, kept
from cjm.diagram.standards import state
from cjm.graph import name
from cjm.language.says import Language, Says
from cjm.model import Handbook, Journey, Touchpoint


def put_band(
    journey: Journey, handbook: Handbook, ways: Flow, wanted: Part, colour_by: ColourBy, top: float, ink: Ink
) -> float:
    """One band from the heads of its stages to its pains; gives back its lower edge."""
    language = handbook.outline.language
    band = wanted.band
    left, right = MARGIN + LABELS, wanted.page - MARGIN
    first = wanted.placed
    taken = kept(band, ways)
    labelled = any(way.at_most and way.earlier for mine in band.ways.values() for way in mine)
    below_step = LABELLED if labelled else CHANNEL
    sketch = draw(first.routing, first.gutters, taken, 0, first.bottoms, below_step)
    starts = [first.gutters[index][0] + 1 for index in range(len(band.columns))]
    bounds = [*starts, first.gutters[-1][0] + 1]
    rooms = [(start + 2.5, bounds[index + 1] - start - 5) for index, start in enumerate(starts)]
    stage_edges = put_stages(band, handbook, starts, right, top, ink)
    y = top + STAGES
    numbers = [column.touchpoints for column in band.columns]

    def words(entries: list[tuple[lanes.Entry, ...]], label: Says, weight: int, fill: str, y: float) -> float:
        texts, height = lanes.text_lane(entries, rooms, y, weight, fill)
        if not texts:
            return y
        height = max(height, _label(label.to(language), y, ink) + 3)
        ink.front += texts
        return y + height

    y = words([lanes.client(t, ways.number, handbook) for t in numbers], phrases.CLIENT, 400, INK, y)
    y = _rule(ink, y, right)
    feelings = _feelings(band, ways, first, starts, bounds)
    if feelings:
        _label(phrases.EMOTION.to(language), y, ink)
        ink.front += emotion.lane(feelings, left + 2, right, y)
        y = _rule(ink, y + emotion.HEIGHT, right)
    lane_top = y
    _label(phrases.TOUCHPOINTS.to(language), y, ink)
    headroom = 11.0 if sketch.above == 0 else 10 + CHANNEL * sketch.above + 2
    anywhere = journey.interrupts and any(entry in first.boxes for entry in ways.entries)
    if anywhere:
        headroom += 9
        ink.over.append(
            Text(
                left + 6,
                y + 9.5,
                phrases.FROM_ANYWHERE.to(language),
                7.2,
                500,
                PETROL,
                "start",
                Box(left, y, right - left, 12),
            )
        )
    cards_top = y + headroom
    placed = first.lowered(cards_top)
    drawn = draw(placed.routing, placed.gutters, taken, cards_top, placed.bottoms, below_step)
    lane_bottom = drawn.bottom + 10
    ink.ground.append(Rect(Box(left, lane_top, right - left, lane_bottom - lane_top), TINT))
    ink.wires += drawn.wires
    ink.heads += drawn.heads
    _entries(band, ways, placed, ink)
    _limits(band, placed, drawn, language, ink)
    icons = {channel.id: channel.icon for channel in handbook.outline.channels}
    for key, inside in placed.inners.items():
        ground, dashed = _ground(inside.touchpoint, handbook, colour_by)
        ink.cards.append(
            card(inside, placed.boxes[key], ways.number[key], icons.get(inside.touchpoint.channel, ""), ground, dashed)
        )
    for key, lines in placed.pill_lines.items():
        ink.pills.append(pill(band.ends[key], lines, placed.boxes[key]))
    y = _rule(ink, lane_bottom, right)
    y = words([lanes.front(t, ways.number, handbook) for t in numbers], phrases.FRONT, 500, INK, y)
    backstage = [lanes.behind(t, ways.number, handbook) for t in numbers]
    if any(backstage):
        y = _visibility(ink, y + 4, right, phrases.VISIBILITY.to(language))
        y = words(backstage, phrases.BEHIND, 400, SLATE, y)
    y = _rule(ink, y, right)
    marks, height = lanes.standard_lane([lanes.standard(t, ways.number, handbook) for t in numbers], rooms, y, language)
    if marks:
        height = max(height, _label(phrases.STANDARD.to(language), y, ink) + 3)
        ink.front += marks
        y = _rule(ink, y + height, right)
    pains = [lanes.pains(t, ways.number, handbook) for t in numbers]
    pains_top = y
    y = words(pains, phrases.PAINS, 500, BRICK, y)
    if y > pains_top:
        ink.ground.append(Rect(Box(left, pains_top, right - left, y - pains_top), BRICK_TINT))
        _rule(ink, y, right)
    for edge in stage_edges:
        d = f"M{edge:.1f} {top + STAGES + 3:.1f} V{y:.1f}"
        ink.ground.append(Path(d, Box(edge, top + STAGES, 0, y - top - STAGES), "", HAIR, 0.6))
    return y


# Private functions


def _label(words: str, y: float, ink: Ink) -> float:
    """The name of a lane; gives back its height."""
    lines = wrap(words.replace("- ", "-"), LABELS - 2, 8, 700)
    for index, line in enumerate(lines):
        at = y + 11 + index * 9.5
        ink.front.append(Text(MARGIN, at, line, 8, 700, PETROL, "start", Box(MARGIN, at - 8, LABELS, 11)))
    return 11 + (len(lines) - 1) * 9.5 + 2


def _rule(ink: Ink, y: float, right: float) -> float:
    ink.ground.append(Path(f"M{MARGIN:g} {y:.1f} H{right:g}", Box(MARGIN, y, right - MARGIN, 0), "", HAIR, 0.7))
    return y


def _visibility(ink: Ink, y: float, right: float, words: str) -> float:
    end = right - width(words, 7.3, 500) - 8
    ink.front.append(Path(f"M{MARGIN:g} {y:.1f} H{end:.1f}", Box(MARGIN, y, end - MARGIN, 0), "", INK, 0.9, "5 3"))
    ink.front.append(Text(right, y + 2.5, words, 7.3, 500, INK, "end", Box(end, y - 6, right - end, 11)))
    return y + 3


def _feelings(
    band: Band, ways: Flow, placed: Placed, starts: list[float], bounds: list[float]
) -> tuple[emotion.Feeling, ...]:
    """Feelings at even steps within each column, in the order of its cards."""
    found = []
    for index, column in enumerate(band.columns):
        low, high = starts[index] + 4, bounds[index + 1] - 4
        step = (high - low) / max(len(column.touchpoints), 1)
        for place, touchpoint in enumerate(column.touchpoints):
            if touchpoint.emotion is not None:
                x = low + step * (place + 0.5)
                found.append(
                    emotion.Feeling(
                        ways.number[name(touchpoint)], x, max(-2, min(2, touchpoint.emotion)), name(touchpoint) in ways.main,
                        touchpoint.moment_of_truth,
                    )
                )  # fmt: skip
    return tuple(found)


def _entries(band: Band, ways: Flow, placed: Placed, ink: Ink) -> None:
    """A ring and an arrow at every touchpoint where a client may begin; a bare arrow where he comes from another band."""
    taken: dict[str, list[tuple[float, tuple[str, str]]]] = {}
    for one in placed.routing.exits:
        if one.side == "left":
            taken.setdefault(one.way.target, []).append((one.into[1], ("on", one.way.target)))
    for key in placed.inners:
        entry = key in ways.entries
        if not entry and key not in band.arrivals:
            continue
        box = placed.boxes[key]
        y = ring_place(box, key, taken.get(key, []))
        start = box.x - (6.4 if entry else 9)
        d = f"M{start:.1f} {y:.1f} H{box.x - 3:.1f}"
        ink.over.append(Path(d, Box(start, y, box.x - start, 0), "", PETROL, 1.4, "" if entry else "2 1.4"))
        ink.heads.append(Head((box.x, y), "left", "main"))
        if entry:
            ink.over.append(Dot(box.x - 9, y, 2.6, WHITE, PETROL, 1.4))
        else:
            words = arrival(band, ways, key)
            wide = width(words, 7, 600)
            inside = Box(start - 1.5 - wide, y - 4, wide, 8)
            ink.over.append(Text(start - 1.5, y + 2.5, words, 7, 600, PETROL, "end", inside))


def _limits(band: Band, placed: Placed, drawn: Drawn, language: Language, ink: Ink) -> None:
    """How often a way back can repeat, on its long run, where no upright line can come: below a card's column."""
    column = {key: index for index, one in enumerate(band.columns) for key in one.slots}
    for inside in placed.inners.values():
        for row in inside.rows:
            way = row.way
            y = drawn.runs.get((way.source, way.target))
            if (
                row.leaves != "left"
                or not way.at_most
                or y is None
                or phrases.AT_MOST_SHORT.to(language, count=way.at_most) in " ".join(row.lines)
            ):
                continue
            words = limit_words(way, language)
            wide = width(words, 7.2, 500)
            over = placed.gutters[column[way.source] - 1][1], placed.gutters[column[way.source]][0]
            middle = (over[0] + over[1]) / 2
            box = Box(middle - wide / 2 - 3, y - 5, wide + 6, 10)
            ink.over += [Rect(box, TINT), Text(middle, y + 2.5, words, 7.2, 500, PETROL, "middle", box)]


def _ground(touchpoint: Touchpoint, handbook: Handbook, colour_by: ColourBy) -> tuple[str, bool]:
    """What a card is filled with, and whether its frame is dashed."""
    if colour_by == "coverage":
        found = state(touchpoint, handbook)
        return {"covered": PETROL_TINT, "review": OCHRE_TINT, "missing": WHITE}[found], found == "missing"
    if colour_by == "heat":
        pain = max(0, -(touchpoint.emotion or 0)) + len(touchpoint.pains)
        return HEAT[min(pain, len(HEAT) - 1)], False
    return WHITE, False
