"""A handbook in, all its journeys on one sheet out: their stages, the passages between them, and what interrupts them."""

from dataclasses import dataclass, replace

from cjm.diagram import phrases
from cjm.diagram.captions import caption
from cjm.diagram.flow import Flow, flow
from cjm.diagram.metrics import width, wrap
from cjm.diagram.palette import BRICK, INK, PALE, PETROL, SLATE, TINT, WHITE
from cjm.diagram.shapes import Box, Card, Dot, Head, Mark, Path, Point, Rect, Sheet, Star, Text, Wire
from cjm.diagram.standards import state
from cjm.diagram.tracks import Key, Net, levels
from cjm.language.says import Language, Says
from cjm.model import Handbook, Journey, Stage, Touchpoint

_PAGE, _MARGIN, _LABELS, _LANE = 842.0, 17.0, 128.0, 16.0
_HEAD, _SPOT, _SPOT_LINE, _PAD = 17.0, 10.0, 11.0, 7.0
_TRACK, _FAR = 5.0, 10_000.0
_TITLE = Says("Все пути клиента", "All journeys of the client")
_ANYWHERE = Says("Сюда попадают из любой точки любого пути и возвращаются туда, откуда пришли.",
                 "One comes here from any touchpoint of any journey, and goes back there.")  # fmt: skip
_PASSAGES = Says("Переходы: {passages}.", "Passages: {passages}.")
_FROM_TO = Says("из «{source}» в «{target}»", "from “{source}” to “{target}”")
_PERSON = Says("отвечает человек", "a person answers")
_PRODUCT = Says("отвечает продукт", "a product answers")
_PASSAGE = Says("переход в другой путь", "passage to another journey")
_INTERRUPTS = Says("из любой точки", "from any touchpoint")


@dataclass(frozen=True, slots=True)
class _Passage:
    """From a stage of one journey to a stage of another."""

    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Row:
    """One journey: the boxes of its stages, and the box that holds all of it."""

    journey: Journey
    box: Box
    stages: tuple[Box, ...]


def overview_sheet(handbook: Handbook) -> Sheet:
    language = handbook.outline.language
    journeys = (*(j for j in handbook.journeys if not j.interrupts), *(j for j in handbook.journeys if j.interrupts))
    flows = [flow(journey, handbook) for journey in journeys]
    passages = _passages(journeys, flows, handbook)
    most = max((len(journey.stages) for journey in journeys), default=1) or 1
    # the margin at the right takes the passages that go past a row; how many these are is known from the passages
    past = len({p.target for p in passages if p.target[0] != p.source[0] + 1})
    pitch = (_PAGE - 2 * _MARGIN - _LANE - _LABELS - (past * _TRACK + 8 if past else 0)) / most
    gaps, tops = _gaps(passages, journeys, pitch)
    title = " · ".join(
        filter(None, (caption(handbook.outline.title, handbook), caption(handbook.outline.organisation, handbook)))
    )
    front: list[Mark] = [
        Text(_MARGIN, 30, _TITLE.to(language), 17, 700, INK, "start", Box(_MARGIN, 14, 400, 21)),
        Text(_PAGE - _MARGIN, 28, title, 8.2, 400, SLATE, "end", Box(_MARGIN + 300, 18, _PAGE - 2 * _MARGIN - 300, 13)),
    ]
    rows: list[_Row] = []
    cards: list[Card] = []
    ground: list[Mark] = []
    y = 44.0
    for index, (journey, ways) in enumerate(zip(journeys, flows, strict=True)):
        y += 8 + _TRACK * gaps[index]
        row, marks, spots, bottom = _row(journey, ways, handbook, y, pitch, language)
        rows.append(row)
        front += marks
        cards += spots
        dash = "4 2.4" if journey.interrupts else ""
        ground.append(Rect(row.box, TINT, PETROL if journey.interrupts else "", 1.1, 4, dash))
        y = bottom
    wires, heads = _lines(passages, rows, tops, pitch)
    over = _interrupts(rows)
    y += 12
    legend, height = _legend(journeys, handbook, bool(passages), y, language)
    front += legend
    return Sheet(
        "map-overview", _TITLE.to(language), _told(journeys, passages, handbook), _PAGE, round(y + height + 8), tuple(ground),
        tuple(wires), tuple(heads), tuple(over), tuple(cards), (), tuple(front),
    )  # fmt: skip


