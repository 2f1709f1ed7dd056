"""`cjm export docx`: the handbook as a Word file, for people who comment in Word."""

import datetime as dt
from pathlib import Path

import click

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
    from cjm.atomic import save
    from cjm.cli.save import saving
    from cjm.load import load_folder
    from cjm.word.document import word

    handbook = load_folder(root)
    language = lang or handbook.outline.language
    file = out or root / "site_build/out" / f"{handbook.outline.id or 'handbook'}.{form}"
    made = word(handbook, today)
    with saving(language, file):
        save(file, made)
    if handbook.unread:
        click.echo(_UNREAD.to(language, files=", ".join(sorted(handbook.unread))), err=True)
    click.echo(_NEXT.to(language, file=file))
