"""Options that several commands share, as types of their parameters, and what their values come to."""

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from cjm.language.says import Language, Says

A_FILE, PERSON, ID = Says("ФАЙЛ", "FILE"), Says("ЧЕЛОВЕК", "PERSON"), Says("ИМЯ", "ID")
A_DAY = Says("ГГГГ-ММ-ДД", "YYYY-MM-DD")

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
_NO_DAY = Says("«{given}» — не день вида 2027-03-31", '"{given}" is no day such as 2027-03-31')


def _root(context: typer.Context, given: Path | None) -> Path:
    from cjm.load import find_root, holds_handbook

    if given is not None and holds_handbook(given):
        return given.absolute()
    # `cjm lint docs/club/guideline/roles.yml`: the handbook is where the file is.
    named = [*(context.params.get("paths") or ()), context.params.get("as_path") or ""]
    start = Path(next((path for path in named if path not in ("", "-")), "."))
    found = find_root(start) if given is None else None
    if found is None:
        raise typer.BadParameter(_NO_HANDBOOK.to(context.obj, folder=given or Path.cwd()), param_hint="-")
    return found


def _a_day(context: typer.Context, given: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError as error:
        raise typer.BadParameter(_NO_DAY.to(context.obj, given=given)) from error


def day_option(name: str) -> Any:
    """An option whose value is a day."""
    return typer.Option(name, parser=str, callback=_a_day)


def _today(context: typer.Context, given: str | None) -> dt.date:
    if found := _a_day(context, given):
        return found
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
        except (ValueError, OverflowError, OSError) as error:
            raise typer.BadParameter(_EPOCH.to(context.obj, given=epoch), param_hint="-") from error
    return dt.date.today()


def _lang(context: typer.Context, given: Language | None) -> Language | None:
    return given or (context.parent.params.get("lang") if context.parent else None)


def _reader(context: typer.Context, given: Language | None) -> Any:
    return context.obj


def meant_by(name: str, words: Callable[[], Mapping[str, Says]]) -> Any:
    """An option that takes one of `words` or what it means in either language, and gives the word itself."""

    def checked(context: typer.Context, given: str | None) -> str | None:
        if not given:
            return None
        for word, says in words().items():
            if given.casefold() in {word, says.ru.casefold(), says.en.casefold()}:
                return word
        from cjm.cli.errors import not_one_of

        told = (f"{word} — {says.to(context.obj)}" for word, says in words().items())
        raise typer.BadParameter(not_one_of(given, told, context.obj))

    kind = typer.Option(name)
    kind.callback = checked
    kind.autocompletion = lambda incomplete: list(words())
    return kind


def one_of(name: str, words: Callable[[], Iterable[str]]) -> Any:
    """An option that takes some of `words`, which are asked for only when somebody types it; without a name an argument."""

    def checked(context: typer.Context, given: Any) -> Any:
        for one in [given] if isinstance(given, str) else given or ():
            if one not in words():
                from cjm.cli.errors import not_one_of

                said = not_one_of(one, words(), context.obj)
                raise typer.BadParameter(said, param_hint=None if name else "-")
        return given

    kind = typer.Option(name) if name else typer.Argument()
    kind.callback, kind.autocompletion = checked, lambda incomplete: list(words())
    return kind


_LANGUAGE = Says("Язык сообщений; без ключа — как у гайдлайна.", "Language of messages; the handbook's own without it.")

Root = Annotated[
    Path,
    typer.Option("--root", file_okay=False, default_factory=lambda: None, callback=_root),
    Says("Папка гайдлайна.", "The handbook's folder."),
]
Today = Annotated[
    dt.date,
    typer.Option("--today", parser=str, default_factory=lambda: None, callback=_today),
    Says("Считать сегодняшним этот день.", "Take this day as today."),
    A_DAY,
]
SinceWhen = Annotated[
    str,
    typer.Option("--since"),
    Says("С какого дня, ревизии git или утверждения.", "Since which day, revision of git, or approval."),
    Says("КОГДА", "WHEN"),
]
For = Annotated[
    list[str] | None,
    typer.Option("--for", default_factory=lambda: None),
    Says("Только то, что действует для этого значения разреза.", "Only what holds for this value of a dimension."),
    Says("РАЗРЕЗ=ЗНАЧЕНИЕ", "DIMENSION=VALUE"),
]
Lang = Annotated[Language | None, typer.Option("--lang", callback=_lang), _LANGUAGE]
# Of a command that does not read the handbook: its language, or what else is known of who reads, is found before.
ReaderLanguage = Annotated[Language, typer.Option("--lang", default_factory=lambda: None, callback=_reader), _LANGUAGE]


def colour_wanted() -> bool:
    """Whether the terminal shows colour; NO_COLOR and FORCE_COLOR are obeyed (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or on_terminal()


def on_terminal() -> bool:
    """Whether somebody reads it on a screen that can do more than a printer: `TERM=dumb` is an editor that takes lines."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
