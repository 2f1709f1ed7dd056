"""`cjm verify`: which book a PDF is, or a code on paper: made here, approved by whom, changed since."""

from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root, Today
from cjm.language.says import Says

HELP = Says(
    "Узнать книгу по файлу или коду.",
    "Tell a book by its file or code.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    what: Annotated[
        str,
        typer.Argument(),
        Says("PDF, номер или код с его страницы.", "A PDF, or the number or code on its page."),
        Says("ФАЙЛ|КОД", "FILE|CODE"),
    ],
    lang: Lang = None,
) -> None:
    from cjm.app.verify import lines, verify

    handbook, language = opened(root, lang)
    with answering(language):
        for line in lines(verify(handbook, root, what, today), handbook, language):
            typer.echo(line)
