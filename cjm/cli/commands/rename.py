"""`cjm rename`: give a thing another id, with all that speaks of it."""

from typing import Annotated

import typer

from cjm.cli.candidates import ids
from cjm.cli.options import Lang, Root, Today
from cjm.language.says import Says

_DONE = Says("{old} → {new} · мест: {places} · файлы: {files}", "{old} → {new} · places: {places} · files: {files}")
_WOULD = Says("Записать: cjm rename {old} {new}", "To write it: cjm rename {old} {new}")
_KEPT = Says(
    "старая ссылка и QR-код откроют эту же страницу: прежнее имя стоит в was",
    "the old link and QR code open the same page: the earlier id stands under was",
)


HELP = Says(
    "Дать вещи другое имя везде: в тексте, ссылках, файлах.",
    "Give a thing another id everywhere: texts, links, files.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    old: Annotated[
        str,
        typer.Argument(autocompletion=ids()),
        Says("Что переименовать.", "What to rename."),
        Says("ВИД:ИМЯ", "KIND:ID"),
    ],
    new: Annotated[str, typer.Argument(), Says("Как назвать.", "Its new id."), Says("НОВОЕ", "NEW")],
    root: Root,
    today: Today,
    lang: Lang = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run"), Says("Показать изменения, не записывая.", "Show the changes, write nothing.")
    ] = False,
) -> None:
    from cjm.app.rename import planned_rename, write_renamed
    from cjm.cli.answer import answering, language_in
    from cjm.cli.show import files_named, show
    from cjm.repair import unified_diff

    language = language_in(root, lang)
    with answering(language):
        made = planned_rename(root, old, new, today=today)
        if dry_run:
            show(unified_diff(made.files))
            typer.echo(_WOULD.to(language, old=old, new=new), err=True)
            return
        write_renamed(root, made)
    names = files_named([one.moved_to or one.file for one in made.files], language)
    typer.echo(_DONE.to(language, old=made.old, new=made.new, places=made.places, files=names), err=True)
    if made.old.startswith(("section:", "journey:")):
        typer.echo(_KEPT.to(language), err=True)
