"""`cjm diff`: what changed between two states of the handbook, in the trade's words."""

import datetime as dt
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language, Says

_UNREAD = Says("{name}: {file} не читается и не сравнивается", "{name}: {file} cannot be read and is not compared")


@click.command(
    help="Что изменилось: с утверждённого или между ревизиями. What changed: since the approval or between revisions."
)
@click.argument("old", metavar="[БЫЛО]", default="approved")
@click.argument("new", metavar="[СТАЛО]", required=False)
@root_option
@lang_option
@today_option
@click.option("--markdown", "form", flag_value="markdown", help="Markdown.")
@click.option("--json", "form", flag_value="json", help="JSON.")
@click.option(
    "--pdf",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="ФАЙЛ",
    help="Для руководства, в PDF. For management, as PDF.",
)
def command(
    old: str, new: str | None, root: Path, lang: Language | None, today: dt.date, form: str | None, pdf: Path | None
) -> None:
    import json

    from cjm.app.compare import compare, print_comparison
    from cjm.cli.show import show
    from cjm.diff.rendering import as_data, as_markdown, as_text

    here, language = opened(root, lang)
    with answering(language):
        made = compare(here, root, old=old, new=new or "", today=today, language=language)
        for name, file in made.unread:
            click.echo(_UNREAD.to(language, name=name or root, file=file), err=True)
        if form == "json":
            show(json.dumps(as_data(made.difference), ensure_ascii=False, indent=2) + "\n")
        elif pdf is not None:
            print_comparison(made, root, pdf, today=today, language=language)
            click.echo(f"PDF: {pdf}")
        else:
            show((as_markdown if form == "markdown" else as_text)(made.difference, made.new, language))
