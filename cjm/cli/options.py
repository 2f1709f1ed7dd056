"""Options that several commands share, and what they mean."""

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cjm.language.says import Says
from cjm.load import find_root, holds_handbook

_NO_HANDBOOK = Says(
    "в папке {folder} и выше нет гайдлайна: не найдено ни guideline, ни touchpoints.\n"
    "Перейдите в папку гайдлайна, укажите её через --root или создайте новый: cjm init ПАПКА",
    "no handbook in {folder} or above: neither guideline nor touchpoints was found.\n"
    "Change to the handbook's folder, name it with --root, or make a new one: cjm init FOLDER",
)
_EPOCH = Says(
    "переменная SOURCE_DATE_EPOCH: «{given}» — не число секунд с 1970-01-01; исправьте её или уберите",
    'the variable SOURCE_DATE_EPOCH: "{given}" is no number of seconds since 1970-01-01; mend it or unset it',
)

Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def root_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--root DIR`: the handbook's folder, given to the command as `root: Path`."""
    return click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False),
        callback=_root,
        help="Папка гайдлайна. The handbook's folder.",
    )(function)


def today_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--today`: the day for everything that depends on it, given to the command as `today: date`."""
    return click.option(
        "--today",
        "today",
        metavar="ГГГГ-ММ-ДД",
        callback=_today,
        help="Считать сегодняшним этот день. Take this day as today.",
    )(function)


def lang_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--lang`: the language of messages, given to the command as `lang`, None for the handbook's own."""
    return click.option(
        "--lang", type=click.Choice(["ru", "en"]), help="Язык сообщений. Language of messages. [как у гайдлайна]"
    )(function)


# Private functions


def _root(context: click.Context, parameter: click.Parameter, given: Path | None) -> Path:
    start = given or Path.cwd()
    if given is not None and holds_handbook(given):
        return given.absolute()
    found = find_root(start) if given is None else None
    if found is None:
        raise click.UsageError(_NO_HANDBOOK.to("ru", folder=start) + "\n\n" + _NO_HANDBOOK.to("en", folder=start))
    return found


def _today(context: click.Context, parameter: click.Parameter, given: str | None) -> dt.date:
    if given:
        try:
            return dt.date.fromisoformat(given)
        except ValueError as error:
            raise click.BadParameter(f"«{given}»: ГГГГ-ММ-ДД, YYYY-MM-DD") from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
        except (ValueError, OverflowError, OSError) as error:
            raise click.UsageError(_EPOCH.to("ru", given=epoch) + "\n" + _EPOCH.to("en", given=epoch)) from error
    return dt.date.today()


def colour_wanted() -> bool:
    """Whether the terminal shows colour; NO_COLOR and FORCE_COLOR are obeyed (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
