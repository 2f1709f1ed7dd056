"""`cjm init`: lay down a new handbook, and never overwrite anything."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering
from cjm.cli.options import ReaderLanguage, one_of
from cjm.language.says import Language, Says

_DONE = Says(
    "Гайдлайн лежит в папке {folder}. Дальше:\n\n  cd {typed}\n  cjm serve --open     показать сайт и обновлять его при каждой правке\n"
    "  cjm lint             проверить\n\nС чего начать и что где лежит — в файле {readme}",
    "The handbook lies in {folder}. Next:\n\n  cd {typed}\n  cjm serve --open     show the site and follow every change\n"
    "  cjm lint             check it\n\nWhere to begin and what lies where: {readme}",
)

_SMALL = Says(  # in a language in which there is no whole one
    "Полный гайдлайн-образец есть только на русском, поэтому здесь маленький пример.\n",
    "The whole reference handbook exists in Russian only (cjm --lang ru init), so this is the English starter: a bicycle workshop.\n",
)

_NAME = Says("НАЗВАНИЕ", "NAME")
_EITHER = Says(
    "выберите одно: маленький пример или пустой гайдлайн", "choose one: the small example, or an empty handbook"
)
_COMPANY = (Says("Как называется компания", "The company's name"), Says("Моя компания", "My company"))
_TITLE = (
    Says("Как назвать гайдлайн", "The handbook's title"),
    Says("Стандарты работы с клиентами", "How we work with clients"),
)
_ROLE = (Says("Кто встречает клиента", "Who meets the client"), Says("Администратор", "Administrator"))
_JOURNEY = (
    Says("Какой путь клиента опишем первым", "The journey to begin with"),
    Says("Первое обращение", "First contact"),
)


def _asked(question: tuple[Says, Says], language: Language) -> str:
    """An answer; on Enter, or where nobody can answer, the usual one."""
    words, usual = question
    if not sys.stdin.isatty():
        return usual.to(language)
    return str(typer.prompt(words.to(language), default=usual.to(language)))


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
    lang: ReaderLanguage,
    bare: Annotated[
        bool,
        typer.Option("--bare"),
        Says("Маленький пример: один путь и его разделы.", "The small example: one journey and its sections."),
    ] = False,
    empty: Annotated[
        bool,
        typer.Option("--empty"),
        Says("Без примеров: четыре вопроса — и можно писать.", "No example: four questions, and one can write."),
    ] = False,
    company: Annotated[
        str | None,
        typer.Option("--company"),
        Says("К «пусто»: как называется компания.", "With empty: the company's name."),
        _NAME,
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title"),
        Says("К «пусто»: как назвать гайдлайн.", "With empty: the handbook's title."),
        _NAME,
    ] = None,
    role: Annotated[
        str | None,
        typer.Option("--role"),
        Says("К «пусто»: кто встречает клиента.", "With empty: who meets the client."),
        _NAME,
    ] = None,
    journey: Annotated[
        str | None,
        typer.Option("--journey"),
        Says("К «пусто»: первый путь клиента.", "With empty: the first journey."),
        _NAME,
    ] = None,
    ci: Annotated[
        list[str] | None,
        one_of("--ci", _hosts),
        Says("Ещё и проверка на каждую правку; можно несколько раз.", "Also a check of each change; may be repeated."),
        _hosts,
    ] = None,
) -> None:
    from cjm.app.start import start
    from cjm.scaffold import First

    if bare and empty:
        raise typer.BadParameter(_EITHER.to(lang))
    first = None
    if empty or company or title or role or journey:
        first = First(
            company or _asked(_COMPANY, lang),
            title or _asked(_TITLE, lang),
            role or _asked(_ROLE, lang),
            journey or _asked(_JOURNEY, lang),
        )
    with answering(lang, code=2):
        start(folder, bare=bare, ci=ci or (), language=lang, first=first)
    if lang != "ru" and not bare and first is None:
        typer.echo(_SMALL.to(lang))
    typed = f'"{folder}"' if " " in str(folder) else folder
    typer.echo(_DONE.to(lang, folder=folder, typed=typed, readme=folder / "README.md"))
