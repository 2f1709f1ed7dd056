"""`cjm eject`: take one shipped template or asset into the handbook, to change it there."""

import sys
from pathlib import Path

import click

from cjm.cli.options import root_option
from cjm.language.says import Language, Says

_TAKEN = Says(
    "{path} теперь ваш: меняйте его, сайт возьмёт этот файл вместо своего. Вернуть прежний — удалить файл.",
    "{path} is yours now: change it, the site takes it instead of its own. To go back, delete the file.",
)
_THERE = Says(
    "{path} уже лежит в гайдлайне. Ничего не изменено.", "{path} is in the handbook already. Nothing was changed."
)
_NONE = Says(
    "нет такого шаблона и такого файла: «{name}».{near} Все имена: cjm eject --list",
    'no template or asset is called "{name}".{near} All names: cjm eject --list',
)
_NEAR = Says(" Может быть, «{near}»?", ' Perhaps "{near}"?')
_MANY = Says(
    "«{name}» — это несколько файлов. Назовите один:\n{paths}", '"{name}" names several files. Name one:\n{paths}'
)
_WHICH = Says(
    "назовите файл или покажите все имена: cjm eject --list", "name a file, or see all names: cjm eject --list"
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
    from cjm.language.letters import nearest
    from cjm.scaffold import ejectable, find_ejectable

    if listed:
        for one in ejectable():
            own = (root / one.path).is_file() and not (root / one.path).samefile(one.source)
            click.echo(f"{one.path}  ({_OWN.to(lang)})" if own else one.path)
        return
    if not name:
        raise click.UsageError(_WHICH.to(lang))
    found = find_ejectable(name)
    if not found:
        names = [one.path for one in ejectable()]
        near = nearest(name, names) or nearest(name, [path.rpartition("/")[2] for path in names])
        raise click.UsageError(_NONE.to(lang, name=name, near=_NEAR.to(lang, near=near) if near else ""))
    if len(found) > 1:
        raise click.UsageError(_MANY.to(lang, name=name, paths="\n".join(f"  {one.path}" for one in found)))
    target = root / found[0].path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(found[0].source.read_bytes())
    except FileExistsError:
        click.echo(_THERE.to(lang, path=found[0].path), err=True)
        sys.exit(2)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
    click.echo(_TAKEN.to(lang, path=found[0].path))