def _passages(journeys: tuple[Journey, ...], flows: list[Flow], handbook: Handbook) -> tuple[_Passage, ...]:
    """Every pair of stages that a way joins, once, in the order of the journeys."""
    at = {
        touchpoint.id: (row, column)
        for row, journey in enumerate(journeys)
        for column, stage in enumerate(journey.stages)
        for touchpoint in stage.touchpoints
    }
    found: dict[_Passage, None] = {}
    for ways in flows:
        for mine in ways.ways.values():
            for way in mine:
                if way.goes == "journey" and way.leads in at and way.source in at:
                    found.setdefault(_Passage(at[way.source], at[way.leads]))
    return tuple(found)


def _x(column: int, pitch: float) -> float:
    return _MARGIN + _LANE + _LABELS + column * pitch


def _leaves(passage: _Passage, passages: tuple[_Passage, ...], pitch: float) -> float:
    """Where a passage leaves the foot of its stage: right of the middle, one place for each target."""
    targets = sorted({other.target for other in passages if other.source == passage.source})
    place = targets.index(passage.target)
    step = min(9.0, (pitch * 0.45) / max(len(targets), 1))
    return _x(passage.source[1], pitch) + pitch * 0.5 + place * step


def _arrives(target: tuple[int, int], pitch: float) -> float:
    return _x(target[1], pitch) + 14


def _gaps(
    passages: tuple[_Passage, ...], journeys: tuple[Journey, ...], pitch: float
) -> tuple[list[int], list[dict[Key, int]]]:
    """How many tracks the gap above each row needs (one more below the last), and who has which."""
    found: list[dict[Key, int]] = []
    for gap in range(len(journeys) + 1):
        near: dict[tuple[int, int], list[float]] = {}
        far: dict[tuple[int, int], list[float]] = {}
        past: set[tuple[int, int]] = set()
        for passage in passages:
            leaving, arriving = passage.source[0] + 1 == gap, passage.target[0] == gap
            if leaving:
                near.setdefault(passage.target, []).append(_leaves(passage, passages, pitch))
            if arriving:
                far.setdefault(passage.target, []).append(_arrives(passage.target, pitch))
            if leaving != arriving:
                past.add(passage.target)
        nets = []
        for target in sorted({*near, *far}):
            xs = [*near.get(target, []), *far.get(target, [])]
            high = _FAR if target in past else max(xs)
            key = (str(target[0]), str(target[1]))
            nets.append(
                Net(
                    key,
                    tuple(sorted(set(near.get(target, [])))),
                    tuple(sorted(set(far.get(target, [])))),
                    min(xs),
                    high,
                )
            )
        found.append(levels(tuple(nets)))
    return [1 + max(tracks.values(), default=-1) for tracks in found], found


def _row(
    journey: Journey, ways: Flow, handbook: Handbook, top: float, pitch: float, language: Language
) -> tuple[_Row, list[Mark], list[Card], float]:
    marks: list[Mark] = []
    left = _MARGIN + _LANE
    y = top + 12
    label = Box(left, top, _LABELS, 200)
    for line in wrap(caption(journey.title, handbook), _LABELS - 14, 10, 700):
        marks.append(Text(left + 6, y, line, 10, 700, INK, "start", label))
        y += 12
    said = _ANYWHERE.to(language) if journey.interrupts else caption(journey.client, handbook)
    for line in wrap(said, _LABELS - 14, 7.1):
        marks.append(Text(left + 6, y, line, 7.1, 400, SLATE, "start", label))
        y += 8.6
    marks.append(
        Text(left + 6, y, phrases.touchpoints(len(journey.touchpoints), language), 7.1, 500, PETROL, "start", label)
    )
    depth = y + 6 - top
    spots: list[Card] = []
    boxes: list[Box] = []
    heads = [wrap(caption(stage.title, handbook), pitch - 20, 7.5, 600) for stage in journey.stages]
    head = max([_HEAD, *(8 + 8.8 * len(lines) for lines in heads)])
    for index, (stage, lines) in enumerate(zip(journey.stages, heads, strict=True)):
        x = _x(index, pitch)
        marks += _stage_head(lines, x, top + 6, pitch - 2, head, first=index == 0)
        placed, bottom = _spots(stage, ways, handbook, x + 8, top + 6 + head + _PAD, pitch - 16)
        spots += placed
        depth = max(depth, bottom + _PAD - top)
        boxes.append(Box(x, top, pitch - 2, 0))
    whole = Box(left, top, _LABELS + len(journey.stages) * pitch + 2, depth)
    stages = tuple(Box(box.x, top, box.w, depth) for box in boxes)
    return _Row(journey, whole, stages), marks, spots, top + depth


