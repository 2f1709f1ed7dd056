"""`cjm pdf`: check the handbook and print it: all of it, a part, a role's reading, or cards for the desk."""

import datetime as dt
import time
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says

_DONE = Says("PDF: {where} · {pages} · {seconds} с", "PDF: {where} · {pages} · {seconds} s")
_PICTURES = Says("Картинки: {where} · {pages} · {seconds} с", "Pictures: {where} · {pages} · {seconds} s")


@click.command(help="Напечатать гайдлайн в PDF. Print the handbook as PDF.")
@root_option
@lang_option
@today_option
@click.option("--part", metavar="ИМЯ", help="Только эта часть. Only this part.")
@click.option("--section", metavar="ИМЯ", help="Только этот раздел. Only this section.")
@click.option("--role", metavar="ИМЯ", help="Что читает эта роль. What this role reads.")
@click.option("--journey", metavar="ИМЯ", help="Карта пути и его разделы. A journey's map and sections.")
@click.option("--cards", is_flag=True, help="Карточки A6 для стойки, четыре на листе. Desk cards, four a sheet.")
@click.option("--png", is_flag=True, help="Страницы картинками. The pages as pictures.")
@click.option("--draft", is_flag=True, help="Напечатать и с ошибками, с пометкой. Print in spite of errors, marked.")
@click.option("--released", is_flag=True, help="Только утверждённое. Only what was approved.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="ФАЙЛ", help="Куда записать. Where to write.")
def command(
    root: Path, lang: Language | None, today: dt.date, part: str | None, section: str | None, role: str | None,
    journey: str | None, cards: bool, png: bool, draft: bool, released: bool, output: Path | None,
) -> None:  # fmt: skip
    started = time.monotonic()
    from cjm.app.printing import Printed, print_handbook, scope_of
    from cjm.cli.show import from_here, pages_and_seconds, show_findings, show_summary

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
        )
        del handbook  # Typst needs the memory
        for event in events:
            if isinstance(event, Printed):
                told = pages_and_seconds(event.pages, time.monotonic() - started, language)
                click.echo((_PICTURES if png else _DONE).to(language, where=from_here(event.file), **told))
            elif event.shown:
                show_findings(event.shown, sources, language)
                show_summary(event.shown, event.accepted, event.baselined, len(sources), language)
