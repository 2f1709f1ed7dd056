"""An error of the command line in, what to type instead out: in the language of whoever reads it."""

import re
from collections.abc import Sequence
from pathlib import Path

import click

from cjm.language.says import Language, Says

_ERROR = Says("Ошибка: {message}", "Error: {message}")
_USAGE = Says("Как набирать: {usage}\nПодробнее: {command} --help\n", "Usage: {usage}\nMore: {command} --help\n")
_STOPPED = Says("Остановлено.", "Stopped.")
_NO_OPTION = Says("ключа {name} здесь нет{near}", "there is no option {name} here{near}")
_NEAR = Says(". Возможно, {options}", ". Perhaps {options}")
_NO_COMMAND = Says(
    "команды «{name}» нет{near}. Все команды: cjm --help",
    'there is no command "{name}"{near}. All commands: cjm --help',
)
_NEAR_COMMAND = Says(". Возможно, cjm {options}", ". Perhaps cjm {options}")
_MISSING = Says("не хватает: {what}{choices}", "missing: {what}{choices}")
_CHOICES = Says(". Возможно: {choices}", ". Choose from: {choices}")
_NO_VALUE = Says("после {name} нужно значение", "{name} takes a value")
_SURPLUS = Says(
    "лишнее: {words}. Имя с пробелами возьмите в кавычки: \"Мои документы\"",
    'surplus: {words}. Put quotation marks around a name with spaces: "My documents"',
)  # fmt: skip
_NOT_ONE_OF = Says("«{given}» не подходит. Возможно: {choices}", '"{given}" will not do. Choose from: {choices}')
_NO_FILE = Says("файла или папки «{given}» нет", 'there is no file or folder "{given}"')
_NOT_A_NUMBER = Says("здесь ждут число", "a number is expected here")

_SPOKEN = re.compile(r"^language:\s*[\"']?(ru|en)\b", re.MULTILINE)
_GIVEN = re.compile(r"'(.*?)'|\((.*)\)", re.DOTALL)


def complaint(error: click.ClickException, args: Sequence[str]) -> str:
    """What is said of `error`: how the command is typed, and what was wrong."""
    language = _language(args)
    said = _ERROR.to(language, message=_message(error, language)) + "\n"
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return said
    usage = " ".join([context.command_path, *context.command.collect_usage_pieces(context)])
    return _USAGE.to(language, usage=usage, command=context.command_path) + "\n" + said


def stopped(args: Sequence[str]) -> str:
    """What is said after Ctrl-C."""
    return _STOPPED.to(_language(args)) + "\n"


def no_command(name: str, near: str, args: Sequence[str]) -> str:
    """What is said of a command that there is not."""
    language = _language(args)
    return _NO_COMMAND.to(language, name=name, near=_NEAR_COMMAND.to(language, options=near) if near else "")


# Private functions


def _language(args: Sequence[str]) -> Language:
    """That of `--lang`, else that of the handbook in this folder, else Russian."""
    from cjm.load import find_root

    for one, following in zip(args, [*args[1:], ""], strict=True):
        given = following if one == "--lang" else one.removeprefix("--lang=")
        if one.startswith("--lang") and given in ("ru", "en"):
            return "en" if given == "en" else "ru"
    root = find_root(Path.cwd())
    try:
        outline = (root / "guideline" / "handbook.yml").read_text(encoding="utf-8-sig") if root else ""
    except (OSError, UnicodeDecodeError):
        outline = ""
    written = _SPOKEN.search(outline)
    return "en" if written and written[1] == "en" else "ru"


def _message(error: click.ClickException, language: Language) -> str:
    """Of an error that the command line's own library found; the program's own are in words already."""
    if isinstance(error, click.NoSuchOption):
        near = _NEAR.to(language, options=", ".join(sorted(error.possibilities))) if error.possibilities else ""
        return _NO_OPTION.to(language, name=error.option_name, near=near)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        kind, what = error.param.type, _what(error.param, error.ctx)
        choices = _CHOICES.to(language, choices=", ".join(kind.choices)) if isinstance(kind, click.Choice) else ""
        return _MISSING.to(language, what=what, choices="" if choices.endswith(f" {what}") else choices)
    if isinstance(error, click.BadOptionUsage):
        return _NO_VALUE.to(language, name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        why = _why(error, error.param, language)
        return f"{_what(error.param, error.ctx)}: {why}"
    if type(error) is click.UsageError and error.message.startswith("Got unexpected extra argument"):
        return _SURPLUS.to(language, words=_given(error.message))
    return error.format_message()


def _why(error: click.BadParameter, param: click.Parameter, language: Language) -> str:
    given = _given(error.message)
    if isinstance(param.type, click.Choice):
        return _NOT_ONE_OF.to(language, given=given, choices=", ".join(param.type.choices))
    if isinstance(param.type, click.Path | click.File) and "does not exist" in error.message:
        return _NO_FILE.to(language, given=given)
    if isinstance(param.type, click.types.IntParamType | click.types.FloatParamType):
        return _NOT_A_NUMBER.to(language)
    return error.message


def _what(param: click.Parameter, context: click.Context | None) -> str:
    """`--by ЧЕЛОВЕК`, `--port` or `FILE`."""
    if isinstance(param, click.Option):
        return f"{param.opts[0]} {param.metavar or ''}".rstrip()
    return (param.make_metavar(context) if context else param.human_readable_name).strip("[]")


def _given(message: str) -> str:
    """What the message quotes of what was typed."""
    quoted = _GIVEN.search(message)
    return (quoted[1] or quoted[2] or "").strip() if quoted else message
