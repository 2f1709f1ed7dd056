"""The command `cjm`: the only package that prints or exits. A command is a module of `cjm.cli.commands`."""

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from typing import Any

import click

import cjm
from cjm.cli import commands


class _Commands(click.Group):
    """Finds commands by walking the package and imports one only when it is run: a cold start is felt."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        module = importlib.import_module(f"{commands.__name__}.{name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(self, context: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(context, args)
        except click.UsageError as error:
            from cjm.cli.errors import no_command
            from cjm.language.letters import nearest

            if not args or args[0].startswith("-"):
                raise
            near = nearest(args[0], self.list_commands(context))
            raise click.UsageError(no_command(args[0], near, args), context) from error

    def main(self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any) -> Any:  # type: ignore[override]
        """Run; what goes wrong is said in the reader's language, which the library for command lines does not speak."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **extra)
        given = list(sys.argv[1:] if args is None else args)
        try:
            code = super().main(args, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.ClickException as error:
            from cjm.cli.errors import complaint

            click.echo(complaint(error, given), err=True, nl=False)
            sys.exit(error.exit_code)
        except click.Abort:
            from cjm.cli.errors import stopped

            click.echo(stopped(given), err=True, nl=False)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(cjm.__version__, prog_name="cjm")
def main() -> None:
    """Пути клиента и стандарты сервиса: проверить, опубликовать, утвердить.

    Customer journeys and service standards as text: check, publish, approve.
    """
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may speak another encoding; Russian must arrive, a lost sign must not crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else stream.encoding, errors="replace")
