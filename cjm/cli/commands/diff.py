"""`cjm diff`: what changed between two states of the handbook, in the trade's words."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root, Today
from cjm.language.says import Says

_UNREAD = Says("{name}: {file} не читается и не сравнивается", "{name}: {file} cannot be read and is not compared")


HELP = Says(
    "Что изменилось: с утверждённого или между ревизиями.",
    "What changed: since the approval or between revisions.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    old: Annotated[
        str,
        typer.Argument(),
        Says(
            "С чем сравнить: approved — с утверждённым, или ревизия git.",
            "Compare with this: approved, or a revision of git.",
        ),
        Says("БЫЛО", "OLD"),
    ] = "approved",
    new: Annotated[
        str | None,
        typer.Argument(),
        Says(
            "Что сравнить: ревизия git; без неё — то, что в папке.",
            "Compare this: a revision of git; without it, what is in the folder.",
        ),
        Says("СТАЛО", "NEW"),
    ] = None,
    lang: Lang = None,
    markdown: Annotated[bool, typer.Option("--markdown"), Says("В виде Markdown.", "As Markdown.")] = False,
    json: Annotated[bool, typer.Option("--json"), Says("В виде JSON.", "As JSON.")] = False,
    pdf: Annotated[
        Path | None, typer.Option("--pdf", dir_okay=False), Says("Для руководства, в PDF.", "For management, as PDF.")
    ] = None,
) -> None:
    from json import dumps

    from cjm.app.compare import compare, print_comparison
    from cjm.cli.show import show
    from cjm.diff.rendering import as_data, as_markdown, as_text

    here, language = opened(root, lang)
    with answering(language):
        made = compare(here, root, old=old, new=new or "", today=today, language=language)
        for name, file in made.unread:
            typer.echo(_UNREAD.to(language, name=name or root, file=file), err=True)
        if json:
            show(dumps(as_data(made.difference), ensure_ascii=False, indent=2) + "\n")
        elif pdf is not None:
            print_comparison(made, root, pdf, today=today, language=language)
            typer.echo(f"PDF: {pdf}")
        else:
            show((as_markdown if markdown else as_text)(made.difference, made.new, language))
