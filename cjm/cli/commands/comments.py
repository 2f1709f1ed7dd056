"""`cjm comments`: what people wrote into a Word file of the handbook, by section and field, with the line to mend."""

from pathlib import Path

import click

from cjm.cli.options import lang_option, root_option
from cjm.language.says import Language, Says

_NO_WORD = Says(
    "{file}: это не файл Word или он повреждён. Нужен .docx: откройте его в Word или LibreOffice и сохраните как .docx",
    "{file} is no Word file, or it is damaged. A .docx is needed: open it in Word or LibreOffice and save it as .docx",
)


@click.command(
    help="Примечания и исправления из файла Word по разделам и полям. Comments and tracked changes of a Word file by field."
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--markdown", "form", flag_value="markdown", help="Markdown.")
@click.option("--json", "form", flag_value="json", help="JSON.")
@root_option
@lang_option
def command(file: Path, form: str | None, root: Path, lang: Language | None) -> None:
    from cjm.cli.show import show
    from cjm.load import load_folder
    from cjm.word.bookmarks import ties
    from cjm.word.comment_report import as_json, as_markdown, as_text
    from cjm.word.comments import NoWord, remarks

    handbook = load_folder(root)
    language = lang or handbook.outline.language
    try:
        found = remarks(file.read_bytes(), ties(handbook))
    except NoWord as error:
        raise click.UsageError(_NO_WORD.to(language, file=file)) from error
    if form == "json":
        show(as_json(found))
    else:
        show((as_markdown if form == "markdown" else as_text)(found, handbook, language))
