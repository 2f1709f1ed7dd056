"""`cjm slides`: the handbook as a talk to newcomers, one thing a slide."""

import time
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import A_FILE, For, Lang, Root, Today
from cjm.cli.scopes import OnlyJourney, OnlyPart, OnlyRole, OnlySection
from cjm.language.says import Says

_DONE = Says("Слайды: {where} · {pages} · {seconds} с", "Slides: {where} · {pages} · {seconds} s")


HELP = Says(
    "Слайды для новеньких: путь клиента, беда, первые дни, главное.",
    "Slides for newcomers: the journey, danger, the first days, what matters most.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    values: For,
    lang: Lang = None,
    part: OnlyPart = None,
    section: OnlySection = None,
    role: OnlyRole = None,
    journey: OnlyJourney = None,
    draft: Annotated[
        bool,
        typer.Option("--draft"),
        Says("Собрать и с ошибками, с пометкой.", "Make them in spite of errors, marked."),
    ] = False,
    released: Annotated[
        bool, typer.Option("--released"), Says("Только утверждённое.", "Only what was approved.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o"), Says("Куда записать.", "Where to write."), A_FILE
    ] = None,
) -> None:
    started = time.monotonic()
    from cjm.app.choosing import chosen_values
    from cjm.app.printing import print_handbook, scope_of
    from cjm.cli.show import show_printing

    handbook, language = opened(root, lang)
    sources = handbook.sources
    with answering(language):
        scope = scope_of({"part": part, "section": section, "role": role, "journey": journey}, handbook)
        events = print_handbook(
            handbook, root, today=today, language=language, scope=scope, slides=True, draft=draft, output=output,
            released=released, cell=chosen_values(values or (), handbook),
        )  # fmt: skip
        del handbook  # Typst needs the memory
        show_printing(events, _DONE, sources, language, started)
