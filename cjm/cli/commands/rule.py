"""`cjm rule`: what a rule asks for and why, with an example of each kind; without a code, all rules."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering
from cjm.cli.candidates import rules
from cjm.cli.options import ReaderLanguage, colour_wanted
from cjm.cli.show import columns, show
from cjm.language.says import Says

_UNKNOWN = Says(
    "правила «{wanted}» нет.{near} Весь список: cjm rule",
    'there is no rule "{wanted}".{near} The whole list: cjm rule',
)
_NEAR = Says(" Возможно, вы имели в виду «{near}»?", ' Did you mean "{near}"?')
_FOOT = Says("Подробнее: cjm rule КОД", "More: cjm rule CODE")


HELP = Says(
    "Страница правила или весь список.",
    "The page of a rule, or the list of all.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    lang: ReaderLanguage,
    wanted: Annotated[
        str | None,
        typer.Argument(autocompletion=rules),
        Says("Какое: код, группа или имя.", "Which: a code, a group or a slug."),
        Says("КОД", "CODE"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", file_okay=False),
        Says("Записать страницы всех правил с рисунками.", "Write the pages of all rules with pictures."),
    ] = None,
) -> None:
    from cjm.cli.rule_page import in_terminal, listed
    from cjm.language.letters import nearest
    from cjm.lint.choice import matches
    from cjm.lint.rule import all_rules, find

    if out is not None:
        from cjm.app.refusal import write
        from cjm.rulebook import rulebook

        for file, text in rulebook().items():
            with answering(lang):
                write(out / file, text)
            show(f"{out / file}\n")
        return
    colour = colour_wanted()
    if wanted is None:
        show(listed(all_rules(), lang, colour=colour) + _FOOT.to(lang) + "\n", colour=colour)
        return
    page = find(wanted)
    group = [rule for rule in all_rules() if matches(rule, wanted)]
    if page is not None:
        show(in_terminal(page, lang, colour=colour, width=columns()), colour=colour)
    elif group:
        show(listed(group, lang, colour=colour), colour=colour)
    else:
        near = nearest(wanted.upper(), [rule.code for rule in all_rules()])
        near = nearest(wanted.lower(), [rule.slug for rule in all_rules()]) or near
        told = _NEAR.to(lang, near=near) if near else ""
        raise typer.BadParameter(_UNKNOWN.to(lang, wanted=wanted, near=told))
