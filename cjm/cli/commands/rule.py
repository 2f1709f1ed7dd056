"""`cjm rule`: what a rule asks for and why, with an example of each kind; without a code, all rules."""

import os
from pathlib import Path

import click

from cjm.cli.answer import answering
from cjm.cli.options import colour_wanted, lang_option
from cjm.cli.show import columns, show
from cjm.language.says import Language, Says

_UNKNOWN = Says(
    "правила «{wanted}» нет.{near} Весь список: cjm rule",
    'there is no rule "{wanted}".{near} The whole list: cjm rule',
)
_NEAR = Says(" Возможно, вы имели в виду «{near}»?", ' Did you mean "{near}"?')
_FOOT = Says("Подробнее: cjm rule КОД", "More: cjm rule CODE")


@click.command(help="Страница правила или весь список. The page of a rule, or the list of all.")
@click.argument("wanted", metavar="[КОД]", required=False)
@lang_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Записать страницы всех правил с рисунками. Write the pages of all rules with pictures.",
)
def command(wanted: str | None, lang: Language | None, out: Path | None) -> None:
    from cjm.cli.rule_page import in_terminal, listed
    from cjm.language.letters import nearest
    from cjm.lint.choice import matches
    from cjm.lint.rule import all_rules, find

    if out is not None:
        from cjm.app.refusal import write
        from cjm.rulebook import rulebook

        for file, text in rulebook().items():
            with answering(lang or _language()):
                write(out / file, text)
            show(f"{out / file}\n")
        return
    language = lang or _language()
    colour = colour_wanted()
    if wanted is None:
        show(listed(all_rules(), language, colour=colour) + _FOOT.to(language) + "\n", colour=colour)
        return
    rule = find(wanted)
    group = [rule for rule in all_rules() if matches(rule, wanted)]
    if rule is not None:
        show(in_terminal(rule, language, colour=colour, width=columns()), colour=colour)
    elif group:
        show(listed(group, language, colour=colour), colour=colour)
    else:
        near = nearest(wanted.upper(), [rule.code for rule in all_rules()])
        near = nearest(wanted.lower(), [rule.slug for rule in all_rules()]) or near
        told = _NEAR.to(language, near=near) if near else ""
        raise click.UsageError(_UNKNOWN.to(language, wanted=wanted, near=told))


# Private functions


def _language() -> Language:
    """The language of the handbook one stands in, else that of the system."""
    from cjm.load import find_root, load_folder

    root = find_root(Path.cwd())
    if root is not None:
        return load_folder(root).outline.language
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "ru"
    return "ru" if said.lower().startswith(("ru", "be", "uk", "kk")) else "en"
