"""`cjm rename`: give a thing another id, with all that speaks of it."""

import datetime as dt
from pathlib import Path

import click

from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says

_DONE = Says("{old} → {new} · мест: {places} · файлы: {files}", "{old} → {new} · places: {places} · files: {files}")
_WOULD = Says("Записать: cjm rename {old} {new}", "To write it: cjm rename {old} {new}")
_KEPT = Says(
    "старая ссылка и QR-код откроют эту же страницу: прежнее имя стоит в was",
    "the old link and QR code open the same page: the earlier id stands under was",
)


@click.command(
    help="Дать вещи другое имя везде: в тексте, ссылках, файлах. Give a thing another id everywhere: texts, links, files."
)
@click.argument("old", metavar="ВИД:ИМЯ")
@click.argument("new", metavar="НОВОЕ")
@root_option
@lang_option
@today_option
@click.option("--dry-run", is_flag=True, help="Показать изменения, не записывая. Show the changes, write nothing.")
def command(old: str, new: str, root: Path, lang: Language | None, today: dt.date, dry_run: bool) -> None:
    from cjm.app.rename import planned, write_renamed
    from cjm.cli.answer import answering, opened
    from cjm.cli.show import show
    from cjm.repair import unified_diff

    _, language = opened(root, lang)
    with answering(language):
        made = planned(root, old, new, today=today)
        if dry_run:
            show(unified_diff(made.files))
            click.echo(_WOULD.to(language, old=old, new=new), err=True)
            return
        write_renamed(root, made)
    names = ", ".join(one.moved_to or one.file for one in made.files)
    click.echo(_DONE.to(language, old=made.old, new=made.new, places=made.places, files=names), err=True)
    if made.old.startswith(("section:", "journey:")):
        click.echo(_KEPT.to(language), err=True)
