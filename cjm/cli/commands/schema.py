"""`cjm schema`: JSON Schemas for the editor, or the page that lists every field."""

from pathlib import Path

import click

from cjm.cli.answer import answering
from cjm.language.says import Language


@click.command(help="Схемы для редактора и список полей. Schemas for the editor, and the list of fields.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Папка для схем. Folder for the schemas.")
@click.option("--page", is_flag=True, help="Напечатать страницу полей. Print the page of fields.")
@click.option("--lang", type=click.Choice(["ru", "en"]), default="ru", show_default=True)
def command(out: Path | None, page: bool, lang: Language) -> None:
    import json

    from cjm.app.refusal import write
    from cjm.schema import fields_page, json_schemas

    if page:
        click.echo(fields_page(lang), nl=False)
        return
    schemas = json_schemas(lang)
    if out is None:
        click.echo(json.dumps(schemas, ensure_ascii=False, indent=2))
        return
    for name, schema in schemas.items():
        with answering(lang):
            write(out / f"{name}.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    click.echo(f"{out}: {', '.join(f'{name}.json' for name in schemas)}")
