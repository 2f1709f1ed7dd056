"""A journey in, its service blueprint out: a sheet of marks in points, ready to be painted."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from cjm.diagram import phrases
from cjm.diagram.band import put_band
from cjm.diagram.captions import caption
from cjm.diagram.colours import PLAIN, Colours
from cjm.diagram.columns import MANNERS, MOST_COLUMNS, bands_of, split
from cjm.diagram.flow import Flow, flow
from cjm.diagram.heads import put_title
from cjm.diagram.legend import Seen, legend
from cjm.diagram.score import unrest
from cjm.diagram.shapes import Ink, Sheet
from cjm.diagram.sizes import A4, MARGIN, UPRIGHT
from cjm.diagram.stacks import PlacedBand, on_page, strip_of
from cjm.diagram.words import described
from cjm.graph import name
from cjm.model import Handbook, Journey, Touchpoint
from cjm.workspace.standards import LACKS, Standard


def sheet(journey: Journey, handbook: Handbook, standards: Mapping[str, Standard], colours: Colours = PLAIN) -> Sheet:
    """The whole journey, its bands one below the other."""
    _, whole = _Map(journey, handbook, _ways(journey, handbook, standards, colours), colours).calmest()
    return whole


def sheets(
    journey: Journey,
    handbook: Handbook,
    standards: Mapping[str, Standard],
    colours: Colours = PLAIN,
    *,
    upright: bool = False,
) -> tuple[Sheet, ...]:
    """A sheet for each band, for paper: as wide as the map asks for, or as an upright page of A4 can hold in full size."""
    ways = _ways(journey, handbook, standards, colours)
    for most in (5, 4, 3, 2) if upright else (MOST_COLUMNS,):
        made = _on_paper(_Map(journey, handbook, ways, colours, most, UPRIGHT[0] if upright else 0.0))
        if all(one.width <= UPRIGHT[0] and one.height <= UPRIGHT[1] for one in made):
            break
    return made


# Private functions


def _ways(journey: Journey, handbook: Handbook, standards: Mapping[str, Standard], colours: Colours) -> Flow:
    ways = flow(journey, handbook, standards)
    return replace(ways, title=colours.titled(ways.title)) if colours.said else ways


def _on_paper(drawing: "_Map") -> tuple[Sheet, ...]:
    strips, whole = drawing.calmest()
    count, language = len(strips), drawing.handbook.outline.language
    if count < 2:
        return (whole,)
    return tuple(
        replace(drawing.sheet((one,), phrases.BAND.to(language, number=number, count=count), number), desc=whole.desc)
        for number, one in enumerate(strips, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Map:
    """What is to be drawn, in whichever manner."""

    journey: Journey
    handbook: Handbook
    ways: Flow
    colours: Colours
    most: int = MOST_COLUMNS  # of one band
    page: float = 0.0  # its width, where the paper is given

    def calmest(self) -> tuple[tuple[PlacedBand, ...], Sheet]:
        """The stages parted into columns in whichever manner makes the calmest map, and that map."""
        tried: list[tuple[tuple[Touchpoint, ...], ...]] = []
        found: list[tuple[float, tuple[PlacedBand, ...], Sheet]] = []
        for manner in MANNERS:
            columns = split(self.journey, self.ways, manner)
            shape = tuple(column.touchpoints for column in columns)
            if shape in tried:
                continue
            tried.append(shape)
            bands = bands_of(columns, self.ways, self.most)
            strips = tuple(strip_of(band, self.ways, self.handbook, self.page) for band in bands)
            widest = max((one.page for one in strips), default=self.page or A4)
            whole = self.sheet(tuple(on_page(one, widest, self.ways, self.handbook) for one in strips))
            found.append((unrest(whole, len(strips), manner), strips, whole))
        _, strips, whole = min(found, key=lambda one: one[0])
        return strips, replace(whole, desc=described(self.journey, self.handbook, self.ways))

    def sheet(self, strips: tuple[PlacedBand, ...], said: str = "", number: int = 0) -> Sheet:
        """These bands one below the other, still without a description."""
        page = max((one.page for one in strips), default=self.page or A4)
        ink = Ink()
        y = put_title(self.journey, self.handbook, self.ways, page, said, ink)
        for index, one in enumerate(strips):
            top = y + (16 if index else 0)
            y = put_band(self.journey, self.handbook, self.ways, one, self.colours, top, ink)
        marks, height = legend(self._seen(strips), MARGIN, page - MARGIN, y + 10, self.handbook.outline.language)
        ink.front += marks
        ident = f"map-{self.journey.id}" + (f"-{number}" if number else "")
        drawn = (tuple(getattr(ink, field.name)) for field in fields(ink))
        return Sheet(ident, caption(self.journey.title, self.handbook), "", page, round(y + 10 + height + 8), *drawn)

    def _seen(self, strips: tuple[PlacedBand, ...]) -> Seen:
        touchpoints = [t for one in strips for column in one.band.columns for t in column.touchpoints]
        names = {name(touchpoint) for touchpoint in touchpoints}
        drawn = [way for one in strips for mine in one.band.ways.values() for way in mine]
        styles, goes = {way.style for way in drawn}, {way.goes for way in drawn}
        found = [one for touchpoint in touchpoints for one in self.ways.standards[name(touchpoint)]]
        used = {touchpoint.channel for touchpoint in touchpoints}
        icons: dict[str, list[str]] = {}
        for channel in self.handbook.outline.channels:
            if channel.id in used and channel.icon:
                icons.setdefault(channel.icon, []).append(channel.title)
        main = self.ways.main
        return Seen(
            person=any(t.contact != "product" for t in touchpoints),
            product=any(t.contact == "product" for t in touchpoints),
            moment=any(t.moment_of_truth for t in touchpoints),
            wait=any(t.wait is not None for t in touchpoints),
            main="main" in styles,
            branch="branch" in styles,
            back="back" in styles,
            entry=bool(names.intersection(self.ways.entries)),
            off_way=any(t.emotion is not None and name(t) not in main and not t.moment_of_truth for t in touchpoints),
            covered=next((one.number for one in found if one.state == "covered"), None),
            review=next((one.number for one in found if one.state == "review"), None),
            missing=any(one.state in LACKS for one in found),
            elsewhere=any(one.state == "elsewhere" for one in found),
            outcome="outcome" in goes,
            passage="journey" in goes,
            band="band" in goes,
            channels=tuple((icon, caption(", ".join(titles), self.handbook)) for icon, titles in icons.items()),
            colours=self.colours,
            shades=tuple(self.colours.shade(one) for one in names),
        )
