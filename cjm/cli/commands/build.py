"""`cjm build`: check the handbook and make its site; a handbook with errors leaves the last good site."""

import time
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import For, Lang, Root, Today
from cjm.language.says import Says

_BUILT = Says("Сайт: {where} · {pages} · {seconds} с", "Site: {where} · {pages} · {seconds} s")
_PACKED = Says("Архив: {where} — распаковать и открыть index.html", "Archive: {where} — unpack it and open index.html")
_RELEASED = Says(
    "Только утверждённое. В прежней редакции разделов: {older} · ещё не утверждено: {without}",
    "Only what was approved. Sections in an earlier wording: {older} · not approved yet: {without}",
)


HELP = Says(
    "Проверить гайдлайн и собрать сайт.",
    "Check the handbook and build its site.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    values: For,
    lang: Lang = None,
    draft: Annotated[bool, typer.Option("--draft"), Says("Собрать и с ошибками.", "Build in spite of errors.")] = False,
    released: Annotated[
        bool, typer.Option("--released"), Says("Только утверждённое.", "Only what was approved.")
    ] = False,
    zipped: Annotated[
        bool, typer.Option("--zip"), Says("Ещё и архив, чтобы передать сайт.", "Also a zip to hand over.")
    ] = False,
) -> None:
    started = time.monotonic()
    from cjm.app.build import Checked, Narrowed, build, packed
    from cjm.app.choosing import chosen_values
    from cjm.cli.progress import Progress
    from cjm.cli.show import from_here, pages_and_seconds, show_findings, show_summary
    from cjm.publish.build import Published
    from cjm.publish.judged import Judged

    handbook, language = opened(root, lang)
    progress = Progress(language)
    with answering(language):
        cell = chosen_values(values or (), handbook)
        for event in build(handbook, root, today=today, language=language, draft=draft, released=released, cell=cell):
            match event:
                case Narrowed():
                    typer.echo(_RELEASED.to(language, older=event.older, without=event.without))
                case Judged():
                    progress.finish()
                    show_findings(event.shown, handbook.sources, language)
                case Checked():
                    progress.finish()
                    for notice in event.notices:
                        typer.echo(notice.to(language))
                    files = len(handbook.sources)
                    show_summary(event.findings, event.accepted, event.baselined, files, language)
                case Published():
                    if zipped:
                        archive = packed(event, handbook.outline.id, today)
                        typer.echo(_PACKED.to(language, where=from_here(archive)))
                    told = pages_and_seconds(event.pages, time.monotonic() - started, language)
                    typer.echo(_BUILT.to(language, where=from_here(event.site / "index.html"), **told))
                case _:
                    progress.show(event)
