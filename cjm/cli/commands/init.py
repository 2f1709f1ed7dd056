"""`cjm init`: lay down a new handbook, and never overwrite anything."""

from pathlib import Path

import click

from cjm.cli.answer import answering
from cjm.language.says import Language, Says

_DONE = Says(
    "Гайдлайн лежит в папке {folder}. Дальше:\n\n  cd {typed}\n  cjm serve --open     показать сайт и обновлять его при каждой правке\n"
    "  cjm lint             проверить\n\nС чего начать и что где лежит — в файле {readme}",
    "The handbook lies in {folder}. Next:\n\n  cd {typed}\n  cjm serve --open     show the site and follow every change\n"
    "  cjm lint             check it\n\nWhere to begin and what lies where: {readme}",
)


@click.command(help="Создать новый гайдлайн в папке DIR. Make a new handbook in the folder DIR.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--bare",
    is_flag=True,
    help="Маленький: один путь и три раздела (школа языков). A small one: one journey, three sections.",
)
@click.option(
    "--ci", multiple=True, type=click.Choice(["github", "gitlab", "pre-commit"]),
    help="Ещё и проверка на каждую правку; можно несколько раз. Also a check of each change; may be repeated.",
)  # fmt: skip
@click.option(
    "--lang",
    type=click.Choice(["ru", "en"]),
    default="ru",
    show_default=True,
    help="Язык сообщений и подсказок редактора. Language of messages and of the editor's hints.",
)
def command(folder: Path, bare: bool, ci: tuple[str, ...], lang: Language) -> None:
    from cjm.app.start import start

    with answering(lang, code=2):
        start(folder, bare=bare, ci=ci, language=lang)
    typed = f'"{folder}"' if " " in str(folder) else folder
    click.echo(_DONE.to(lang, folder=folder, typed=typed, readme=folder / "README.md"))
