"""A handbook in, all its journeys on one sheet out: their stages, the passages between them, and what interrupts them."""

from dataclasses import replace

from cjm.diagram import phrases
from cjm.diagram.captions import caption
from cjm.diagram.flow import Flow, flow
from cjm.diagram.metrics import width, wrap
from cjm.diagram.palette import BRICK, INK, PALE, PETROL, SLATE, TINT, WHITE
from cjm.diagram.passages import (
    LABELS,
    LANE,
    MARGIN,
    PAGE,
    TRACK,
    Passage,
    Row,
    gaps_of,
    left_of,
    lines_of,
    passages_of,
)
from cjm.diagram.shapes import Box, Card, Dot, Mark, Path, Rect, Sheet, Star, Text
from cjm.diagram.standards import state
from cjm.graph import name
from cjm.language.says import Language, Says
from cjm.model import Handbook, Journey, Stage, Touchpoint

_HEAD, _SPOT, _SPOT_LINE, _PAD = 17.0, 10.0, 11.0, 7.0
_TITLE = Says("Все пути клиента", "All journeys of the client")
_ANYWHERE = Says("Сюда попадают из любой точки любого пути и возвращаются туда, откуда пришли.",
                 "One comes here from any touchpoint of any journey, and goes back there.")  # fmt: skip
_PASSAGES = Says("Переходы: {passages}.", "Passages: {passages}.")
_FROM_TO = Says("из «{source}» в «{target}»", "from “{source}” to “{target}”")
_PERSON = Says("отвечает человек", "a person answers")
_PRODUCT = Says("отвечает продукт", "a product answers")
_PASSAGE = Says("переход в другой путь", "passage to another journey")
_INTERRUPTS = Says("из любой точки", "from any touchpoint")


def overview_sheet(handbook: Handbook) -> Sheet:
    language = handbook.outline.language
    journeys = (*(j for j in handbook.journeys if not j.interrupts), *(j for j in handbook.journeys if j.interrupts))
    flows = [flow(journey, handbook) for journey in journeys]
    passages = passages_of(journeys, flows)
    most = max((len(journey.stages) for journey in journeys), default=1) or 1
    # the margin at the right takes the passages that go past a row; how many these are is known from the passages
    past = len({p.target for p in passages if p.target[0] != p.source[0] + 1})
    pitch = (PAGE - 2 * MARGIN - LANE - LABELS - (past * TRACK + 8 if past else 0)) / most
    gaps, tops = gaps_of(passages, journeys, pitch)
    title = " · ".join(
        filter(None, (caption(handbook.outline.title, handbook), caption(handbook.outline.organisation, handbook)))
    )
    front: list[Mark] = [
        Text(MARGIN, 30, _TITLE.to(language), 17, 700, INK, "start", Box(MARGIN, 14, 400, 21)),
        Text(PAGE - MARGIN, 28, title, 8.2, 400, SLATE, "end", Box(MARGIN + 300, 18, PAGE - 2 * MARGIN - 300, 13)),
    ]
    rows: list[Row] = []
    cards: list[Card] = []
    ground: list[Mark] = []
    y = 44.0
    for index, (journey, ways) in enumerate(zip(journeys, flows, strict=True)):
        y += 8 + TRACK * gaps[index]
        row, marks, spots, bottom = _row(journey, ways, handbook, y, pitch, language)
        rows.append(row)
        front += marks
        cards += spots
        dash = "4 2.4" if journey.interrupts else ""
        ground.append(Rect(row.box, TINT, PETROL if journey.interrupts else "", 1.1, 4, dash))
        y = bottom
    wires, heads = lines_of(passages, rows, tops, pitch)
    over = _interrupts(rows)
    y += 12
    legend, height = _legend(journeys, handbook, bool(passages), y, language)
    front += legend
    return Sheet(
        "map-overview", _TITLE.to(language), _told(journeys, passages, handbook), PAGE, round(y + height + 8), tuple(ground),
        tuple(wires), tuple(heads), tuple(over), tuple(cards), (), tuple(front),
    )  # fmt: skip


def _row(
    journey: Journey, ways: Flow, handbook: Handbook, top: float, pitch: float, language: Language
) -> tuple[Row, list[Mark], list[Card], float]:
    marks: list[Mark] = []
    left = MARGIN + LANE
    y = top + 12
    label = Box(left, top, LABELS, 200)
    for line in wrap(caption(journey.title, handbook), LABELS - 14, 10, 700):
        marks.append(Text(left + 6, y, line, 10, 700, INK, "start", label))
        y += 12
    said = _ANYWHERE.to(language) if journey.interrupts else caption(journey.client, handbook)
    for line in wrap(said, LABELS - 14, 7.1):
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
        x = left_of(index, pitch)
        marks += _stage_head(lines, x, top + 6, pitch - 2, head, first=index == 0)
        placed, bottom = _spots(stage, ways, handbook, x + 8, top + 6 + head + _PAD, pitch - 16)
        spots += placed
        depth = max(depth, bottom + _PAD - top)
        boxes.append(Box(x, top, pitch - 2, 0))
    whole = Box(left, top, LABELS + len(journey.stages) * pitch + 2, depth)
    stages = tuple(Box(box.x, top, box.w, depth) for box in boxes)
    return Row(journey, whole, stages), marks, spots, top + depth


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
    touchpoints = [touchpoint for touchpoint in stage.touchpoints if ways.draws(touchpoint)]
    for index, touchpoint in enumerate(touchpoints):
        box = Box(x + index % across * _SPOT, y + index // across * _SPOT_LINE, 8, 8)
        hint = f"{ways.number[name(touchpoint)]}. {ways.title[name(touchpoint)]}"
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


def _interrupts(rows: list[Row]) -> list[Mark]:
    """A dashed line along all rows that ends at the one to which one comes from anywhere."""
    others = [row for row in rows if not row.journey.interrupts]
    marks: list[Mark] = []
    interrupts = [row for row in rows if row.journey.interrupts]
    if not others or not interrupts:
        return []
    x = MARGIN + 5
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
    x = MARGIN
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


def _told(journeys: tuple[Journey, ...], passages: tuple[Passage, ...], handbook: Handbook) -> str:
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
