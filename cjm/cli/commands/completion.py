"""`cjm completion`: the script with which a shell completes commands, options and the ids of the handbook."""

from typing import Annotated, Literal

import typer

from cjm.language.says import Says

HELP = Says(
    "Скрипт, с которым терминал дополняет по Tab команды, ключи и имена из гайдлайна.",
    "The script with which a shell completes commands, options and ids of the handbook at Tab.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    shell: Annotated[
        Literal["bash", "zsh", "fish", "powershell"],
        typer.Argument(),
        Says(
            "Какой терминал. Включить: cjm completion bash >> ~/.bashrc",
            "Which shell. To switch it on: cjm completion bash >> ~/.bashrc",
        ),
    ],
) -> None:
    from cjm.cli.completion import SHELL_SCRIPTS

    typer.echo(SHELL_SCRIPTS[shell], nl=False)
