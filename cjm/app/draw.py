"""A handbook and the name of a journey in, its map out: a picture, or text for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING

from cjm.app.refusal import NOTHING, Misuse, write
from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.model import Handbook, Journey

if TYPE_CHECKING:
    from cjm.app.colouring import ColourBy

MAPS = Path("site_build/out/maps")
_PICTURES, _TEXTS = ("svg", "png", "pdf"), ("mmd", "dot")
_NEAR = Says(" Может быть, «{near}»?", ' Perhaps "{near}"?')
_UNREAD = Says(
    "\nНе читаются: {files}. Что с ними не так, скажет cjm lint.",
    "\nCannot be read: {files}. cjm lint tells what is wrong with them.",
)


class WhichJourney(Misuse):
    """There are several."""

    SAYS = Says(
        "назовите путь:\n{journeys}{unread}\nВсе пути на одной карте: cjm map --overview",
        "name a journey:\n{journeys}{unread}\nAll journeys on one map: cjm map --overview",
    )


class UnknownJourney(Misuse):
    """There is none of this name."""

    SAYS = Says(
        "пути «{name}» нет.{near} Есть:\n{journeys}{unread}",
        'there is no journey "{name}".{near} There are:\n{journeys}{unread}',
    )


class NoJourney(Misuse):
    """There is none at all."""

    SAYS = Says(
        "в папке touchpoints нет ни одного пути{unread}", "there is no journey in the folder touchpoints{unread}"
    )


class JourneyOrOverview(Misuse):
    """One map at a time."""

    SAYS = Says("назовите путь или --overview, не то и другое", "name a journey or --overview, not both")


class UnknownFormat(Misuse):
    """The ending of the name says the format."""

    SAYS = Says(
        "{file}: по окончанию имени не видно, какой нужен вид. Возможны .svg, .png, .pdf, .mmd и .dot",
        "{file}: the ending of the name names no format. Possible: .svg, .png, .pdf, .mmd and .dot",
    )


class TextOfAll(Misuse):
    """Other tools take one journey."""

    SAYS = Says(
        "mmd и dot пишутся по одному пути: cjm map ПУТЬ -o {file}",
        "mmd and dot are written by journey: cjm map JOURNEY -o {file}",
    )


class NoColour(Misuse):
    """Only cards have colours."""

    SAYS = Says(
        "--colour действует на карту пути в svg, png и pdf", "--colour works on the map of a journey as svg, png or pdf"
    )


def draw(
    handbook: Handbook, root: Path, name: str | None = None, *, overview: bool = False, output: Path | None = None,
    colour: "ColourBy" = "plain",
) -> Path:  # fmt: skip
    """The file with the map of one journey, or of all; its ending says the format. Raises a Refusal."""
    if overview and name:
        raise JourneyOrOverview
    if not handbook.journeys:
        raise NoJourney(unread=_unread(handbook))
    journey = None if overview else journey_called(name, handbook)
    file = output or root / MAPS / f"{journey.id if journey else 'overview'}.svg"
    form = file.suffix.lower().removeprefix(".")
    if form not in _PICTURES + _TEXTS:
        raise UnknownFormat(file=file)
    if form in _TEXTS and journey is None:
        raise TextOfAll(file=file)
    if colour != "plain" and (form in _TEXTS or journey is None):
        raise NoColour
    write(file, _drawn(form, journey, handbook, colour))
    return file


def journey_called(name: str | None, handbook: Handbook) -> Journey:
    """The journey of this name, or the only one. Raises a Misuse."""
    if name is None and len(handbook.journeys) == 1:
        return handbook.journeys[0]
    ids = tuple(handbook.journey)
    widest = max(map(len, ids))
    listed = "\n".join(f"  {journey.id.ljust(widest)}  {journey.title}" for journey in handbook.journeys)
    if name is None:
        raise WhichJourney(journeys=listed, unread=_unread(handbook))
    wanted = name.rpartition("journey:")[2]
    if wanted not in handbook.journey:
        by_title = {journey.title.lower(): journey.id for journey in handbook.journeys}
        near = nearest(wanted, ids) or by_title.get(nearest(wanted.lower(), by_title), "")
        hint = _NEAR.filled(near=near) if near else NOTHING
        raise UnknownJourney(name=name, near=hint, journeys=listed, unread=_unread(handbook))
    return handbook.journey[wanted]


# Private functions


def _unread(handbook: Handbook) -> Says:
    files = sorted(file for file in handbook.unread if file.startswith("touchpoints/"))
    return _UNREAD.filled(files=", ".join(files)) if files else NOTHING


def _drawn(form: str, journey: Journey | None, handbook: Handbook, colour: "ColourBy") -> str | bytes:
    from cjm import diagram
    from cjm.app.colouring import colours
    from cjm.workspace.standards import standards

    known, alone = standards(handbook), form == "svg"  # an SVG goes out alone, so it carries its letters
    if journey is None:
        maps: tuple[diagram.Svg, ...] = (diagram.overview(handbook, known, embed_fonts=alone),)
    elif form in _TEXTS:
        return diagram.mermaid(journey, handbook, known) if form == "mmd" else diagram.dot(journey, handbook, known)
    elif form == "pdf":
        maps = diagram.bands(journey, handbook, known, colours=colours(colour, handbook))
    else:
        filled = colours(colour, handbook)
        maps = (diagram.blueprint(journey, handbook, known, colours=filled, embed_fonts=alone),)
    if alone:
        return maps[0].text
    from cjm.diagram.raster import as_pdf, as_png
    from cjm.wording import label

    if form == "png":
        return as_png(maps[0])
    outline = handbook.outline
    title = label(journey.title if journey else outline.title, handbook)
    return as_pdf(maps, title=title, author=outline.organisation, language=outline.language)
