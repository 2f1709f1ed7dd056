"""A journey in, its service blueprint out: a sheet of marks in points, ready to be painted."""

from dataclasses import dataclass, replace

from cjm.diagram import emotion, lanes, phrases
from cjm.diagram.calm import unrest
from cjm.diagram.captions import caption, prose_caption
from cjm.diagram.cards import limit_words
from cjm.diagram.columns import MANNERS, Band, bands, split
from cjm.diagram.faces import ColourBy, card, pill
from cjm.diagram.flow import Flow, flow
from cjm.diagram.legend import Seen, legend
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
from cjm.diagram.shapes import Box, Card, Dot, Head, Mark, Path, Pill, Rect, Sheet, Text, Wire
from cjm.diagram.stacks import A4, LABELS, MARGIN, Part, Placed, arrival, kept, on_page, part
from cjm.diagram.standards import standards, state
from cjm.diagram.words import in_words
from cjm.language.says import Language, Says
from cjm.model import Handbook, Journey, Stage, Touchpoint

_STAGES = 17.0  # the height of their heads


def sheet(journey: Journey, handbook: Handbook, colour_by: ColourBy = "plain") -> Sheet:
    """The whole journey, its bands one below the other."""
    ways = flow(journey, handbook)
    _, whole = _calmest(journey, handbook, ways, colour_by)
    return replace(whole, desc=in_words(journey, handbook, ways))


def sheets(journey: Journey, handbook: Handbook, colour_by: ColourBy = "plain") -> tuple[Sheet, ...]:
    """A sheet for each band, for paper."""
    ways = flow(journey, handbook)
    parts, whole = _calmest(journey, handbook, ways, colour_by)
    count = len(parts)
    made = (whole,) if count < 2 else tuple(
        _sheet(
            journey, handbook, ways, (one,), colour_by,
            phrases.BAND.to(handbook.outline.language, number=number, count=count), number,
        )
        for number, one in enumerate(parts, start=1)
    )  # fmt: skip
    desc = in_words(journey, handbook, ways)
    return tuple(replace(one, desc=desc) for one in made)


@dataclass(slots=True)
class _Ink:
    """What has been put on the sheet so far."""

    ground: list[Mark]
    wires: list[Wire]
    heads: list[Head]
    over: list[Mark]
    cards: list[Card]
    pills: list[Pill]
    front: list[Mark]


def _calmest(journey: Journey, handbook: Handbook, ways: Flow, colour_by: ColourBy) -> tuple[tuple[Part, ...], Sheet]:
    """The stages parted into columns in whichever manner makes the calmest map, and that map."""
    tried: list[tuple[tuple[Touchpoint, ...], ...]] = []
    found: list[tuple[float, tuple[Part, ...], Sheet]] = []
    for manner in MANNERS:
        columns = split(journey, ways, manner)
        shape = tuple(column.touchpoints for column in columns)
        if shape in tried:
            continue
        tried.append(shape)
        parts = tuple(part(band, ways, handbook) for band in bands(columns, ways))
        widest = max((one.page for one in parts), default=A4)
        even = tuple(on_page(one, widest, ways, handbook) for one in parts)
        whole = _sheet(journey, handbook, ways, even, colour_by, "")
        found.append((unrest(whole, len(parts), manner), parts, whole))
    _, parts, whole = min(found, key=lambda one: one[0])
    return parts, whole


def _sheet(
    journey: Journey, handbook: Handbook, ways: Flow, parts: tuple[Part, ...], colour_by: ColourBy, said: str,
    number: int = 0,
) -> Sheet:  # fmt: skip
    """Still without its description."""
    page = max((one.page for one in parts), default=A4)
    ink = _Ink([], [], [], [], [], [], [])
    y = _title(journey, handbook, ways, page, said, ink)
    for index, one in enumerate(parts):
        y = _band(journey, handbook, ways, one, colour_by, y + (16 if index else 0), ink)
    marks, height = legend(
        _seen(journey, handbook, ways, parts, colour_by), MARGIN, page - MARGIN, y + 10, handbook.outline.language
    )
    ink.front += marks
    return Sheet(
        f"map-{journey.id}" + (f"-{number}" if number else ""), caption(journey.title, handbook), "", page,
        round(y + 10 + height + 8), tuple(ink.ground), tuple(ink.wires), tuple(ink.heads), tuple(ink.over),
        tuple(ink.cards), tuple(ink.pills), tuple(ink.front),
    )  # fmt: skip


