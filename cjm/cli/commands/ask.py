"""`cjm ask`: all open questions in one file for the client, and the answers back into their fields."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import A_FILE, Lang, Root, Today
from cjm.language.says import Says

_NONE = Says("открытых вопросов нет", "no question is open")
_WRITTEN = Says("вопросов: {count} · {file}", "questions: {count} · {file}")
_BACK = Says("Ответы вернёт в гайдлайн: cjm ask --answers {file}", "The answers go back with: cjm ask --answers {file}")
_TAKEN = Says(
    "ответов вписано: {taken} · осталось вопросов: {left}", "answers written in: {taken} · questions left: {left}"
)
_NOT_TAKEN = Says("{tag}: ответ «{answer}» не вписан: {why}", '{tag}: the answer "{answer}" was not written in: {why}')

HELP = Says(
    "Вопросы, на которые ещё нет ответа, одним файлом — и ответы обратно.",
    "All open questions in one file, and the answers back.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output"),
        Says(
            "Куда записать; имя с окончанием .docx откроет Word.",
            "Where to write; a name that ends in .docx opens in Word.",
        ),
        A_FILE,
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option("--answers", exists=True, dir_okay=False),
        Says("Файл с ответами: вписать их в гайдлайн.", "The file with answers: write them into the handbook."),
        A_FILE,
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run"), Says("Показать изменения, не записывая.", "Show the changes, write nothing.")
    ] = False,
    lang: Lang = None,
) -> None:
    from cjm.app.ask import ask_in_writing, take_answers, write_answers
    from cjm.cli.show import show
    from cjm.repair import unified_diff
    from cjm.view.questions import open_questions

    handbook, language = opened(root, lang)
    with answering(language):
        if answers is None:
            asked = ask_in_writing(handbook, root, output, language, today=today)
            if asked.file is None:
                typer.echo(_NONE.to(language), err=True)
            else:
                typer.echo(_WRITTEN.to(language, count=len(asked.questions), file=asked.file), err=True)
                typer.echo(_BACK.to(language, file=asked.file), err=True)
            return
        made = take_answers(root, answers)
        if dry_run:
            show(unified_diff(made.files))
        else:
            write_answers(root, made)
    for one in made.left:
        typer.echo(_NOT_TAKEN.to(language, tag=one.tag, answer=one.answer, why=one.why), err=True)
    typer.echo(_TAKEN.to(language, taken=made.taken, left=len(open_questions(handbook)) - made.taken), err=True)
    if made.left:
        raise typer.Exit(1)
