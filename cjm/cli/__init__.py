"""The command `cjm`: the only package that prints or exits. A command is a module of `cjm.cli.commands`."""

import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import cjm
from cjm.cli import commands
from cjm.cli.help import SpokenCommand, write_help
from cjm.cli.options import Lang
from cjm.cli.reader import language_of
from cjm.gc_pause import leave_all_at_the_end
from cjm.language.says import Says

HELP = Says(
    "Пути клиента и стандарты сервиса: проверить, опубликовать, утвердить.",
    "Customer journeys and service standards as text: check, publish, approve.",
)


class _Commands(TyperGroup):
    """Finds commands by walking the package and imports one only when it is run: a cold start is felt."""

    format_help = write_help

    def list_commands(self, ctx: Any) -> list[str]:
        # A module cannot be called `import`: it is `import_`.
        return sorted(module.name.rstrip("_").replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = cmd_name.replace("-", "_") + "_" * iskeyword(cmd_name)
        app = importlib.import_module(f"{commands.__name__}.{module}").app
        app.registered_commands[0].cls = SpokenCommand
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            from cjm.cli.errors import no_command

            raise typer.BadParameter(no_command(args[0], self.list_commands(ctx), ctx.obj), ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run; all that is said is said in the reader's language, which the library for command lines does not speak."""
        _speak_utf8()
        leave_all_at_the_end()
        if line := os.environ.get("CJM_COMPLETE"):
            from cjm.cli.completion import answer

            typer.echo(answer(self, line), nl=False)
            sys.exit(0)
        language = language_of(sys.argv[1:] if args is None else args)
        try:
            code = super().main(args, *more, **extra | {"standalone_mode": False, "obj": language})
        except typer.TyperException as error:
            from cjm.cli.errors import complaint

            typer.echo(complaint(error, language), err=True, nl=False)
            sys.exit(error.exit_code)
        if code == 130:  # Ctrl-C, which the library turns into the shell's number for it
            from cjm.cli.errors import STOPPED

            typer.echo(STOPPED.to(language), err=True)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


main = typer.Typer(
    cls=_Commands, add_completion=False, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cjm {cjm.__version__}")
        raise typer.Exit


@main.callback()
def _options(
    lang: Lang = None,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_version),
        Says("Показать, какой это cjm.", "Show which cjm this is."),
    ] = False,
) -> None: ...


# Private functions


def _speak_utf8() -> None:
    """A Windows console or a pipe may speak another encoding; Russian must arrive, a lost sign must not crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else stream.encoding, errors="replace")
