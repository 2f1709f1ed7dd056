"""`cjm review`: what is due, overdue, changed since its approval, or suspect, with the chain that leads there."""

import datetime as dt
from pathlib import Path

import click

from cjm.cli.answer import answering, opened
from cjm.cli.options import lang_option, root_option, today_option
from cjm.language.says import Language


@click.command(help="Что пора пересмотреть и утвердить. What is to be reviewed and approved.")
@root_option
@lang_option
@today_option
@click.option("--json", "as_json", is_flag=True, help="JSON.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="ФАЙЛ",
    help="Календарь пересмотров с напоминаниями. Calendar of reviews with reminders.",
)
def command(root: Path, lang: Language | None, today: dt.date, as_json: bool, ics: Path | None) -> None:  # fmt: skip
    import json

    from cjm.app.refusal import write
    from cjm.approval import standings
    from cjm.approval.calendar import calendar
    from cjm.approval.review import as_data, as_text
    from cjm.cli.show import show

    handbook, language = opened(root, lang)
    stand = standings(handbook, today)
    if ics is not None:
        with answering(language):
            write(ics, calendar(stand, handbook, today))
    if as_json:
        show(json.dumps(as_data(stand, handbook, language), ensure_ascii=False, indent=2) + "\n")
    else:
        show(as_text(stand, handbook, language))
