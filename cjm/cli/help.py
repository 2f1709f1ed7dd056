"""A command and the reader's language in, its help out: every word that is not a name is in that language.

A command says what it is for in the `HELP` of its module; a parameter says in its annotation what it means and, behind
that, what stands for its value: a `Says`, or a function that names the choices.
"""

import sys
from collections.abc import Iterable
from typing import Any, get_type_hints

from typer.core import TyperCommand, TyperGroup

from cjm.language.says import Language, Says

_USAGE = Says("Как набирать:", "Usage:")
_COMMAND, _OPTIONS = Says("КОМАНДА …", "COMMAND …"), Says("[КЛЮЧИ]", "[OPTIONS]")
_HEADINGS = {"argument": Says("Что назвать", "Arguments"), "option": Says("Ключи", "Options")}
_COMMANDS = Says("Команды", "Commands")
_DEFAULT, _REQUIRED = Says("без ключа: {value}", "default: {value}"), Says("обязательно", "required")
_HELP = Says("Показать эту справку.", "Show this help.")
_VALUES = {
    "file": Says("ФАЙЛ", "FILE"), "directory": Says("ПАПКА", "FOLDER"), "path": Says("ПУТЬ", "PATH"),
    "int range": Says("ЧИСЛО", "NUMBER"), "float range": Says("ЧИСЛО", "NUMBER"),
}  # fmt: skip


def write_help(self: Any, ctx: Any, formatter: Any) -> None:
    """The whole help of a command or of the program: the method of a class that knows how to print itself."""
    language = ctx.obj
    formatter.write_usage(ctx.command_path, usage(self, ctx), prefix=f"{_USAGE.to(language)} ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(help_of(self, language))
    parameters = self.get_params(ctx)
    tables = {
        heading: [_row(one, self, ctx) for one in parameters if one.param_type_name == kind]
        for kind, heading in _HEADINGS.items()
    }
    if isinstance(self, TyperGroup):
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        tables[_COMMANDS] = [(name, help_of(command, language)) for name, command in commands.items()]
    for heading, rows in tables.items():
        if rows:
            with formatter.section(heading.to(language)):
                formatter.write_dl(rows)


class SpokenCommand(TyperCommand):
    """A command whose help is in one language."""

    format_help = write_help


def help_of(command: Any, language: Language) -> str:
    """What a command is for."""
    says: Says = sys.modules[command.callback.__module__].HELP
    return says.to(language)


def usage(command: Any, ctx: Any) -> str:
    """What one types behind the command's name."""
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    pieces = [_OPTIONS.to(ctx.obj)]
    for one in arguments:
        value = value_word(one, command, ctx.obj).strip("[]")
        pieces.append((value if one.required else f"[{value}]") + ("…" if one.nargs == -1 else ""))
    return " ".join([*pieces, _COMMAND.to(ctx.obj)] if isinstance(command, TyperGroup) else pieces)


def value_word(parameter: Any, command: Any, language: Language) -> str:
    """What stands for the value of a parameter: `ЧЕЛОВЕК`, `[ru|en]`; empty for a switch."""
    if getattr(parameter, "is_flag", False):
        return ""
    if choices := choices_of(parameter, command):
        return f"[{'|'.join(choices)}]"
    told = [one for one in _annotation(parameter, command) if isinstance(one, Says)]
    return (told[1] if len(told) > 1 else _VALUES[parameter.type.name]).to(language)


def choices_of(parameter: Any, command: Any) -> tuple[str, ...]:
    """The words of which a parameter takes one; none where it takes any."""
    listed = next((one() for one in _annotation(parameter, command) if callable(one)), ())
    return tuple(getattr(parameter.type, "choices", listed))


def meaning(parameter: Any, command: Any, language: Language) -> str:
    """What a parameter does."""
    return next((one for one in _annotation(parameter, command) if isinstance(one, Says)), _HELP).to(language)


# Private functions


def _annotation(parameter: Any, command: Any) -> Iterable[Any]:
    """What the annotation of a parameter says beside its type; nothing of `--help`, which the library adds."""
    return getattr(get_type_hints(command.callback, include_extras=True).get(parameter.name), "__metadata__", ())


def _row(parameter: Any, command: Any, ctx: Any) -> tuple[str, str]:
    """A parameter's names with the word for its value, and its meaning with what else there is to know."""
    names = sorted(parameter.opts, key=len) if parameter.param_type_name == "option" else ()
    value = value_word(parameter, command, ctx.obj)
    more = []
    if parameter.default and isinstance(parameter.default, str):
        more.append(_DEFAULT.to(ctx.obj, value=parameter.default))
    if getattr(parameter.type, "max", None) is not None:
        more.append(f"{parameter.type.min:g}–{parameter.type.max:g}")
    if parameter.required:
        more.append(_REQUIRED.to(ctx.obj))
    told = meaning(parameter, command, ctx.obj)
    return f"{', '.join(names)} {value}".strip(), f"{told}  [{'; '.join(more)}]" if more else told
