"""`cjm eject`: take one shipped template or asset into the handbook, to change it there."""

from typing import Annotated

import typer

from cjm.cli.answer import answering
from cjm.cli.options import A_FILE, ReaderLanguage, Root
from cjm.language.says import Says

_TAKEN = Says(
    "{path} теперь ваш: меняйте его, сайт возьмёт этот файл вместо своего. Вернуть прежний — удалить файл.",
    "{path} is yours now: change it, the site takes it instead of its own. To go back, delete the file.",
)
_OWN = Says("свой", "own")


def _names(incomplete: str) -> list[str]:
    from cjm.scaffold import ejectable

    return [one.path for one in ejectable()]


HELP = Says(
    "Взять шаблон или файл вида в гайдлайн, чтобы изменить.",
    "Take a template or asset into the handbook to change it.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    lang: ReaderLanguage,
    name: Annotated[
        str | None,
        typer.Argument(autocompletion=_names),
        Says("Какой файл: имя или путь.", "Which file: its name or path."),
        A_FILE,
    ] = None,
    listed: Annotated[bool, typer.Option("--list"), Says("Показать все имена.", "Show all names.")] = False,
) -> None:
    from cjm.app.refusal import writing
    from cjm.app.start import eject
    from cjm.scaffold import ejectable

    if listed:
        for one in ejectable():
            own = (root / one.path).is_file() and not (root / one.path).samefile(one.source)
            typer.echo(f"{one.path}  ({_OWN.to(lang)})" if own else one.path)
        return
    with answering(lang, code=2), writing():
        path = eject(name, root)
    typer.echo(_TAKEN.to(lang, path=path))
