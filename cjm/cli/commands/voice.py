"""`cjm voice`: answers of clients taken in without names, placed at touchpoints, counted by month."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import A_DAY, A_FILE, Lang, Root, Today, day_option
from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.answers.columns import AnswerColumn
    from cjm.app.voice import OpenedAnswers, TakenAnswers
    from cjm.model import Handbook
    from cjm.private.room import Room

HELP = Says(
    "Голос клиента: взять ответы из любой таблицы без имён, разложить по точкам, посчитать месяц.",
    "The client's voice: take answers from any table without names, place them, count the month.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)

_WHOSE = Says("{file}: чья это анкета? {sources}", "{file}: whose answers are these? {sources}")
_UNKNOWN = Says(
    '{file}: не знаю, что в столбцах. Скажите один раз, дальше запомню:\n{columns}\n(в терминале спрошу сам; годится и --column "Столбец=csi@точка")',
    '{file}: what the columns are is not known. Say it once, it is remembered:\n{columns}\n(asked in a terminal; or --column "Title=csi@touchpoint")',
)
_COLUMN = Says("«{title}»: {sample}\n  похоже на: {guess}", '"{title}": {sample}\n  looks like: {guess}')
_ANSWER = Says(
    "  Enter — да; или: время, слова, признак, клиент, точка, убрать, показатель@точка",
    "  Enter for yes; or: at, words, by, client, place, drop, index@touchpoint",
)
_AMISS = Says("  не понято: {text}", "  not understood: {text}")
_TAKEN = Says("{file} → {source}: ответов {count}, новых {new}", "{file} → {source}: {count} answers, {new} new")
_UNDATED = Says(
    '  без даты, не взяты, строки: {rows}. Какой столбец — дата ответа, скажите так: --column "Название=время"',
    '  without a day, not taken, rows: {rows}. Say which column is the day of the answer: --column "Title=at"',
)
_TO_COME = Says(
    "  день ещё не настал, не взяты, строки: {rows}. Проверьте год и порядок дня и месяца",
    "  of a day to come, not taken, rows: {rows}. See whether the year, or day and month, are as meant",
)
_UNREAD = Says("  не оценка: строка {row}, «{column}»: {cell}", '  no score: row {row}, "{column}": {cell}')
_MORE_UNREAD = Says("  и ещё не оценок: {count}", "  and more that are no scores: {count}")
_UNSURE = Says("  замаскировано, проверьте ({count}): {words}", "  masked, look at ({count}): {words}")
_TO_PLACE = Says(
    "не разложено по точкам: {count}. Разложить: cjm voice place",
    "not placed yet: {count}. To place them: cjm voice place",
)
_SAID = Says(
    "\n[{at} из {count}] {day} · {source} · {scores}\n«{words}»",
    '\n[{at} of {count}] {day} · {source} · {scores}\n"{words}"',
)
_WHERE = Says(
    "  номер или имя точки; «точка слово» — так и дальше для всех с этим словом; Enter — дальше, q — хватит",
    "  number or id of the touchpoint; “touchpoint word” for all with that word; Enter for the next, q to stop",
)
_PLACED = Says("разложено: {count}", "placed: {count}")
_NO_ONE = Says("разложить нечего", "nothing to place")
_CLOSED = Says("{file}: ответов {count}", "{file}: {count} answers")
_LEFT_OUT = Says(
    "  разрезов меньше пяти ответов, не показаны: {count}", "  cuts of fewer than five answers, not shown: {count}"
)
_COUNTS = Says("{file}: взято строк подсчёта {count}", "{file}: {count} rows of counts taken")
_MISSING = Says("cjm voice {action}: чего не хватает — {what}", "cjm voice {action}: missing {what}")
_NEEDS = {
    "import": Says("файлов", "files"),
    "typed": Says("источника и ответа: cjm voice typed phone nps=9 «Долго ждали»", 'a source and an answer: cjm voice typed phone nps=9 "A long wait"'),
    "close": Says("месяца: cjm voice close 2026-10", "a month: cjm voice close 2026-10"),
}  # fmt: skip
_MOST = 10
_SENT = Says("ИМЯ=ЧИСЛО", "ID=NUMBER")


@app.command()
def command(
    root: Root,
    today: Today,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", default_factory=lambda: None),
        Says("Что в столбце: «Как вам встреча?=показатель@точка».", 'What a column is: "How was the desk?=csi@visit/desk".'),
        Says("СТОЛБЕЦ=ЧТО", "TITLE=WHAT"),
    ],
    sent: Annotated[list[str] | None, typer.Option("--sent", default_factory=lambda: None), Says("Скольким послали анкету.", "To how many a form was sent."), _SENT],
    action: Annotated[
        Literal["import", "typed", "place", "close"],
        typer.Argument(),
        Says(
            "import — взять файлы; typed — ответ по телефону; place — разложить слова по точкам; close — посчитать месяц.",
            "import files; typed, an answer by phone; place words at touchpoints; close, count a month.",
        ),
    ],
    names: Annotated[
        list[str] | None,
        typer.Argument(),
        Says("Файлы; для typed — источник, оценки и слова; для close — месяц.", "Files; for typed a source, scores, words; for close a month."),
        A_FILE,
    ] = None,
    source: Annotated[str, typer.Option("--form"), Says("Чья это анкета: имя ресурса.", "Whose answers they are: the id of a resource."), Says("ИМЯ", "ID")] = "",
    counts: Annotated[bool, typer.Option("--counts"), Says("Это уже подсчёты: их сделало хранилище данных.", "These are counts already, made by a warehouse.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y"), Says("Догадки о столбцах верны, не спрашивать.", "The guesses about columns are right, do not ask.")] = False,
    day: Annotated[dt.date | None, day_option("--day"), Says("День ответа, занесённого рукой.", "The day of an answer typed by hand."), A_DAY] = None,
    visits: Annotated[int | None, typer.Option("--visits", min=0, max=999_999), Says("Сколько было посещений за месяц.", "How many visits the month had.")] = None,
    again: Annotated[bool, typer.Option("--again"), Says("Записать, даже если ответов стало меньше.", "Write even if there are fewer answers now.")] = False,
    lang: Lang = None,
) -> None:  # fmt: skip
    from cjm.app import voice
    from cjm.app.private import opened_room

    handbook, language = opened(root, lang)
    given = names or []
    if (action in ("import", "close") and not given) or (action == "typed" and len(given) < 2):
        raise typer.BadParameter(_MISSING.to(language, action=action, what=_NEEDS[action]))
    with answering(language):
        room = opened_room(handbook, root)
        if action == "typed":
            _tell(voice.take_spoken(given[0], given[1:], handbook, room, day or today, today), language)
        elif action == "place":
            _place(room, handbook, language)
        elif action == "close":
            asked = {
                name: int(count) for name, _, count in (one.partition("=") for one in sent or ()) if count.isdigit()
            }
            for month in given:
                file, count, left = voice.close_month(handbook, room, root, month, today, asked, visits, again=again)
                typer.echo(_CLOSED.to(language, file=file.relative_to(root), count=count))
                if left:
                    typer.echo(_LEFT_OUT.to(language, count=left), err=True)
        else:
            said = {title: text for title, _, text in (one.partition("=") for one in column or ())}
            for name in given:
                if counts:
                    rows = voice.take_counts(Path(name), handbook, room, today)
                    typer.echo(_COUNTS.to(language, file=name, count=len(rows)))
                    continue
                read = voice.opened_answers(Path(name), handbook, room, source, said)
                read = _asked(read, handbook, language, yes=yes)
                if read.raw:
                    _tell(voice.take_file(read, handbook, room, today), language)
                else:
                    rows = voice.count_file(read, handbook, room, today)
                    typer.echo(_COUNTS.to(language, file=name, count=len(rows)))
                del read  # a large file, before what is kept is gone through
            if not counts and (waiting := voice.count_to_place(room)):
                typer.echo(_TO_PLACE.to(language, count=waiting), err=True)


def _asked(read: "OpenedAnswers", handbook: "Handbook", language: Language, *, yes: bool) -> "OpenedAnswers":
    """The file with all that is not known of it asked: once, since it is remembered."""
    from dataclasses import replace

    from cjm.app import voice

    at_desk = sys.stdin.isatty()
    known = voice.sources(handbook)
    if not read.source:
        ask = _WHOSE.to(
            language, file=read.file.name, sources=" ".join(f"{at}:{one}" for at, one in enumerate(known, 1))
        )
        typed = str(typer.prompt(ask, default="", show_default=False)).strip() if at_desk else ""
        if not typed:
            raise voice.NoFormNamed(file=read.file.name, forms=", ".join(known))
        named = known[int(typed) - 1] if typed.isdigit() and 0 < int(typed) <= len(known) else typed
        if named not in known:
            raise voice.NoSuchForm(form=named, near="", forms=", ".join(known))
        read = replace(read, source=named)
    if not read.asked or yes:
        return read
    if not at_desk:
        lines = "\n".join(_column_line(at, one, read, language) for at, one in read.asked)
        typer.echo(_UNKNOWN.to(language, file=read.file.name, columns=lines), err=True)
        raise typer.Exit(1)
    typer.echo(_ANSWER.to(language))
    for at, one in read.asked:
        typer.echo(_column_line(at, one, read, language))
        while typed := str(typer.prompt(">", default="", show_default=False)).strip():
            try:
                read = voice.with_columns(read, {one.title: typed}, handbook)
                break
            except voice.NoSuchColumn:
                typer.echo(_AMISS.to(language, text=typed), err=True)
    return read


def _column_line(at: int, one: "AnswerColumn", read: "OpenedAnswers", language: Language) -> str:
    from cjm.answers.columns import COLUMN_ROLES_SAY
    from cjm.masking import personal, without

    sample = [without(cell, personal(cell))[:40] for cell in dict.fromkeys(read.table.values(at)[:40])][:3]
    index, place, role = one.told()
    guess = f"{index}@{place}" if place else index if role == "score" else COLUMN_ROLES_SAY[role].to(language)
    return _COLUMN.to(language, title=one.title, sample=", ".join(sample), guess=guess)


def _tell(taken: "TakenAnswers", language: Language) -> None:
    read = taken.read
    typer.echo(_TAKEN.to(language, file=taken.file.name, source=taken.source, count=len(read.answers), new=taken.new))
    if read.undated:
        typer.echo(_UNDATED.to(language, rows=", ".join(map(str, read.undated[:_MOST]))), err=True)
    if read.to_come:
        typer.echo(_TO_COME.to(language, rows=", ".join(map(str, read.to_come[:_MOST]))), err=True)
    for row, column, cell in read.unread[:_MOST]:
        typer.echo(_UNREAD.to(language, row=row, column=column, cell=cell), err=True)
    if len(read.unread) > _MOST:
        typer.echo(_MORE_UNREAD.to(language, count=len(read.unread) - _MOST), err=True)
    if read.unsure:
        words = "; ".join(f"{word} (…{' '.join(around.split())}…)" for word, around in read.unsure[:_MOST])
        typer.echo(_UNSURE.to(language, count=len(read.unsure), words=words), err=True)


def _place(room: "Room", handbook: "Handbook", language: Language) -> None:
    """The list of what was said and lies nowhere, one after the other."""
    from cjm.answers.placing import suggested
    from cjm.app import voice
    from cjm.model import touchpoint_id

    done = 0
    gone: set[str] = set()
    waiting = voice.to_place(room)
    if not waiting:
        typer.echo(_NO_ONE.to(language), err=True)
    if waiting and not sys.stdin.isatty():
        for at, one in enumerate(waiting, 1):
            typer.echo(f"{at}. {one.day} {one.words}")
        return
    typer.echo(_WHERE.to(language), err=True)
    for at, one in enumerate(waiting, 1):
        if one.id in gone:
            continue
        scores = ", ".join(f"{score.index} {score.value:g}" for score in one.scores)
        typer.echo(
            _SAID.to(
                language, at=at, count=len(waiting), day=one.day, source=one.source, scores=scores, words=one.words
            )
        )
        likely = suggested(one.words, handbook)
        for number, id in enumerate(likely, 1):
            typer.echo(f"  {number} {handbook.touchpoint[id].title} ({handbook.journey_of[id].title})")
        while typed := str(typer.prompt(">", default="", show_default=False)).strip():
            if typed == "q":
                typer.echo(_PLACED.to(language, count=done))
                return
            place, _, word = typed.partition(" ")
            id = likely[int(place) - 1] if place.isdigit() and 0 < int(place) <= len(likely) else touchpoint_id(place)
            try:
                done += voice.put_at(room, handbook, (one,), id, word)
                gone = {one.id for one in waiting} - {one.id for one in voice.to_place(room)}
                break
            except voice.NotPlaced as error:
                typer.echo(error.to(language), err=True)
    typer.echo(_PLACED.to(language, count=done))
