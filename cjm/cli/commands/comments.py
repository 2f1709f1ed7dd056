"""`cjm comments`: what people wrote into a Word file of the handbook, by section and field, with the line to mend."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root
from cjm.language.says import Says

HELP = Says(
    "Примечания и правки из файла Word по разделам и полям.",
    "Comments and changes of a Word file by section and field.",
)
_FORGOT = Says(
    "Файл не помнит, с каким текстом вышел: его пересохранила программа, которая это стирает. Правки без исправлений найдены "
    "сравнением с сегодняшним гайдлайном, поэтому среди них может быть и то, что с тех пор изменили вы сами.",
    "The file does not remember the text that it went out with: a program saved it that drops this. Untracked changes were found "
    "by comparing with today's handbook, so what you changed since then may be among them.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False),
        Says("Файл Word с пометками.", "The Word file with the marks."),
    ],
    root: Root,
    markdown: Annotated[bool, typer.Option("--markdown"), Says("В виде Markdown.", "As Markdown.")] = False,
    json: Annotated[bool, typer.Option("--json"), Says("В виде JSON.", "As JSON.")] = False,
    lang: Lang = None,
) -> None:
    from cjm.app.export import gather
    from cjm.cli.show import show
    from cjm.word.comment_report import as_json, as_markdown, as_text

    handbook, language = opened(root, lang)
    with answering(language):
        found = gather(file, handbook)
    if json:
        show(as_json(found.remarks))
    else:
        show((as_markdown if markdown else as_text)(found.remarks, handbook, language))
    if not found.remembers:
        typer.echo(_FORGOT.to(language), err=True)
