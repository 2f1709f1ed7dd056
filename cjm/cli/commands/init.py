"""`cjm init`: lay down a new handbook, and never overwrite anything."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering
from cjm.cli.options import Reader, one_of
from cjm.language.says import Says

_DONE = Says(
    "Гайдлайн лежит в папке {folder}. Дальше:\n\n  cd {typed}\n  cjm serve --open     показать сайт и обновлять его при каждой правке\n"
    "  cjm lint             проверить\n\nС чего начать и что где лежит — в файле {readme}",
    "The handbook lies in {folder}. Next:\n\n  cd {typed}\n  cjm serve --open     show the site and follow every change\n"
    "  cjm lint             check it\n\nWhere to begin and what lies where: {readme}",
)


def _hosts() -> list[str]:
    from cjm.scaffold import CI

    return list(CI)


HELP = Says(
    "Создать новый гайдлайн в папке.",
    "Make a new handbook in a folder.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    folder: Annotated[
        Path,
        typer.Argument(file_okay=False),
        Says("Где: новая папка или пустая.", "Where: a new folder or an empty one."),
    ],
    lang: Reader,
    bare: Annotated[
        bool,
        typer.Option("--bare"),
        Says("Маленький: один путь и три раздела (школа языков).", "A small one: one journey, three sections."),
    ] = False,
    ci: Annotated[
        list[str] | None,
        one_of("--ci", _hosts),
        Says("Ещё и проверка на каждую правку; можно несколько раз.", "Also a check of each change; may be repeated."),
        _hosts,
    ] = None,
) -> None:
    from cjm.app.start import start

    with answering(lang, code=2):
        start(folder, bare=bare, ci=ci or (), language=lang)
    typed = f'"{folder}"' if " " in str(folder) else folder
    typer.echo(_DONE.to(lang, folder=folder, typed=typed, readme=folder / "README.md"))
