"""`cjm export docx`: the handbook as a Word file, for people who comment in Word."""

import datetime as dt
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says

_NEXT = Says(
    "{file}\nПримечания и исправления из него соберёт: cjm comments {file}",
    "{file}\nIts comments and tracked changes are gathered by: cjm comments {file}",
)
_UNREAD = Says(
    "Не читаются и не вошли: {files}. Что с ними не так, скажет cjm lint.",
    "Cannot be read and were left out: {files}. cjm lint tells what is wrong with them.",
)


@click.command(help="Весь гайдлайн файлом Word. The whole handbook as a Word file.")
@click.argument("form", metavar="docx", type=click.Choice(["docx"]))
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="Файл. [site_build/out/ИМЯ.docx]")
@root_option
@lang_option
@today_option
def command(form: str, out: Path | None, root: Path, lang: Language | None, today: dt.date) -> None:
    from cjm.app.export import export_word

    handbook, language = opened(root, lang)
    with answering(language):
        done = export_word(handbook, root, today=today, output=out)
    if done.unread:
        click.echo(_UNREAD.to(language, files=", ".join(done.unread)), err=True)
    click.echo(_NEXT.to(language, file=done.file))
