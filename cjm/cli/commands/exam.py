"""`cjm exam`: the page on which an exam is taken, its results marked again, and the table of who knows what."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import A_FILE, PERSON, Lang, Root, Today
from cjm.language.says import Says

_PAPER = Says(
    "{file}\nкод экзаменатора: {code} — скажите его только тому, кто принимает\nвопросов: {count}; результаты соберёт: cjm exam collect ПАПКА",
    "{file}\nexaminer's code: {code} — tell it only to whoever holds the exam\nquestions: {count}; the results are gathered by: cjm exam collect FOLDER",
)
_TAKEN = Says(
    "{file}: {name}, {run}-й раз: {right} из {all}, {verdict}{new}",
    "{file}: {name}, run {run}: {right} of {all}, {verdict}{new}",
)
_PASSED, _FAILED = Says("сдано", "passed"), Says("не сдано", "not passed")
_NEW = Says(" (новый сотрудник)", " (a new employee)")
_KNOWN = Says(" (уже было)", " (known already)")
_REFUSED = Says("{file}: не принят: {why}", "{file}: not taken: {why}")
_LEFT = Says(
    "{file}: не взято строк: {count}. Раздела нет, день ещё не настал или строку правили: пришлите отметки с сайта заново",
    "{file}: lines not taken: {count}. No such section, a day to come, or the line was edited: send the marks from the site again",
)
_READ = Says("{file}: {name}, отметок о прочтении: {count}", "{file}: {name}, reading marks: {count}")
_NONE = Says(
    "результатов здесь нет: нужны файлы .json, которые сохранила страница экзамена",
    "no results here: it takes the .json files that the page of the exam saved",
)
_MISSING = Says(
    "назовите, кто сдаёт; для typed — и буквы ответов, и --by, кто принимал",
    "name who takes it; for typed also the letters of the answers, and --by, who held it",
)
_PRINTED = Says("{file}\n{keys} — ключи, только экзаменатору", "{file}\n{keys}: the keys, for the examiner alone")
_TALKED = Says("обсудили: {question}", "talked over: {question}")
_NAMES = Says("ЧТО", "WHAT")

HELP = Says(
    "Экзамены: страница для телефона, результаты, кто что знает, кому перечитать.",
    "Exams: a page for the phone, results, who knows what, who reads again.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    action: Annotated[
        Literal["paper", "print", "collect", "typed", "who", "again", "talk"],
        typer.Argument(),
        Says(
            "paper — страница экзамена; print — билеты на бумаге для названных людей; collect — собрать результаты; typed — занести билет с бумаги; who — кто что знает; again — кому перечитать и сдать, когда и почему; talk — тему обсудили.",
            "paper for the page; print papers for the people named; collect to gather results; typed, take in a paper; who knows what; again, who reads again and is tested, when and why; talk, a topic was talked over.",
        ),
    ],
    names: Annotated[
        list[str] | None,
        typer.Argument(),
        Says("Экзамен, файлы с результатами, человек или тема.", "An exam, files with results, a person or a topic."),
        _NAMES,
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", dir_okay=False),
        Says("Куда записать; у таблицы по окончанию: .html, .xlsx, .csv; календарь — .ics.", "Where to write; of the table by its ending: .html, .xlsx, .csv; a calendar: .ics."),
        A_FILE,
    ] = None,
    role: Annotated[str, typer.Option("--role", autocompletion=ids("role")), Says("Роль, если экзамен для нескольких.", "The role, of an exam for several."), Says("РОЛЬ", "ROLE")] = "",
    run: Annotated[int, typer.Option("--run", min=1, max=9), Says("Который раз сдают.", "Which run it is.")] = 1,
    before: Annotated[str, typer.Option("--before"), Says("Короткий код первого раза.", "Short code of the first run."), Says("КОД", "CODE")] = "",
    by: Annotated[str, typer.Option("--by"), Says("Кто принимал.", "Who held it."), PERSON] = "",
    lang: Lang = None,
) -> None:  # fmt: skip
    from cjm.app import exam
    from cjm.app.private import opened_room
    from cjm.cli.show import show
    from cjm.training import sheets

    handbook, language = opened(root, lang)
    named = names or []
    with answering(language):
        if action == "paper":
            wanted = exam.exam_named(named[0] if named else "", handbook)
            made = exam.make_paper(wanted, handbook, opened_room(handbook, root), today, output)
            typer.echo(_PAPER.to(language, file=made.file, code=made.code, count=len(made.edition.questions)))
            return
        if (action in ("print", "typed") and not named) or (action == "typed" and not by):
            raise typer.BadParameter(_MISSING.to(language))
        room = opened_room(handbook, root)
        if action == "print":
            wanted = exam.exam_named("", handbook)
            made_files = exam.print_papers(wanted, handbook, room, named, role, run, before, today, output)
            typer.echo(_PRINTED.to(language, file=made_files[0], keys=made_files[1]))
            return
        refused = False
        if action in ("collect", "typed"):
            if action == "collect":
                found = list(exam.collect([Path(name) for name in named or ["."]], handbook, room, today))
            else:
                found = [exam.take_typed(room, named[0], named[1:], role, run, before, by, today)]
            for one in found:
                if one.read is not None:
                    typer.echo(_READ.to(language, file=one.file, name=one.name, count=one.read))
                    if one.left:
                        typer.echo(_LEFT.to(language, file=one.file, count=one.left), err=True)
                    continue
                if one.result is None:
                    typer.echo(_REFUSED.to(language, file=one.file, why=one.refused or ""), err=True)
                    continue
                new = _KNOWN if one.known else _NEW if one.new_person else Says("", "")
                typer.echo(
                    _TAKEN.to(
                        language, file=one.file, name=one.result.name, run=one.result.run, right=one.result.right,
                        all=one.result.asked, verdict=_PASSED if one.result.passed else _FAILED, new=new,
                    )
                )  # fmt: skip
            if not found:
                typer.echo(_NONE.to(language), err=True)
            refused = any(one.refused for one in found) or not found
        of = exam.team_of(handbook, room, today)
        if action == "again" and output is None:
            for person in exam.meant(of, named):
                show(sheets.as_again(of, person, handbook, language))
            show(sheets.exams_due(of, handbook, language))
        elif action == "talk":
            for name in named or [""]:
                typer.echo(_TALKED.to(language, question=exam.discussed(of, room, name, today).question))
        elif output is not None:
            typer.echo(exam.write_table(of, handbook, room, output, language))
        else:
            show(sheets.as_table(of, handbook, language))
    if refused:
        raise typer.Exit(1)
