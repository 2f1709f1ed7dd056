"""`cjm review`: what is due, overdue, changed since its approval, or suspect, with the chain that leads there."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root, Today
from cjm.language.says import Says

HELP = Says(
    "Что пора пересмотреть и утвердить.",
    "What is to be reviewed and approved.",
)
_CASES = Says(
    "Случаи: пора перепроверить {due}, апелляций ждут ответа {appeals}: cjm cases",
    "Cases: {due} to be re-checked, {appeals} appeals waiting for an answer: cjm cases",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    lang: Lang = None,
    json: Annotated[bool, typer.Option("--json"), Says("В виде JSON.", "As JSON.")] = False,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", dir_okay=False),
        Says("Календарь пересмотров с напоминаниями.", "Calendar of reviews with reminders."),
    ] = None,
) -> None:
    from json import dumps

    from cjm.app.cases import cases_due
    from cjm.app.git_says import told_by_git
    from cjm.app.refusal import write
    from cjm.approval import standings
    from cjm.approval.calendar import calendar
    from cjm.approval.review import as_data, as_text
    from cjm.cli.show import show

    handbook, language = opened(root, lang)
    stand = standings(handbook, today)
    warned = list(told_by_git(handbook, root, language))
    if ics is not None:
        with answering(language):
            write(ics, calendar(stand, handbook, today))
    if json:
        data = as_data(stand, handbook, language) | {"git": warned}
        show(dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        with answering(language):
            due, appeals = cases_due(handbook, root, today)
        cases = f"\n{_CASES.to(language, due=due, appeals=appeals)}\n" if due or appeals else ""
        show("".join(f"{line}\n" for line in warned) + as_text(stand, handbook, language) + cases)
