"""`cjm map`: the map of a journey, or of all of them, as a picture or as text for other tools."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import Lang, Root
from cjm.language.says import Says

HELP = Says(
    "Карта пути: svg, png, pdf, mmd (Mermaid) или dot (Graphviz).",
    "The map of a journey: svg, png, pdf, mmd (Mermaid) or dot (Graphviz).",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    name: Annotated[
        str | None,
        typer.Argument(autocompletion=ids("journey")),
        Says("Какой путь.", "Which journey."),
        Says("ПУТЬ", "JOURNEY"),
    ] = None,
    overview: Annotated[
        bool, typer.Option("--overview"), Says("Все пути на одной карте.", "All journeys on one map.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", dir_okay=False),
        Says(
            "Файл; вид — по его окончанию. Без ключа — в site_build/out/maps.",
            "The file; its ending says the format. Into site_build/out/maps without it.",
        ),
    ] = None,
    open_it: Annotated[bool, typer.Option("--open"), Says("Открыть готовую карту.", "Open the map.")] = False,
    colour: Annotated[
        Literal["plain", "coverage", "heat"],
        typer.Option("--colour"),
        Says(
            "Цвет карточек: coverage — по состоянию стандарта, heat — по болям.",
            "Colour of the cards: coverage by the state of the standard, heat by the pains.",
        ),
    ] = "plain",
    lang: Lang = None,
) -> None:
    from cjm.app.draw import draw
    from cjm.cli.show import from_here

    handbook, language = opened(root, lang)
    with answering(language):
        file = draw(handbook, root, name, overview=overview, output=out, colour=colour)
    typer.echo(from_here(file))
    if open_it:
        import webbrowser

        webbrowser.open(file.resolve().as_uri())
