"""`cjm pdf`: check the handbook and print it: all of it, a part, a role's reading, or cards for the desk."""

import time
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import A_FILE, For, Lang, Root, Today
from cjm.cli.scopes import OnlyJourney, OnlyPart, OnlyRole, OnlySection
from cjm.language.says import Says

_DONE = Says("PDF: {where} · {pages} · {seconds} с", "PDF: {where} · {pages} · {seconds} s")
_PICTURES = Says("Картинки: {where} · {pages} · {seconds} с", "Pictures: {where} · {pages} · {seconds} s")


HELP = Says(
    "Напечатать гайдлайн в PDF.",
    "Print the handbook as PDF.",
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
    cards: Annotated[
        bool, typer.Option("--cards"), Says("Карточки A6 для стойки, четыре на листе.", "Desk cards, four a sheet.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only"),
        Says(
            "Из карточек только шаги, слова, возражения или клиенты; или одна, по её коду.",
            "Of the cards only steps, scripts, conflicts or clients; or one, by its code.",
        ),
        Says("ВИД", "KIND"),
    ] = None,
    png: Annotated[bool, typer.Option("--png"), Says("Страницы картинками.", "The pages as pictures.")] = False,
    draft: Annotated[
        bool, typer.Option("--draft"), Says("Напечатать и с ошибками, с пометкой.", "Print in spite of errors, marked.")
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
            handbook,
            root,
            today=today,
            language=language,
            scope=scope,
            cards=cards,
            png=png,
            draft=draft,
            output=output,
            released=released,
            only=only or (),
            cell=chosen_values(values or (), handbook),
        )
        del handbook  # Typst needs the memory
        show_printing(events, _PICTURES if png else _DONE, sources, language, started)
