"""`cjm schema`: JSON Schemas for the editor, or the page that lists every field."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering
from cjm.cli.options import ReaderLanguage
from cjm.language.says import Says

HELP = Says(
    "Схемы для редактора и список полей.",
    "Schemas for the editor, and the list of fields.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    lang: ReaderLanguage,
    out: Annotated[
        Path | None, typer.Option("--out", file_okay=False), Says("Папка для схем.", "Folder for the schemas.")
    ] = None,
    page: Annotated[
        bool, typer.Option("--page"), Says("Напечатать страницу полей.", "Print the page of fields.")
    ] = False,
) -> None:
    import json

    from cjm.app.refusal import write
    from cjm.schema import fields_page, json_schemas

    if page:
        typer.echo(fields_page(lang), nl=False)
        return
    schemas = json_schemas(lang)
    if out is None:
        typer.echo(json.dumps(schemas, ensure_ascii=False, indent=2))
        return
    for name, one in schemas.items():
        with answering(lang):
            write(out / f"{name}.json", json.dumps(one, ensure_ascii=False, indent=2) + "\n")
    typer.echo(f"{out}: {', '.join(f'{name}.json' for name in schemas)}")
