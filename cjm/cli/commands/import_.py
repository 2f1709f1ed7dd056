"""`cjm import`: instructions of a company as drafts, or our own file back; first what is to come, then on yes the files."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import A_FILE, Lang, Root
from cjm.language.says import Language, Says

_ASK = Says("Записать черновики? [да/нет]", "Write the drafts? [yes/no]")
_YES = frozenset(("да", "д", "yes", "y"))
_WRITTEN = Says(
    "записано: новых {made}, обновлено {updated}, файлов {files} · отчёты: {folder}",
    "written: new {made}, updated {updated}, files {files} · reports: {folder}",
)
_SAME = Says("ничего не изменилось: всё уже в гайдлайне", "nothing has changed: the handbook has it all")
_NOTHING_BACK = Says("из файла менять нечего", "the file changes nothing")
_ASK_BACK = Says("Записать изменения из файла? [да/нет]", "Write the changes of the file? [yes/no]")
_BACK = Says(
    "записано из файла: изменений {moved}, новых {added}", "written from the file: changes {moved}, new {added}"
)
_NEXT = Says(
    "Вопросы к клиенту соберёт cjm ask; проверит cjm lint",
    "cjm ask gathers the questions for the client; cjm lint checks",
)
_LEFT = Says(
    "Ничего не записано. Записать без вопроса: --yes", "Nothing was written. To write without the question: --yes"
)

HELP = Says(
    "Взять готовую инструкцию (Word, Markdown, HTML, Notion, таблица, схема процесса) и сделать из неё черновики; вернуть правки из своих файлов.",
    "Take an instruction that exists (Word, Markdown, HTML, Notion, a table, a process diagram) and make drafts of it; take changes back from our own files.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    files: Annotated[
        list[Path],
        typer.Argument(),
        Says("Файлы или папка выгрузки.", "Files, or the folder of an export."),
        A_FILE,
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run"), Says("Показать план, не записывая.", "Show the plan, write nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y"), Says("Записать, не спрашивая.", "Write without asking.")] = False,
    lang: Lang = None,
) -> None:
    from cjm.app.bring_back import our_own_files
    from cjm.app.intake import take_in, write_in
    from cjm.intake.memory import IMPORTS
    from cjm.intake.report import kept_lines, listed_ends, plan_lines

    handbook, language = opened(root, lang)
    taken = []
    with answering(language):
        books = our_own_files(files, handbook.outline.id)
        for book in books:
            _bring_back(root, book, language, dry_run=dry_run, yes=yes)
        documents = [file for file in files if file not in books]
        if not documents:
            return
        for one in take_in(root, documents, language):
            taken.append(one)
            for line in (
                *plan_lines(one.plan, language),
                *kept_lines(one.made.kept, language),
                "",
                *listed_ends(one.plan, language),
            ):
                typer.echo(line)
        changes = {change.file for one in taken for change in one.made.files}
        if dry_run:
            return
        if changes and not (yes or _agreed(_ASK, language)):
            typer.echo(_LEFT.to(language), err=True)
            raise typer.Exit(1)
        write_in(root, taken)
    if not changes:
        typer.echo(_SAME.to(language), err=True)
        return
    counts = {"made": sum(len(one.made.made) for one in taken), "updated": sum(len(one.made.updated) for one in taken)}
    typer.echo(_WRITTEN.to(language, **counts, files=len(changes), folder=IMPORTS), err=True)
    typer.echo(_NEXT.to(language), err=True)


def _bring_back(root: Path, book: Path, language: Language, *, dry_run: bool, yes: bool) -> None:
    """What somebody changed in a file of `cjm export`, back in its fields."""
    from cjm.app.bring_back import bring_back, write_back
    from cjm.export.workbook_plan import back_lines

    back = bring_back(root, book)
    for line in back_lines(back, language):
        typer.echo(line)
    if not back.files:
        typer.echo(_NOTHING_BACK.to(language), err=True)
        return
    if dry_run:
        return
    if not (yes or _agreed(_ASK_BACK, language)):
        typer.echo(_LEFT.to(language), err=True)
        raise typer.Exit(1)
    write_back(root, back)
    typer.echo(_BACK.to(language, moved=len(back.moved), added=len(back.added)), err=True)


def _agreed(ask: Says, language: Language) -> bool:
    """Whether whoever sits there says yes; where nobody does, it is no."""
    try:
        return str(typer.prompt(ask.to(language), default="", show_default=False)).strip().lower() in _YES
    except typer.Abort:
        typer.echo()
        return False
