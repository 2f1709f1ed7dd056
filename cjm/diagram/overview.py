"""A handbook in, all its journeys on one sheet out: their stages, the passages between them, and what interrupts them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cjm.diagram import phrases
from cjm.diagram.captions import caption
from cjm.diagram.flow import Flow, flow
from cjm.diagram.heads import chevron
from cjm.diagram.legend import Sample, put_samples
from cjm.diagram.metrics import wrap
from cjm.diagram.palette import INK, PALE, PETROL, SLATE, TINT, WHITE
from cjm.diagram.passages import (
    EDGE,
    GAP_TRACK,
    TITLES,
    JourneyRow,
    Transfer,
    gaps_of,
    left_of,
    lines_of,
    passages_of,
)
from cjm.diagram.shapes import Box, Card, Dot, Ink, Label, Mark, Rect, Shape, Sheet, Star, head
from cjm.diagram.sizes import (
    A4,
    CARD_LINE,
    CARD_TEXT,
    HEADLINE,
    INTERRUPT_LINE,
    JOURNEY_TEXT,
    LACKING_EDGE,
    MARGIN,
    ORIGIN_TEXT,
    PRODUCT_EDGE,
    REMARK_LINE,
    REMARK_TEXT,
    STAGE_HEIGHT,
    STRONG_TEXT,
    TITLE_TEXT,
    WAYS,
    Line,
)
from cjm.graph import name
from cjm.language.says import Says
from cjm.model import Handbook, Journey, Stage, Touchpoint
from cjm.workspace.standards import LACKS, Standard

_SPOT, _SPOT_LINE, _BELOW_HEAD, _STAR = 10.0, 11.0, 7.0, 4.8
_SPOT_RADIUS = 3.5
_TITLE = Says("Все пути клиента", "All journeys of the client")
_ANYWHERE = Says("Сюда попадают из любой точки любого пути и возвращаются туда, откуда пришли.",
                 "One comes here from any touchpoint of any journey, and goes back there.")  # fmt: skip
_PASSAGES = Says("Переходы: {passages}.", "Passages: {passages}.")
_FROM_TO = Says("из «{source}» в «{target}»", "from “{source}” to “{target}”")
_PASSAGE = Says("переход в другой путь", "passage to another journey")
_INTERRUPTS = Says("из любой точки", "from any touchpoint")


def overview_sheet(handbook: Handbook, standards: Mapping[str, Standard]) -> Sheet:
    journeys = tuple(sorted(handbook.journeys, key=lambda journey: journey.interrupts))
    drawing = _Overview(handbook, journeys, [flow(journey, handbook, standards) for journey in journeys])
    passages = passages_of(journeys, drawing.flows)
    most = max((len(journey.stages) for journey in journeys), default=1) or 1
    # the margin at the right takes the passages that go past a row; how many these are is known from the passages
    past = len({p.target for p in passages if p.target[0] != p.source[0] + 1})
    pitch = (A4 - 2 * MARGIN - EDGE - TITLES - (past * GAP_TRACK + 8 if past else 0)) / most
    gaps, tops = gaps_of(passages, journeys, pitch)
    ink = Ink()
    drawing.put_title(ink)
    rows: list[JourneyRow] = []
    y = HEADLINE
    for index in range(len(journeys)):
        rows.append(drawing.put_row(index, y + 8 + GAP_TRACK * gaps[index], pitch, ink))
        y = rows[-1].box.bottom
    wires, heads = lines_of(passages, rows, tops, pitch)
    _put_interrupts(rows, ink)
    y += 12
    marks, height = put_samples(drawing.samples(bool(passages)), MARGIN, A4 - MARGIN, y, 6.6)
    ink.front += marks
    return Sheet(
        "map-overview", _TITLE.to(handbook.outline.language), drawing.told(passages), A4, round(y + height + 6),
        tuple(ink.ground), tuple(wires), tuple(heads), tuple(ink.over), tuple(ink.cards), (), tuple(ink.front),
    )  # fmt: skip


# Private functions


@dataclass(frozen=True, slots=True)
class _Overview:
    """The journeys in the order of their rows, those last to which one comes from anywhere."""

    handbook: Handbook
    journeys: tuple[Journey, ...]
    flows: list[Flow]

    def put_title(self, ink: Ink) -> None:
        outline = self.handbook.outline
        names = filter(None, (self.caption(outline.title), self.caption(outline.organisation)))
        title = Box(MARGIN, 14, 400, 21)
        ink.front.append(Label(MARGIN, 30, self.says(_TITLE), *TITLE_TEXT, INK, "start", title))
        box = Box(MARGIN + 300, 18, A4 - 2 * MARGIN - 300, 13)
        ink.front.append(Label(A4 - MARGIN, 28, " · ".join(names), *ORIGIN_TEXT, SLATE, "end", box))

    def put_row(self, index: int, top: float, pitch: float, ink: Ink) -> JourneyRow:
        """One journey: what it is at the left, then stage by stage."""
        journey, left = self.journeys[index], MARGIN + EDGE
        depth = self._put_label(journey, left, top, ink) + 6 - top
        heads = [wrap(self.caption(stage.title), pitch - 20, *CARD_TEXT) for stage in journey.stages]
        high = max([STAGE_HEIGHT, *(8 + CARD_LINE * len(lines) for lines in heads)])
        for place, (stage, lines) in enumerate(zip(journey.stages, heads, strict=True)):
            x = left_of(place, pitch)
            _put_stage(lines, Box(x, top + 6, pitch - 2, high), place > 0, ink)
            bottom = self._put_spots(
                stage, self.flows[index], Box(x + 8, top + 6 + high + _BELOW_HEAD, pitch - 16, 0), ink
            )
            depth = max(depth, bottom + _BELOW_HEAD - top)
        stages = tuple(Box(left_of(place, pitch), top, pitch - 2, depth) for place in range(len(journey.stages)))
        whole = Box(left, top, TITLES + len(journey.stages) * pitch + 2, depth)
        edge = INTERRUPT_LINE if journey.interrupts else ("", 0.0, "")
        ink.ground.append(Rect(whole, TINT, *edge, 4))
        return JourneyRow(journey, whole, stages)

    def samples(self, passages: bool) -> Iterator[Sample]:
        """The legend."""
        found = [(t, ways.state(t)) for j, ways in zip(self.journeys, self.flows, strict=True) for t in j.touchpoints]
        plain = [t for t, state in found if not t.moment_of_truth and state not in LACKS]
        if any(t.contact != "product" for t in plain):
            yield 8, lambda x, y: _person(Box(x, y, 8, 8)), self.says(phrases.PERSON_ANSWERS)
        if any(t.contact == "product" for t in plain):
            yield 8, lambda x, y: _product(Box(x, y, 8, 8)), self.says(phrases.PRODUCT_ANSWERS)
        if any(t.moment_of_truth for t, _ in found):
            yield 8, lambda x, y: _moment(Box(x, y, 8, 8)), self.says(phrases.MOMENT)
        if any(state in LACKS for _, state in found):
            yield 8, lambda x, y: _lacking(Box(x, y, 8, 8), _SPOT_RADIUS), self.says(phrases.LACKS_STANDARD)
        for there, line, says in (
            (passages, WAYS["branch"], _PASSAGE),
            (any(journey.interrupts for journey in self.journeys), INTERRUPT_LINE, _INTERRUPTS),
        ):
            if there:
                yield 18, _stretch(line), self.says(says)

    def told(self, passages: tuple[Transfer, ...]) -> str:
        """The same in words."""
        titles = [self.caption(journey.title) for journey in self.journeys]
        told = []
        for journey, title in zip(self.journeys, titles, strict=True):
            told.append(f"{title}: {', '.join(self.caption(stage.title) for stage in journey.stages)}.")
            if journey.interrupts:
                told.append(self.says(_ANYWHERE))
        pairs = dict.fromkeys((p.source[0], p.target[0]) for p in passages)
        if pairs:
            said = (self.says(_FROM_TO, source=titles[source], target=titles[target]) for source, target in pairs)
            told.append(self.says(_PASSAGES, passages="; ".join(said)))
        return " ".join(told)

    def caption(self, words: str) -> str:
        return caption(words, self.handbook)

    def says(self, phrase: Says, **values: object) -> str:
        return phrase.to(self.handbook.outline.language, **values)

    def _put_label(self, journey: Journey, left: float, top: float, ink: Ink) -> float:
        y, label = top + 12, Box(left, top, TITLES, 200)
        for line in wrap(self.caption(journey.title), TITLES - 14, *JOURNEY_TEXT):
            ink.front.append(Label(left + 6, y, line, *JOURNEY_TEXT, INK, "start", label))
            y += 12
        for line in wrap(
            self.says(_ANYWHERE) if journey.interrupts else self.caption(journey.client), TITLES - 14, *REMARK_TEXT
        ):
            ink.front.append(Label(left + 6, y, line, *REMARK_TEXT, SLATE, "start", label))
            y += REMARK_LINE
        count = phrases.touchpoints(len(journey.touchpoints), self.handbook.outline.language)
        ink.front.append(Label(left + 6, y, count, *STRONG_TEXT, PETROL, "start", label))
        return y

    def _put_spots(self, stage: Stage, ways: Flow, room: Box, ink: Ink) -> float:
        """A spot for every touchpoint, each a link; gives back the lower edge of their lines."""
        across = max(1, int(room.w // _SPOT))
        touchpoints = [touchpoint for touchpoint in stage.touchpoints if ways.draws(touchpoint)]
        for index, touchpoint in enumerate(touchpoints):
            box = Box(room.x + index % across * _SPOT, room.y + index // across * _SPOT_LINE, 8, 8)
            hint = f"{ways.number[name(touchpoint)]}. {ways.title[name(touchpoint)]}"
            ink.cards.append(Card(touchpoint.id, hint, box, _spot(touchpoint, ways, box)))
        return room.y + max(1, -(-len(touchpoints) // across)) * _SPOT_LINE


def _put_stage(lines: tuple[str, ...], box: Box, notched: bool, ink: Ink) -> None:
    d = chevron(box.x, box.right - 4, box.y, box.h, 4, notched=notched)
    ink.front.append(Shape(d, box, INK))
    y = box.y + (box.h - CARD_LINE * (len(lines) - 1)) / 2 + 2.7
    for line in lines:
        ink.front.append(Label(box.x + 9, y, line, *CARD_TEXT, WHITE, "start", box))
        y += CARD_LINE


def _spot(touchpoint: Touchpoint, ways: Flow, box: Box) -> tuple[Mark, ...]:
    """Round for a person, square for a product, a star for a moment of truth, dashed without a standard."""
    product = touchpoint.contact == "product"
    if ways.state(touchpoint) in LACKS:
        return _lacking(box, 0 if product else _SPOT_RADIUS)
    if touchpoint.moment_of_truth:
        return _moment(box)
    return _product(box) if product else _person(box)


def _person(box: Box) -> tuple[Mark, ...]:
    return (Dot(*box.middle, 3.7, PETROL),)


def _product(box: Box) -> tuple[Mark, ...]:
    return (Rect(Box(box.x + 0.5, box.y + 0.5, 7, 7), PALE, *PRODUCT_EDGE),)


def _moment(box: Box) -> tuple[Mark, ...]:
    return (Star(*box.middle, _STAR),)


def _lacking(box: Box, radius: float) -> tuple[Mark, ...]:
    return (Rect(Box(box.x + 0.5, box.y + 0.5, 7, 7), WHITE, *LACKING_EDGE, radius),)


def _stretch(line: Line) -> Callable[[float, float], tuple[Mark, ...]]:
    return lambda x, y: (Shape(f"M{x:.1f} {y + 4:.1f} H{x + 18:.1f}", Box(x, y + 4, 18, 0), "", *line),)


def _put_interrupts(rows: list[JourneyRow], ink: Ink) -> None:
    """A dashed line along all rows that ends at the one to which one comes from anywhere."""
    others = [row for row in rows if not row.journey.interrupts]
    interrupts = [row for row in rows if row.journey.interrupts]
    if not others or not interrupts:
        return
    x = MARGIN + 5
    top, last = others[0].box.middle[1], interrupts[-1].box.middle[1]
    ink.over.append(Shape(f"M{x:.1f} {top:.1f} V{last:.1f}", Box(x, top, 0, last - top), "", *INTERRUPT_LINE))
    for row in rows:
        y = row.box.middle[1]
        end = row.box.x - (3 if row.journey.interrupts else 0)
        ink.over.append(Shape(f"M{end:.1f} {y:.1f} H{x:.1f}", Box(x, y, end - x, 0), "", *INTERRUPT_LINE))
        if row.journey.interrupts:
            tip = (row.box.x - 0.5, y)
            ink.over.append(Shape(head(tip, "right"), Box(tip[0] - 5, y - 3, 5, 6), PETROL))
