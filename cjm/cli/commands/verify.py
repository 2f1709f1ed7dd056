"""`cjm verify`: which book a PDF is, or a code on paper: made here, approved by whom, changed since."""

import datetime as dt
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language


@click.command(help="Узнать книгу по файлу или коду. Tell a book by its file or code.")
@click.argument("what", metavar="ФАЙЛ|КОД")
@root_option
@lang_option
@today_option
def command(what: str, root: Path, lang: Language | None, today: dt.date) -> None:
    from cjm.app.verify import lines, verify

    handbook, language = opened(root, lang)
    with answering(language):
        for line in lines(verify(handbook, what, today), handbook, language):
            click.echo(line)
