"""`cjm comments`: what people wrote into a Word file of the handbook, by section and field, with the line to mend."""

from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option
from cjm.language.says import Language


@click.command(
    help="Примечания и исправления из файла Word по разделам и полям. Comments and tracked changes of a Word file by field."
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--markdown", "form", flag_value="markdown", help="Markdown.")
@click.option("--json", "form", flag_value="json", help="JSON.")
@root_option
@lang_option
def command(file: Path, form: str | None, root: Path, lang: Language | None) -> None:
    from cjm.app.export import gather
    from cjm.cli.show import show
    from cjm.word.comment_report import as_json, as_markdown, as_text

    handbook, language = opened(root, lang)
    with answering(language):
        found = gather(file, handbook)
    if form == "json":
        show(as_json(found))
    else:
        show((as_markdown if form == "markdown" else as_text)(found, handbook, language))
