"""A journey in, its service blueprint out: a sheet of marks in points, ready to be painted."""

from dataclasses import replace

from cjm.diagram import phrases
from cjm.diagram.band import put_band
from cjm.diagram.captions import caption
from cjm.diagram.card_drawing import ColourBy
from cjm.diagram.columns import MANNERS, bands, split
from cjm.diagram.flow import Flow, flow
from cjm.diagram.heads import put_title
from cjm.diagram.legend import Seen, legend
from cjm.diagram.score import unrest
from cjm.diagram.shapes import Ink, Sheet
from cjm.diagram.stacks import A4, MARGIN, Part, on_page, part
from cjm.diagram.standards import standards, state
from cjm.diagram.words import in_words
from cjm.graph import name
from cjm.model import Handbook, Journey, Touchpoint


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


# Private functions


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
    ink = Ink([], [], [], [], [], [], [])
    y = put_title(journey, handbook, page, said, ink)
    for index, one in enumerate(parts):
        y = put_band(journey, handbook, ways, one, colour_by, y + (16 if index else 0), ink)
    marks, height = legend(
        _seen(journey, handbook, ways, parts, colour_by), MARGIN, page - MARGIN, y + 10, handbook.outline.language
    )
    ink.front += marks
    return Sheet(
        f"map-{journey.id}" + (f"-{number}" if number else ""), caption(journey.title, handbook), "", page,
        round(y + 10 + height + 8), tuple(ink.ground), tuple(ink.wires), tuple(ink.heads), tuple(ink.over),
        tuple(ink.cards), tuple(ink.pills), tuple(ink.front),
    )  # fmt: skip


def _seen(journey: Journey, handbook: Handbook, ways: Flow, parts: tuple[Part, ...], colour_by: ColourBy) -> Seen:
    touchpoints = [t for one in parts for column in one.band.columns for t in column.touchpoints]
    here = {name(touchpoint) for touchpoint in touchpoints}
    all_ways = [way for one in parts for mine in one.band.ways.values() for way in mine]
    styles = {way.style for way in all_ways}
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
        main="main" in styles,
        branch="branch" in styles,
        back="back" in styles,
        entry=bool(here.intersection(ways.entries)),
        off_way=any(t.emotion is not None and name(t) not in ways.main and not t.moment_of_truth for t in touchpoints),
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
