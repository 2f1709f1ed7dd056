"""`cjm impact`: what hangs on a thing, and who must read again when it changes."""

from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import Lang, Root
from cjm.language.says import Says

HELP = Says(
    "Что держится на факте, роли, разделе — и кто перечитает, если его изменить.",
    "What hangs on a fact, a role, a section, and who reads again when it changes.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    name: Annotated[
        str,
        typer.Argument(autocompletion=ids()),
        Says("О чём речь.", "What it is about."),
        Says("ВИД:ИМЯ", "KIND:ID"),
    ],
    root: Root,
    json: Annotated[bool, typer.Option("--json"), Says("В виде JSON.", "As JSON.")] = False,
    lang: Lang = None,
) -> None:
    from cjm.app.impact import impact_of
    from cjm.cli.show import show
    from cjm.export.impact import as_json, as_text

    handbook, language = opened(root, lang)
    with answering(language):
        found = impact_of(name, handbook)
    show(as_json(found) if json else as_text(found, handbook, language))
