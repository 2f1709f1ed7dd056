"""`cjm eject`: take one shipped template or asset into the handbook, to change it there."""

from pathlib import Path

import click

from cjm.cli.answer import answering
from cjm.cli.options import root_option
from cjm.language.says import Language, Says

_TAKEN = Says(
    "{path} теперь ваш: меняйте его, сайт возьмёт этот файл вместо своего. Вернуть прежний — удалить файл.",
    "{path} is yours now: change it, the site takes it instead of its own. To go back, delete the file.",
)
_OWN = Says("свой", "own")


@click.command(
    help="Взять шаблон или файл вида в гайдлайн, чтобы изменить. Take a template or asset into the handbook to change it."
)
@click.argument("name", required=False)
@click.option("--list", "listed", is_flag=True, help="Показать все имена. Show all names.")
@click.option("--lang", type=click.Choice(["ru", "en"]), default="ru", show_default=True)
@root_option
def command(name: str | None, listed: bool, lang: Language, root: Path) -> None:
    from cjm.app.start import eject
    from cjm.scaffold import ejectable

    if listed:
        for one in ejectable():
            own = (root / one.path).is_file() and not (root / one.path).samefile(one.source)
            click.echo(f"{one.path}  ({_OWN.to(lang)})" if own else one.path)
        return
    try:
        with answering(lang, code=2):
            path = eject(name, root)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
    click.echo(_TAKEN.to(lang, path=path))
