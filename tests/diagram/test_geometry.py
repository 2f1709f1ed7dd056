"""What must hold of any map, whatever the journey: measured on the sheet before it is painted."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cjm.app.colouring import ColourBy, colours
from cjm.diagram.lanes import LaneNote, standard_lane
from cjm.diagram.layout import sheet, sheets
from cjm.diagram.metrics import width
from cjm.diagram.overview import overview_sheet
from cjm.diagram.shapes import Box, Dot, Icon, Label, Point, Rect, Shape, Sheet, Star
from cjm.diagram.sizes import CHIP_LINE, REMARK_LINE
from cjm.model import Journey
from cjm.workspace.standards import Standard, standards

from .journeys import OTHER, handbook, journeys, picture

LEAST = 7.0  # points: what can be read on paper
SLACK = 0.06  # what rounding may take

any_map = settings(  # a failing map is not shrunk: that takes longer than to look at it
    max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@pytest.mark.slow
@any_map
@given(journeys(), st.sampled_from(("plain", "coverage", "heat")))
def test_every_map_keeps_its_geometry(journey: Journey, colour_by: ColourBy) -> None:
    book = handbook(journey, OTHER)
    drawn = sheet(journey, book, standards(book), colours(colour_by, book))
    hold(drawn)
    assert {card.touchpoint for card in drawn.cards} == {touchpoint.id for touchpoint in journey.touchpoints}


@pytest.mark.slow
@settings(any_map, max_examples=5)
@given(journeys(least=40))
def test_every_band_on_its_own_keeps_its_geometry(journey: Journey) -> None:
    book = handbook(journey, OTHER)
    for drawn in sheets(journey, book, standards(book)):
        hold(drawn)


@pytest.mark.slow
@settings(any_map, max_examples=5)
@given(journeys(most=25))
def test_the_same_journey_gives_the_same_bytes(journey: Journey) -> None:
    book = handbook(journey, OTHER)
    assert picture(journey, book) == picture(journey, book)


@pytest.mark.slow
@settings(any_map, max_examples=15)
@given(journeys(most=20))
def test_the_overview_keeps_its_geometry(journey: Journey) -> None:
    book = handbook(journey, OTHER)
    hold(overview_sheet(book, standards(book)))


def hold(drawn: Sheet) -> None:
    boxes = [*((card.touchpoint, card.box) for card in drawn.cards), *((pill.key, pill.box) for pill in drawn.pills)]
    for (one, box), (other, beside) in combinations(boxes, 2):
        assert not box.meets(beside), f"{one} lies on {other}"
    for text in texts(drawn):
        assert text.size >= LEAST, text
        assert text.inside is None or holds(text.inside, extent(text)), text
    for box in extents(drawn):
        assert holds(Box(0, 0, drawn.width, drawn.height), box), box
    for wire in drawn.wires:
        for start, end in pairwise(wire.points):
            assert abs(start[0] - end[0]) < 0.01 or abs(start[1] - end[1]) < 0.01, f"a slanting line: {wire}"
            for key, box in boxes:
                assert not runs_through(start, end, box), f"{wire} runs through {key}"
    stretches = [(wire.target, *stretch) for wire in drawn.wires for stretch in pairwise(wire.points)]
    for one, other in combinations(stretches, 2):
        assert one[0] == other[0] or shared(one[1:], other[1:]) < 0.5, f"{one} and {other} share a stretch"


def texts(drawn: Sheet) -> Iterator[Label]:
    groups = (drawn.ground, drawn.over, drawn.front, *(one.marks for one in (*drawn.cards, *drawn.pills)))
    yield from (mark for marks in groups for mark in marks if isinstance(mark, Label))


def extents(drawn: Sheet) -> Iterator[Box]:
    for marks in (drawn.ground, drawn.over, drawn.front, *(one.marks for one in (*drawn.cards, *drawn.pills))):
        for mark in marks:
            match mark:
                case Label():
                    yield extent(mark)
                case Rect() | Shape():
                    yield mark.box
                case Icon():
                    yield Box(mark.x, mark.y, mark.size, mark.size)
                case Dot() | Star():
                    yield Box(mark.x - mark.r, mark.y - mark.r, 2 * mark.r, 2 * mark.r)
    for wire in drawn.wires:
        yield from (Box(x, y, 0, 0) for x, y in wire.points)


def extent(text: Label) -> Box:
    long = width(text.words, text.size, text.weight)
    shift = {"start": 0.0, "middle": long / 2, "end": long}[text.anchor]
    return Box(text.x - shift, text.y - 0.72 * text.size, long, 0.72 * text.size)


def holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x - SLACK <= inner.x and inner.right <= outer.right + SLACK
        and outer.y - SLACK <= inner.y and inner.bottom <= outer.bottom + SLACK
    )  # fmt: skip


def runs_through(start: Point, end: Point, box: Box) -> bool:
    """Whether the line has a part inside of the box; it may end on its edge."""
    low, high = (min(start[0], end[0]), min(start[1], end[1])), (max(start[0], end[0]), max(start[1], end[1]))
    inner = Box(box.x + 0.1, box.y + 0.1, box.w - 0.2, box.h - 0.2)
    return low[0] < inner.right and inner.x < high[0] and low[1] < inner.bottom and inner.y < high[1]


def shared(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    """How long a stretch two lines have in common; lines less than a point apart look like one."""
    for along, across in ((0, 1), (1, 0)):
        if all(abs(line[0][across] - line[1][across]) < 0.01 for line in (one, other)):
            if abs(one[0][across] - other[0][across]) >= 1:
                return 0
            low = max(min(line[0][along], line[1][along]) for line in (one, other))
            high = min(max(line[0][along], line[1][along]) for line in (one, other))
            return max(0.0, high - low)
    return 0


def test_numbers_that_need_several_lines_stand_one_below_the_other() -> None:
    """A standard that many touchpoints name: its numbers go on below, and what comes next begins below all of them."""
    many = LaneNote((1, 3, 5, 7, 9, 11, 13, 15), "Отмена", Standard("a", 7, "Отмена", "covered"))
    after = LaneNote((16,), "Визит", Standard("b", 8, "Визит", "covered"))
    marks, high = standard_lane([(many, after)], [(0.0, 90.0)], 0.0, "ru")
    labels = [one for one in marks if isinstance(one, Label)]
    lines = [one for one in labels if one.x == 0.0]
    steps = [round(below.y - above.y, 1) for above, below in pairwise(lines)]
    assert len(steps) > 2 and set(steps[:-1]) == {REMARK_LINE} and steps[-1] == CHIP_LINE
    assert high > lines[-1].y