def _stage_head(lines: tuple[str, ...], x: float, y: float, wide: float, high: float, *, first: bool) -> list[Mark]:
    notch = "" if first else f"L{x + 4:.1f} {y + high / 2:.1f} "
    d = (
        f"M{x:.1f} {y:.1f} H{x + wide - 4:.1f} L{x + wide:.1f} {y + high / 2:.1f} "
        f"L{x + wide - 4:.1f} {y + high:.1f} H{x:.1f} {notch}Z"
    )
    box = Box(x, y, wide, high)
    marks: list[Mark] = [Path(d, box, INK)]
    at = y + (high - 8.8 * (len(lines) - 1)) / 2 + 2.7
    for line in lines:
        marks.append(Text(x + 9, at, line, 7.5, 600, WHITE, "start", box))
        at += 8.8
    return marks


def _spots(stage: Stage, ways: Flow, handbook: Handbook, x: float, y: float, room: float) -> tuple[list[Card], float]:
    """A spot for every touchpoint, each a link: round for a person, square for a product, a star for a moment of truth."""
    found = []
    across = max(1, int(room // _SPOT))
    touchpoints = [touchpoint for touchpoint in stage.touchpoints if ways.first[touchpoint.id] is touchpoint]
    for index, touchpoint in enumerate(touchpoints):
        box = Box(x + index % across * _SPOT, y + index // across * _SPOT_LINE, 8, 8)
        hint = f"{ways.number[touchpoint.id]}. {ways.title[touchpoint.id]}"
        found.append(Card(touchpoint.id, hint, box, _spot(touchpoint, handbook, box)))
    return found, y + max(1, -(-len(touchpoints) // across)) * _SPOT_LINE


def _spot(touchpoint: Touchpoint, handbook: Handbook, box: Box) -> tuple[Mark, ...]:
    if state(touchpoint, handbook) == "missing":
        return (
            Rect(
                Box(box.x + 0.5, box.y + 0.5, 7, 7),
                WHITE,
                BRICK,
                1,
                0 if touchpoint.contact == "product" else 3.5,
                "2 1.4",
            ),
        )
    if touchpoint.moment_of_truth:
        return (Star(*box.middle, 4.8),)
    if touchpoint.contact == "product":
        return (Rect(Box(box.x + 0.5, box.y + 0.5, 7, 7), PALE, SLATE, 0.8),)
    return (Dot(*box.middle, 3.7, PETROL),)


def _lines(
    passages: tuple[_Passage, ...], rows: list[_Row], tracks: list[dict[Key, int]], pitch: float
) -> tuple[list[Wire], list[Head]]:
    """From the foot of a stage through the gap to the head of another, past rows by the margin at the right."""
    edge = max((row.box.right for row in rows), default=0.0)
    bottoms = [44.0, *(row.box.bottom for row in rows)]

    def level(gap: int, target: tuple[int, int]) -> float:
        return bottoms[gap] + 6 + _TRACK * tracks[gap][str(target[0]), str(target[1])]

    past: dict[tuple[int, int], list[float]] = {}
    for passage in passages:
        if passage.source[0] + 1 != passage.target[0]:
            past.setdefault(passage.target, []).extend(
                (level(passage.source[0] + 1, passage.target), level(passage.target[0], passage.target))
            )
    nets = tuple(
        Net((str(target[0]), str(target[1])), tuple(sorted(set(ys))), (), min(ys), max(ys))
        for target, ys in past.items()
    )
    lanes = levels(nets)
    wires, heads = [], []
    for passage in passages:
        row, target = rows[passage.source[0]], rows[passage.target[0]]
        out = (_leaves(passage, passages, pitch), row.box.bottom)
        into = (_arrives(passage.target, pitch), target.box.y)
        y = level(passage.source[0] + 1, passage.target)
        points: list[Point] = [out, (out[0], y)]
        if passage.source[0] + 1 == passage.target[0]:
            points += [(into[0], y), into]
        else:
            x = edge + 6 + _TRACK * max(0, lanes[str(passage.target[0]), str(passage.target[1])])
            over = level(passage.target[0], passage.target)
            points += [(x, y), (x, over), (into[0], over), into]
        source = row.journey.stages[passage.source[1]]
        goal = target.journey.stages[passage.target[1]]
        wires.append(Wire(f"{row.journey.id}/{source.id}", f"{target.journey.id}/{goal.id}", "branch", tuple(points)))
        heads.append(Head(into, "top", "branch"))
    return wires, list(dict.fromkeys(heads))


def _interrupts(rows: list[_Row]) -> list[Mark]:
    """A dashed line along all rows that ends at the one to which one comes from anywhere."""
    others = [row for row in rows if not row.journey.interrupts]
    marks: list[Mark] = []
    interrupts = [row for row in rows if row.journey.interrupts]
    if not others or not interrupts:
        return []
    x = _MARGIN + 5
    last = interrupts[-1].box.middle[1]
    top = others[0].box.middle[1]
    marks.append(Path(f"M{x:.1f} {top:.1f} V{last:.1f}", Box(x, top, 0, last - top), "", PETROL, 1.1, "4 2.4"))
    for row in rows:
        y = row.box.middle[1]
        end = row.box.x - (3 if row.journey.interrupts else 0)
        marks.append(Path(f"M{end:.1f} {y:.1f} H{x:.1f}", Box(x, y, end - x, 0), "", PETROL, 1.1, "4 2.4"))
        if row.journey.interrupts:
            tip = row.box.x - 0.5
            d = f"M{tip:.1f} {y:.1f} L{tip - 4.6:.1f} {y - 2.9:.1f} L{tip - 4.6:.1f} {y + 2.9:.1f} Z"
            marks.append(Path(d, Box(tip - 5, y - 3, 5, 6), PETROL))
    return marks


def _legend(
    journeys: tuple[Journey, ...], handbook: Handbook, passages: bool, y: float, language: Language
) -> tuple[list[Mark], float]:
    touchpoints = [touchpoint for journey in journeys for touchpoint in journey.touchpoints]
    spot = Box(0, y, 8, 8)
    found: list[tuple[float, list[Mark], str]] = []
    plain = [t for t in touchpoints if not t.moment_of_truth and state(t, handbook) != "missing"]
    if any(t.contact != "product" for t in plain):
        found.append((8, [Dot(4, y + 4, 3.7, PETROL)], _PERSON.to(language)))
    if any(t.contact == "product" for t in plain):
        found.append((8, [Rect(Box(0.5, y + 0.5, 7, 7), PALE, SLATE, 0.8)], _PRODUCT.to(language)))
    if any(t.moment_of_truth for t in touchpoints):
        found.append((8, [Star(*spot.middle, 4.8)], phrases.MOMENT.to(language)))
    if any(state(t, handbook) == "missing" for t in touchpoints):
        found.append((8, [Rect(Box(0.5, y + 0.5, 7, 7), WHITE, BRICK, 1, 3.5, "2 1.4")], phrases.MISSING.to(language)))
    if passages:
        found.append((18, [Path(f"M0 {y + 4:.1f} H18", Box(0, y + 4, 18, 0), "", SLATE, 1)], _PASSAGE.to(language)))
    if any(journey.interrupts for journey in journeys):
        found.append(
            (
                18,
                [Path(f"M0 {y + 4:.1f} H18", Box(0, y + 4, 18, 0), "", PETROL, 1.1, "4 2.4")],
                _INTERRUPTS.to(language),
            )
        )
    marks: list[Mark] = []
    x = _MARGIN
    for wide, sample, words in found:
        marks += [_moved(mark, x) for mark in sample]
        long = width(words, 7.3)
        marks.append(Text(x + wide + 4, y + 6.6, words, 7.3, 400, INK, "start", Box(x, y - 2, wide + 4.5 + long, 12)))
        x += wide + 4 + long + 15
    return marks, 10.0


def _moved(mark: Mark, x: float) -> Mark:
    match mark:
        case Dot() | Star():
            return replace(mark, x=mark.x + x)
        case Rect():
            return replace(mark, box=replace(mark.box, x=mark.box.x + x))
        case Path():
            return replace(
                mark, d=mark.d.replace("M0 ", f"M{x:.1f} ").replace("H18", f"H{x + 18:.1f}"), box=replace(mark.box, x=x)
            )
    return mark


def _told(journeys: tuple[Journey, ...], passages: tuple[_Passage, ...], handbook: Handbook) -> str:
    language = handbook.outline.language
    told = []
    for journey in journeys:
        stages = ", ".join(caption(stage.title, handbook) for stage in journey.stages)
        told.append(f"{caption(journey.title, handbook)}: {stages}.")
        if journey.interrupts:
            told.append(_ANYWHERE.to(language))
    pairs = dict.fromkeys((p.source[0], p.target[0]) for p in passages)
    if pairs:
        said = "; ".join(
            _FROM_TO.to(
                language,
                source=caption(journeys[source].title, handbook),
                target=caption(journeys[target].title, handbook),
            )
            for source, target in pairs
        )
        told.append(_PASSAGES.to(language, passages=said))
    return " ".join(told)
