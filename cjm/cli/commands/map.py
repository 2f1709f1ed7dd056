"""`cjm map`: the map of a journey, or of all of them, as a picture or as text for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option
from cjm.language.says import Language

if TYPE_CHECKING:
    from cjm.app.colouring import ColourBy


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
@click.option("--open", "open_it", is_flag=True, help="Открыть готовую карту. Open the map.")
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
    open_it: bool,
    colour: "ColourBy",
    root: Path,
    lang: Language | None,
) -> None:
    from cjm.app.draw import draw
    from cjm.cli.show import from_here

    handbook, language = opened(root, lang)
    with answering(language):
        file = draw(handbook, root, name, overview=overview, output=out, colour=colour)
    click.echo(from_here(file))
    if open_it:
        import webbrowser

        webbrowser.open(file.resolve().as_uri())
