"""An error of the command line in, what to type instead out: in the language of whoever reads it.

The only module that names what Typer keeps to itself: its copy of Click has no public names for the ways to mistype.
"""

import ast
import re
from collections.abc import Iterable
from typing import Any

import typer
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoArgsIsHelpError, NoSuchOption, UsageError

from cjm.cli.help import choices_of, usage, value_word
from cjm.language.letters import nearest
from cjm.language.says import Language, Says

STOPPED = Says("Остановлено.", "Stopped.")

_ERROR = Says("Ошибка: {message}", "Error: {message}")
_USAGE = Says("Как набирать: {usage}\nПодробнее: {command} --help\n", "Usage: {usage}\nMore: {command} --help\n")
_NO_OPTION = Says("ключа {name} здесь нет{near}", "there is no option {name} here{near}")
_NEAR = Says(". Возможно, {options}", ". Perhaps {options}")
_NO_COMMAND = Says(
    "команды «{name}» нет{near}. Все команды: cjm --help",
    'there is no command "{name}"{near}. All commands: cjm --help',
)
_NEAR_COMMAND = Says(". Возможно, cjm {options}", ". Perhaps cjm {options}")
_WHICH = Says("назовите команду. Все команды: cjm --help", "name a command. All commands: cjm --help")
_MISSING = Says("не хватает: {what}{choices}", "missing: {what}{choices}")
_CHOICES = Says(". Возможно: {choices}", ". Choose from: {choices}")
_NO_VALUE = Says("после {name} нужно значение", "{name} takes a value")
_SWITCH = Says("ключ {name} пишется без значения", "{name} takes no value")
_SURPLUS = Says(
    "лишнее: {words}. Имя с пробелами возьмите в кавычки: \"Мои документы\"",
    'surplus: {words}. Put quotation marks around a name with spaces: "My documents"',
)  # fmt: skip
_NOT_ONE_OF = Says("«{given}» не подходит. Возможно: {choices}", '"{given}" will not do. Choose from: {choices}')
_NOT_A_NUMBER = Says("здесь ждут число", "a number is expected here")
_OUT_OF_RANGE = Says("здесь ждут число от {least} до {most}", "a number from {least} to {most} is expected here")
_PATHS = {  # by what the library says of a path, its words in English
    "does not exist": Says("файла или папки «{given}» нет", 'there is no file or folder "{given}"'),
    "is a file": Says("«{given}» — файл, а нужна папка", '"{given}" is a file, a folder is needed'),
    "is a directory": Says("«{given}» — папка, а нужен файл", '"{given}" is a folder, a file is needed'),
    "is not readable": Says("«{given}» нельзя прочитать", '"{given}" cannot be read'),
}

_QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")  # as Python writes a text


def complaint(error: typer.TyperException, language: Language) -> str:
    """What is said of `error`: how the command is typed, and what was wrong."""
    if isinstance(error, NoArgsIsHelpError):
        return f"{error.message}\n"
    said = _ERROR.to(language, message=_message(error, language)) + "\n"
    context = error.ctx if isinstance(error, UsageError) else None
    if context is None:
        return said
    typed = f"{context.command_path} {usage(context.command, context)}"
    return _USAGE.to(language, usage=typed, command=context.command_path) + "\n" + said


def no_command(name: str, names: Iterable[str], language: Language) -> str:
    """What is said of a command that there is not."""
    near = nearest(name, list(names))
    return _NO_COMMAND.to(language, name=name, near=_NEAR_COMMAND.to(language, options=near) if near else "")


def not_one_of(given: str, words: Iterable[str], language: Language) -> str:
    """What is said of a word that is none of those there are."""
    return _NOT_ONE_OF.to(language, given=given, choices=", ".join(words))


# Private functions


def _message(error: typer.TyperException, language: Language) -> str:
    """Of an error that the command line's own library found; the program's own are in words already."""
    if isinstance(error, NoSuchOption):
        near = _NEAR.to(language, options=", ".join(sorted(error.possibilities))) if error.possibilities else ""
        return _NO_OPTION.to(language, name=error.option_name, near=near)
    if isinstance(error, BadOptionUsage):
        return (_NO_VALUE if "requires" in error.message else _SWITCH).to(language, name=error.option_name)
    if isinstance(error, typer.BadParameter) and error.param is not None and error.ctx is not None:
        param, command = error.param, error.ctx.command
        value = value_word(param, command, language).strip("[]")
        name = param.opts[0] if param.param_type_name == "option" else value
        if not isinstance(error, MissingParameter):
            return error.message if error.param_hint else f"{name}: {_why(error, param, language)}"
        choices = ", ".join(choices_of(param, command))
        more = _CHOICES.to(language, choices=choices) if choices not in ("", name) else ""
        return _MISSING.to(language, what=name if choices or name == value else f"{name} {value}", choices=more)
    if error.message.startswith("Got unexpected extra argument"):
        return _SURPLUS.to(language, words=error.message.partition("(s) (")[2].removesuffix(")"))
    return _WHICH.to(language) if error.message == "Missing command." else error.message


def _why(error: typer.BadParameter, param: Any, language: Language) -> str:
    """Of a value that does not fit its type; what a command itself says of one stays as it is."""
    if choices := getattr(param.type, "choices", ()):
        return not_one_of(_given(error.message), choices, language)
    if "is not a valid" in error.message:
        return _NOT_A_NUMBER.to(language)
    if "is not in the range" in error.message:
        return _OUT_OF_RANGE.to(language, least=f"{param.type.min:g}", most=f"{param.type.max:g}")
    says = next((says for end, says in _PATHS.items() if error.message.endswith(f"{end}.")), None)
    return says.to(language, given=_given(error.message)) if says else error.message


def _given(message: str) -> str:
    """What the message quotes of what was typed."""
    quoted = _QUOTED.search(message)
    return str(ast.literal_eval(quoted[0])) if quoted else message
