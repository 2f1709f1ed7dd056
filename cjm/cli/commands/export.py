"""`cjm export`: the handbook, or a part of it, as a file for another program; or the pages for clients."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root, Today, one_of
from cjm.cli.scopes import OnlyJourney, OnlyPart, OnlyRole, OnlySection
from cjm.language.says import Says

_NEXT = Says(
    "{file}\nПримечания и исправления из него соберёт: cjm comments {file}",
    "{file}\nIts comments and tracked changes are gathered by: cjm comments {file}",
)
_UNREAD = Says(
    "Не читаются и не вошли: {files}. Что с ними не так, скажет cjm lint.",
    "Cannot be read and were left out: {files}. cjm lint tells what is wrong with them.",
)

HELP = Says(
    "Гайдлайн или его часть файлом для другой программы — или страницы для клиентов.",
    "The handbook or a part of it as a file for another program, or the pages for clients.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


def _forms() -> tuple[str, ...]:
    from cjm.export.forms import export_forms

    return ("docx", "client", *export_forms())


@app.command()
def command(
    form: Annotated[
        str,
        one_of("", _forms),
        Says(
            "В каком виде.",
            "In which form.",
        ),
        _forms,
    ],
    root: Root,
    today: Today,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o"),
        Says("Куда записать; без ключа — в site_build/out.", "Where to write; into site_build/out without it."),
    ] = None,
    part: OnlyPart = None,
    section: OnlySection = None,
    role: OnlyRole = None,
    journey: OnlyJourney = None,
    lang: Lang = None,
) -> None:
    from cjm.app.export import export_client_pages, export_form, export_word
    from cjm.app.printing import scope_of
    from cjm.export.forms import ExportOrder

    handbook, language = opened(root, lang)
    if form == "client":
        with answering(language):
            typer.echo("\n".join(map(str, export_client_pages(handbook, root, output=out))))
        return
    with answering(language):
        scope = scope_of({"part": part, "section": section, "role": role, "journey": journey}, handbook)
        if form != "docx":
            made = export_form(form, handbook, root, ExportOrder(language, today, scope), output=out)
            typer.echo("\n".join(map(str, made)))
            return
        done = export_word(handbook, root, today=today, scope=scope, output=out)
    if done.unread:
        typer.echo(_UNREAD.to(language, files=", ".join(done.unread)), err=True)
    typer.echo(_NEXT.to(language, file=done.file))
