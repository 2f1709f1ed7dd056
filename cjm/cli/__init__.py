"""The command `cjm`: the only package that prints or exits. A command is a module of `cjm.cli.commands`."""

import importlib
import pkgutil
import sys
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
            from cjm.language.letters import nearest

            near = nearest(args[0], self.list_commands(context)) if args else ""
            if near:
                raise click.UsageError(f"{error.message} — cjm {near}?", context) from error
            raise


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
