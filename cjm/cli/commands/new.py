"""`cjm new`: a section, a touchpoint, a role by its title, put where it belongs, with a question for each field that waits."""

from typing import Annotated

import typer

from cjm.cli.answer import answering, language_in
from cjm.cli.candidates import ids, kinds_to_add
from cjm.cli.options import ID, Lang, Root
from cjm.language.says import Says

_TITLE = Says("Как это называется", "What it is called")
_DONE = Says("{name} · {file}:{line} · вопросов: {questions}", "{name} · {file}:{line} · questions: {questions}")
_NEXT = Says(
    "Впишите, что знаете, вместо вопросов в open; остальное спросит у клиента cjm ask",
    "Write what you know instead of the questions in open; cjm ask asks the client for the rest",
)

HELP = Says(
    "Добавить раздел, точку касания, роль по названию: программа поставит их на место.",
    "Add a section, a touchpoint, a role by its title: the program puts it where it belongs.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    kind: Annotated[
        str,
        typer.Argument(autocompletion=kinds_to_add),
        Says("Что добавить: имя вида, как в полях файлов.", "What to add: a kind, as the page of fields has it."),
        Says("ВИД", "KIND"),
    ],
    root: Root,
    title: Annotated[
        str | None,
        typer.Argument(),
        Says("Название; без него программа спросит.", "Its title; else the program asks."),
        Says("НАЗВАНИЕ", "TITLE"),
    ] = None,
    within: Annotated[
        str,
        typer.Option("--in", autocompletion=ids()),
        Says("Где стоит: часть, путь, этап или раздел.", "Where it stands: a part, a journey, a stage or a section."),
        ID,
    ] = "",
    after: Annotated[
        str, typer.Option("--after", autocompletion=ids()), Says("За чем стоит.", "What it stands behind."), ID
    ] = "",
    id: Annotated[
        str,
        typer.Option("--id"),
        Says("Своё имя; без этого — из названия.", "An id of its own; else from the title."),
        ID,
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run"), Says("Показать изменения, не записывая.", "Show the changes, write nothing.")
    ] = False,
    lang: Lang = None,
) -> None:
    from cjm.app.new import new_thing, write_added
    from cjm.cli.show import show
    from cjm.repair import unified_diff

    language = language_in(root, lang)
    called = title or typer.prompt(_TITLE.to(language))
    with answering(language):
        made = new_thing(root, kind, called, within=within, after=after, id=id)
        if dry_run:
            show(unified_diff(made.files))
            return
        write_added(root, made)
    place = made.place
    typer.echo(_DONE.to(language, name=made.name, file=place.file, line=place.line, questions=made.questions))
    if made.questions:
        typer.echo(_NEXT.to(language), err=True)