def _title(journey: Journey, handbook: Handbook, ways: Flow, page: float, said: str, ink: _Ink) -> float:
    """The head lines: title and whose way it is at the left, what management asks at the right."""
    language = handbook.outline.language
    states = [state(touchpoint, handbook) for touchpoint in journey.touchpoints]
    counts = [phrases.touchpoints(len(states), language)]
    moments = sum(touchpoint.moment_of_truth for touchpoint in journey.touchpoints)
    if moments:
        counts.append(phrases.moments(moments, language))
    for phrase, which in ((phrases.WITHOUT, "missing"), (phrases.UNDER_REVIEW, "review")):
        if which in states:
            counts.append(phrase.to(language, count=states.count(which)))
    right = page - MARGIN
    summary = " · ".join(counts)
    room = right - MARGIN - width(summary, 8.2, 600) - 14
    title = wrap(caption(journey.title, handbook), room, 17, 700)
    y = 30.0
    for line in title:
        ink.front.append(Text(MARGIN, y, line, 17, 700, INK, "start", Box(MARGIN, y - 16, room, 21)))
        y += 19
    ink.front.append(Text(right, 28, summary, 8.2, 600, INK, "end", Box(MARGIN, 18, right - MARGIN, 13)))
    y += 13 - 19
    origin = " · ".join(filter(None, (caption(handbook.outline.title, handbook), said)))
    edge = right - (width(origin, 8.2) + 14 if origin else 0)
    if origin:
        ink.front.append(Text(right, y, origin, 8.2, 400, SLATE, "end", Box(MARGIN, y - 9, right - MARGIN, 13)))
    whose, purpose = caption(journey.client, handbook), prose_caption(journey.purpose, handbook)
    both = ". ".join(filter(None, (whose, purpose)))
    lines = wrap(both, edge - MARGIN, 8.2)
    for line in lines:
        ink.front.append(Text(MARGIN, y, line, 8.2, 400, SLATE, "start", Box(MARGIN, y - 9, edge - MARGIN, 13)))
        y += 10.4
    return y - (10.4 if lines else 0) + 6


