"""`cjm map`: the map of a journey, or of all of them, as a picture or as text for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjm.cli.options import lang_option, root_option
from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.diagram import ColourBy
    from cjm.model import Handbook, Journey

_PICTURES, _TEXTS = ("svg", "png", "pdf"), ("mmd", "dot")
_OUT = Path("site_build/out/maps")
_WHICH = Says(
    "назовите путь:\n{journeys}\nВсе пути на одной карте: cjm map --overview",
    "name a journey:\n{journeys}\nAll journeys on one map: cjm map --overview",
)
_UNKNOWN = Says(
    "пути «{name}» нет.{near} Есть:\n{journeys}", 'there is no journey "{name}".{near} There are:\n{journeys}'
)
_NEAR = Says(" Может быть, «{near}»?", ' Perhaps "{near}"?')
_NONE = Says("в папке touchpoints нет ни одного пути", "there is no journey in the folder touchpoints")
_UNREAD = Says(
    "\nНе читаются: {files}. Что с ними не так, скажет cjm lint.",
    "\nCannot be read: {files}. cjm lint tells what is wrong with them.",
)
_BOTH = Says("назовите путь или --overview, не то и другое", "name a journey or --overview, not both")
_FORMAT = Says(
    "{file}: по окончанию имени не видно, какой нужен вид. Возможны .svg, .png, .pdf, .mmd и .dot",
    "{file}: the ending of the name names no format. Possible: .svg, .png, .pdf, .mmd and .dot",
)
_TEXT_OF_ALL = Says(
    "mmd и dot пишутся по одному пути: cjm map ПУТЬ -o {file}",
    "mmd and dot are written by journey: cjm map JOURNEY -o {file}",
)
_NO_COLOUR = Says(
    "--colour действует на карту пути в svg, png и pdf", "--colour works on the map of a journey as svg, png or pdf"
)


@click.command(
    help="Карта пути: svg, png, pdf, mmd (Mermaid) или dot (Graphviz). The map of a journey, or of all with --overview."
)
@click.argument("name", metavar="[ПУТЬ]", required=False)
@click.option("--overview", is_flag=True, help="Все пути на одной карте. All journeys on one map.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Файл; вид — по его окончанию. The file; its ending says the format. [site_build/out/maps/….svg]",
)
@click.option("--open", "opened", is_flag=True, help="Открыть готовую карту. Open the map.")
@click.option(
    "--colour",
    type=click.Choice(["plain", "coverage", "heat"]),
    default="plain",
    help="Цвет карточек: coverage — по состоянию стандарта, heat — по болям. Colour of the cards.",
)
@root_option
@lang_option
def command(
    name: str | None,
    overview: bool,
    out: Path | None,
    opened: bool,
    colour: "ColourBy",
    root: Path,
    lang: Language | None,
) -> None:
    from cjm.atomic import save
    from cjm.cli.save import saving
    from cjm.cli.show import from_here
    from cjm.load import load_folder

    handbook = load_folder(root)
    language = lang or handbook.outline.language
    if overview and name:
        raise click.UsageError(_BOTH.to(language))
    if not handbook.journeys:
        raise click.UsageError(_NONE.to(language) + _unread(handbook, language))
    journey = None if overview else _journey(name, handbook, language)
    file = out or root / _OUT / f"{journey.id if journey else 'overview'}.svg"
    form = file.suffix.lower().removeprefix(".")
    if form not in _PICTURES + _TEXTS:
        raise click.UsageError(_FORMAT.to(language, file=file))
    if form in _TEXTS and journey is None:
        raise click.UsageError(_TEXT_OF_ALL.to(language, file=file))
    if colour != "plain" and (form in _TEXTS or journey is None):
        raise click.UsageError(_NO_COLOUR.to(language))
    made = _drawn(form, journey, handbook, colour)
    with saving(language, file):
        save(file, made)
    click.echo(from_here(file))
    if opened:
        import webbrowser

        webbrowser.open(file.resolve().as_uri())


# Private functions


def _journey(name: str | None, handbook: "Handbook", language: Language) -> "Journey":
    from cjm.language.letters import nearest

    if name is None and len(handbook.journeys) == 1:
        return handbook.journeys[0]
    ids = tuple(handbook.journey)
    widest = max(map(len, ids))
    listed = "\n".join(f"  {journey.id.ljust(widest)}  {journey.title}" for journey in handbook.journeys)
    listed += _unread(handbook, language)
    if name is None:
        raise click.UsageError(_WHICH.to(language, journeys=listed))
    wanted = name.rpartition("journey:")[2]
    if wanted not in handbook.journey:
        near = nearest(wanted, ids)
        by_title = {journey.title.lower(): journey.id for journey in handbook.journeys}
        near = near or by_title.get(nearest(wanted.lower(), by_title), "")
        told = _NEAR.to(language, near=near) if near else ""
        raise click.UsageError(_UNKNOWN.to(language, name=name, near=told, journeys=listed))
    return handbook.journey[wanted]


def _unread(handbook: "Handbook", language: Language) -> str:
    files = sorted(file for file in handbook.unread if file.startswith("touchpoints/"))
    return _UNREAD.to(language, files=", ".join(files)) if files else ""


def _drawn(form: str, journey: "Journey | None", handbook: "Handbook", colour: "ColourBy") -> str | bytes:
    from cjm import diagram

    if journey is not None and form in _TEXTS:
        return diagram.mermaid(journey, handbook) if form == "mmd" else diagram.dot(journey, handbook)
    if form == "svg":
        # It goes out alone, so it carries its letters.
        if journey is None:
            return diagram.overview(handbook, embed_fonts=True)
        return diagram.blueprint(journey, handbook, colour_by=colour, embed_fonts=True)
    from cjm.diagram.raster import pdf, png
    from cjm.wording import label

    outline = handbook.outline
    if form == "pdf":
        maps = (diagram.overview(handbook),) if journey is None else diagram.bands(journey, handbook, colour_by=colour)
        title = label(journey.title if journey else outline.title, handbook)
        return pdf(maps, title=title, author=outline.organisation, language=outline.language)
    return png(
        diagram.overview(handbook) if journey is None else diagram.blueprint(journey, handbook, colour_by=colour)
    )
