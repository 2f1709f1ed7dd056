"""`cjm verify`: which book a PDF is, or a code on paper: made here, approved by whom, changed since, made the same again."""

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
        str | None,
        typer.Argument(),
        Says("PDF, номер или код с его страницы.", "A PDF, or the number or code on its page."),
        Says("ФАЙЛ|КОД", "FILE|CODE"),
    ] = None,
    again: Annotated[
        bool,
        typer.Option("--again"),
        Says("Собрать заново и сравнить.", "Make it again and compare."),
    ] = False,
    lang: Lang = None,
) -> None:
    from cjm.app.git_says import told_by_git
    from cjm.app.verify import NothingToVerify, lines, verify
    from cjm.app.verify_again import each_compared, none_to_compare

    handbook, language = opened(root, lang)
    other = False
    with answering(language):
        if what is None and not again:
            raise NothingToVerify
        found = verify(handbook, root, what, today) if what is not None else None
        for line in lines(found, handbook, language) if found else told_by_git(handbook, root, language):
            typer.echo(line)
        if again:
            count = 0
            for one in each_compared(handbook, root, found.edition if found else None):
                typer.echo(one.to(language))
                other, count = other or one.how == "other", count + 1
            if not count:
                typer.echo(none_to_compare(language))
    if other:
        raise typer.Exit(1)