def _band(
    journey: Journey, handbook: Handbook, ways: Flow, wanted: Part, colour_by: ColourBy, top: float, ink: _Ink
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
    stage_edges = _stage_heads(band, handbook, starts, right, top, ink)
    y = top + _STAGES
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
        d = f"M{edge:.1f} {top + _STAGES + 3:.1f} V{y:.1f}"
        ink.ground.append(Path(d, Box(edge, top + _STAGES, 0, y - top - _STAGES), "", HAIR, 0.6))
    return y


def _stage_heads(
    band: Band, handbook: Handbook, starts: list[float], right: float, top: float, ink: _Ink
) -> list[float]:
    """The stages as chevrons over their columns; gives back the edges between them."""
    stages: list[tuple[Stage, float]] = []
    for column, start in zip(band.columns, starts, strict=True):
        if not stages or stages[-1][0] is not column.stage:
            stages.append((column.stage, start))
    ends = [start - 2 for _, start in stages[1:]] + [right - 6]
    for index, ((stage, start), end) in enumerate(zip(stages, ends, strict=True)):
        title = caption(stage.title, handbook)
        notch = f"L{start + 5:.1f} {top + _STAGES / 2:.1f} " if index else ""
        d = (
            f"M{start:.1f} {top:.1f} H{end:.1f} L{end + 5:.1f} {top + _STAGES / 2:.1f} "
            f"L{end:.1f} {top + _STAGES:.1f} H{start:.1f} {notch}Z"
        )
        box = Box(start, top, end + 5 - start, _STAGES)
        ink.front.append(Path(d, box, INK))
        x = start + (10 if index else 7)
        size = 8.4
        while width(title, size, 600) > end - x and size > 7:
            size = round(size - 0.2, 1)
        line = wrap(title, max(end - 4 - x, 10), size, 600) if width(title, size, 600) > end - x else (title,)
        shown = line[0].rstrip("-") + ("…" if len(line) > 1 else "")
        ink.front.append(Text(x, top + 11.6, shown, size, 600, WHITE, "start", box))
    return [start for _, start in stages[1:]]


def _label(words: str, y: float, ink: _Ink) -> float:
    """The name of a lane; gives back its height."""
    lines = wrap(words.replace("- ", "-"), LABELS - 2, 8, 700)
    for index, line in enumerate(lines):
        at = y + 11 + index * 9.5
        ink.front.append(Text(MARGIN, at, line, 8, 700, PETROL, "start", Box(MARGIN, at - 8, LABELS, 11)))
    return 11 + (len(lines) - 1) * 9.5 + 2


def _rule(ink: _Ink, y: float, right: float) -> float:
    ink.ground.append(Path(f"M{MARGIN:g} {y:.1f} H{right:g}", Box(MARGIN, y, right - MARGIN, 0), "", HAIR, 0.7))
    return y


def _visibility(ink: _Ink, y: float, right: float, words: str) -> float:
    end = right - width(words, 7.3, 500) - 8
    ink.front.append(Path(f"M{MARGIN:g} {y:.1f} H{end:.1f}", Box(MARGIN, y, end - MARGIN, 0), "", INK, 0.9, "5 3"))
    ink.front.append(Text(right, y + 2.5, words, 7.3, 500, INK, "end", Box(end, y - 6, right - end, 11)))
    return y + 3


def _feelings(
    band: Band, ways: Flow, placed: Placed, starts: list[float], bounds: list[float]
) -> tuple[emotion.Feeling, ...]:
    """Feelings at even steps within each column, in the order of its cards."""
    on_way = set(ways.main_touchpoints)
    found = []
    for index, column in enumerate(band.columns):
        low, high = starts[index] + 4, bounds[index + 1] - 4
        step = (high - low) / max(len(column.touchpoints), 1)
        for place, touchpoint in enumerate(column.touchpoints):
            if touchpoint.emotion is not None:
                x = low + step * (place + 0.5)
                found.append(
                    emotion.Feeling(
                        ways.number[touchpoint.id], x, max(-2, min(2, touchpoint.emotion)), touchpoint.id in on_way,
                        touchpoint.moment_of_truth,
                    )
                )  # fmt: skip
    return tuple(found)


def _entries(band: Band, ways: Flow, placed: Placed, ink: _Ink) -> None:
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


def _limits(band: Band, placed: Placed, drawn: Drawn, language: Language, ink: _Ink) -> None:
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


def _seen(journey: Journey, handbook: Handbook, ways: Flow, parts: tuple[Part, ...], colour_by: ColourBy) -> Seen:
    touchpoints = [t for one in parts for column in one.band.columns for t in column.touchpoints]
    here = {touchpoint.id for touchpoint in touchpoints}
    all_ways = [way for one in parts for mine in one.band.ways.values() for way in mine]
    main = {(way.source, way.target) for way in ways.main}
    ranked = [(way, (way.source, way.target.split("@")[0].removeprefix("band:")) in main) for way in all_ways]
    found = [one for touchpoint in touchpoints for one in standards(touchpoint, handbook)]
    used = {touchpoint.channel for touchpoint in touchpoints}
    icons: dict[str, list[str]] = {}
    for channel in handbook.outline.channels:
        if channel.id in used and channel.icon:
            icons.setdefault(channel.icon, []).append(channel.title)
    return Seen(
        person=any(t.contact != "product" for t in touchpoints),
        product=any(t.contact == "product" for t in touchpoints),
        moment=any(t.moment_of_truth for t in touchpoints),
        wait=any(t.wait is not None for t in touchpoints),
        main=any(is_main and not way.back for way, is_main in ranked),
        branch=any(not is_main and not way.back for way, is_main in ranked),
        back=any(way.back for way in all_ways),
        entry=bool(here.intersection(ways.entries)),
        off_way=any(
            t.emotion is not None and t.id not in ways.main_touchpoints and not t.moment_of_truth for t in touchpoints
        ),
        covered=next((one.number for one in found if one.state == "covered"), None),
        review=next((one.number for one in found if one.state == "review"), None),
        missing=any(one.state == "missing" for one in found),
        outcome=any(way.goes == "outcome" for way in all_ways),
        passage=any(way.goes == "journey" for way in all_ways),
        band=any(way.goes == "band" for way in all_ways),
        channels=tuple((icon, caption(", ".join(titles), handbook)) for icon, titles in icons.items()),
        ground=tuple(state(t, handbook) for t in touchpoints) if colour_by == "coverage" else (),
        heat=colour_by == "heat",
    )
