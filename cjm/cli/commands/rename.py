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
    from cjm.cli.save import save_all, saving
    from cjm.cli.show import show
    from cjm.edit import Refused
    from cjm.lint.baseline import FILE
    from cjm.load import load, read_folder
    from cjm.repair import rename, unified_diff

    files = read_folder(root)
    outline = {file: raw for file, raw in files.items() if file == "guideline/handbook.yml"}
    language = lang or load(outline).outline.language
    known = root / FILE
    baseline = known.read_bytes().decode("utf-8", errors="surrogateescape") if known.is_file() else ""
    try:
        renamed = rename(files, old, new, today=today, baseline=baseline)
    except Refused as refused:
        raise click.ClickException(refused.told(language)) from refused
    if dry_run:
        show(unified_diff(renamed.files))
        click.echo(_WOULD.to(language, old=old, new=new), err=True)
        return
    with saving(language):
        save_all(root, renamed.files)
    names = ", ".join(one.moved_to or one.file for one in renamed.files)
    click.echo(_DONE.to(language, old=renamed.old, new=renamed.new, places=renamed.places, files=names), err=True)
    if renamed.old.startswith(("section:", "journey:")):
        click.echo(_KEPT.to(language), err=True)
