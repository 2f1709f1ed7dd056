"""A handbook's folder and files of answers in, the answers without names in the private room and months of counts out."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cjm.answers.answer import Answer
from cjm.answers.columns import AnswerColumn, HeadedTable, headed, recognised, typed_column
from cjm.answers.counting import Counted, NoCounts, counts_of, from_table, of_month
from cjm.answers.keeping import (
    all_answers,
    counts_kept,
    keep_answers,
    keep_columns,
    keep_counts,
    keep_place_rules,
    keep_places,
    known_columns,
    place_rules,
    source_of,
)
from cjm.answers.month_file import month_text
from cjm.answers.placing import is_unplaced, placed, stems, unplaced
from cjm.answers.reading import Mask, ReadAnswers, masking, read_answers
from cjm.answers.scale import NoScale, counts_at_scale, first_rows, is_large
from cjm.app.private import private_records
from cjm.app.refusal import Misuse, Refusal, write
from cjm.cases.case import cases_kept
from cjm.cases.monthly import month_rows
from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.month import FEWEST
from cjm.model.shared.resource import Resource
from cjm.private.people import employees
from cjm.private.room import Room
from cjm.tables import Rejected, Table, TableRow, tables_in
from cjm.voice import months

_QUOTED = re.compile(r"«([^»]+)»")
OTHER_SOURCES = ("phone", "desk", "review")


class AnswersNotRead(Refusal):
    """A file of answers cannot be read."""

    SAYS = Says("{file}: {why}", "{file}: {why}")


class NoSuchForm(Misuse):
    """Answers are of a form of the handbook, or of a source that everybody has."""

    SAYS = Says("источника «{form}» нет{near}. Есть: {forms}", 'there is no source "{form}"{near}. There are: {forms}')
    NEAR = Says("; возможно, {near}", "; perhaps {near}")


class NoFormNamed(Misuse):
    """Nothing says whose answers a file holds."""

    SAYS = Says(
        "{file}: чьи это ответы, по файлу не видно. Назовите анкету: --form ИМЯ. Есть: {forms}",
        "{file}: it does not show whose answers these are. Name the form: --form ID. There are: {forms}",
    )


class NoSuchTitle(Misuse):
    """The file has no column with this title."""

    SAYS = Says(
        "столбца «{title}» в файле нет. Есть: {titles}", 'the file has no column "{title}". There are: {titles}'
    )


class NoScaleSeen(Misuse):
    """A column holds scores, but not on which scale."""

    SAYS = Says(
        "«{column}»: по ответам не видно, какая у оценок шкала. Назовите её от худшей к лучшей: «{column}={index} = плохо < хорошо»",
        '"{column}": the answers do not show on which scale they are. Say it from worst to best: "{column}={index} = bad < good"',
    )


class NoSuchColumn(Misuse):
    """What was said of a column makes no sense."""

    SAYS = Says(
        "«{column}»: «{text}» не понято. Бывает: время, слова, признак, клиент, точка, убрать, показатель или показатель@точка: csi@first-visit/desk",
        '"{column}": "{text}" is not understood. Possible: at, words, by, client, place, drop, an index, or index@touchpoint: csi@first-visit/desk',
    )


class InFuture(Misuse):
    """What has not happened yet is neither answered nor a case."""

    SAYS = Says("{day} ещё не наступило", "{day} has not come yet")


class NothingHeard(Refusal):
    """There are no answers of this month."""

    SAYS = Says("за {month} ответов нет. Есть: {months}", "there are no answers of {month}. There are: {months}")


class FewerThanBefore(Refusal):
    """Counting again would take numbers away that were committed."""

    SAYS = Says(
        "{month}: в файле ответов и случаев {was}, а сейчас их {now}: часть удалена по сроку или лежит на другом ноутбуке (cjm private join). Ничего не записано; записать всё равно: --again",
        "{month}: the file has {was} answers and cases, now there are {now}: some were deleted at their term, or lie on another laptop (cjm private join). Nothing was written; to write all the same: --again",
    )


class NotPlaced(Misuse):
    """An answer is put at a touchpoint that there is."""

    SAYS = Says("точки касания «{place}» нет{near}", 'there is no touchpoint "{place}"{near}')


@dataclass(frozen=True, slots=True)
class OpenedAnswers:
    """A file of answers that was read: whose it is, and what its columns are, as far as that is known."""

    file: Path
    raw: bytes
    source: str
    table: HeadedTable
    columns: tuple[AnswerColumn, ...]

    @property
    def asked(self) -> tuple[tuple[int, AnswerColumn], ...]:
        """The columns that somebody has to be asked about, with their places."""
        return tuple((at, one) for at, one in enumerate(self.columns) if not one.sure)


@dataclass(frozen=True, slots=True)
class TakenAnswers:
    """What became of a file: how many answers, how many of them new, and what to look at."""

    file: Path
    source: str
    new: int
    read: ReadAnswers


def sources(handbook: Handbook) -> tuple[str, ...]:
    """Where answers may come from: the forms and pages among the resources, and what everybody has."""
    return (
        *(one.id for one in handbook.of(Resource) if one.kind in ("form", "page", "file", "system")),
        *OTHER_SOURCES,
    )


def opened_answers(
    file: Path, handbook: Handbook, room: Room, source: str = "", said: Mapping[str, str] | None = None
) -> OpenedAnswers:
    """A file with what its columns are. `said` is what somebody says of some of them. Raises AnswersNotRead, NoSuchForm, NoSuchColumn."""
    raw, table = _table(file)
    made = headed(table)
    with private_records():
        source = source or source_of(room, made.heading) or _by_name(file, handbook)
        known = known_columns(room, source)
    if source and source not in sources(handbook):
        near = nearest(source, sources(handbook))
        raise NoSuchForm(
            form=source, near=NoSuchForm.NEAR.filled(near=near) if near else "", forms=", ".join(sources(handbook))
        )
    columns = recognised(made, handbook, known, source)
    return with_columns(OpenedAnswers(file, raw, source, made, columns), said or {}, handbook)


def with_columns(opened: OpenedAnswers, said: Mapping[str, str], handbook: Handbook) -> OpenedAnswers:
    """The same with what somebody says of columns, by their titles. Raises NoSuchTitle, NoSuchColumn, NoScaleSeen."""
    columns = list(opened.columns)
    for title, text in said.items():
        at = next((at for at, one in enumerate(columns) if one.title == title), None)
        if at is None:
            raise NoSuchTitle(title=title, titles=", ".join(f"«{one.title}»" for one in columns))
        columns[at] = _understood(title, text, opened.table.values(at), handbook)
    return replace(opened, columns=tuple(columns))


def take_file(opened: OpenedAnswers, handbook: Handbook, room: Room, today: dt.date) -> TakenAnswers:
    """Mask the answers, place them, keep what is new; what was said of the columns is remembered. Raises NotKept, NotWritten."""
    with private_records():
        mask = masking(handbook, staff_titles(handbook, room), handbook.outline.language)
        read = read_answers(
            opened.table, opened.columns, opened.source, mask, handbook, handbook.outline.id, today=today
        )
        answers = tuple(placed(read.answers, place_rules(room)))
        new = keep_answers(
            room, _name_without_people(opened.file.name, mask), opened.raw, opened.source, answers, today
        )
        keep_columns(room, opened.source, [replace(one, sure=True) for one in opened.columns])
    return TakenAnswers(opened.file, opened.source, new, read)


def count_file(opened: OpenedAnswers, handbook: Handbook, room: Room, today: dt.date) -> tuple[Counted, ...]:
    """The counts of a file of which nothing else is kept, since it is large. Raises AnswersNotRead, NotKept."""
    try:
        made = counts_at_scale(opened.file, opened.columns, opened.source, handbook, today)
    except NoScale as error:
        raise AnswersNotRead(file=opened.file, why=error.says) from error
    with private_records():
        keep_counts(room, repr((opened.source, made)).encode(), made, today)
        keep_columns(room, opened.source, [replace(one, sure=True) for one in opened.columns])
    return made


def take_spoken(
    source: str, words: Sequence[str], handbook: Handbook, room: Room, day: dt.date, today: dt.date
) -> TakenAnswers:
    """One answer typed by hand: `nps=9 csi@desk=4` and what was said. Raises InFuture, NoSuchForm, NoSuchColumn, NoScaleSeen."""
    if day > today:
        raise InFuture(day=day)
    if source not in sources(handbook):
        raise NoSuchForm(form=source, near="", forms=", ".join(sources(handbook)))
    columns: list[AnswerColumn] = []
    cells: list[str] = []
    for word in words:
        name, equals, value = word.partition("=")
        if word.strip().isdecimal():  # a score of what?
            raise NoSuchColumn(column=word, text=word)
        columns.append(_understood(name, name, [value], handbook) if equals else AnswerColumn("words", "words"))
        cells.append(value if equals else word)
    made = HeadedTable(tuple(one.title for one in columns), (TableRow(1, (*cells, f"№{_typed_before(room, day)}")),))
    opened = OpenedAnswers(Path("typed"), repr((source, day, words, made.rows)).encode(), source, made, tuple(columns))
    with private_records():
        mask = masking(handbook, staff_titles(handbook, room), handbook.outline.language)
        read = read_answers(made, columns, source, mask, handbook, handbook.outline.id, day.isoformat())
        new = keep_answers(room, "typed", opened.raw, source, tuple(placed(read.answers, place_rules(room))), today)
    return TakenAnswers(opened.file, source, new, read)


def take_counts(file: Path, handbook: Handbook, room: Room, today: dt.date) -> tuple[Counted, ...]:
    """Counts that a warehouse made. Raises AnswersNotRead, NotKept."""
    raw, table = _table(file)
    try:
        made = from_table(file.name, table, handbook)
    except NoCounts as error:
        raise AnswersNotRead(file=file, why=error.says) from error
    with private_records():
        keep_counts(room, raw, made, today)
    return made


def to_place(room: Room) -> tuple[Answer, ...]:
    """What was said and lies nowhere yet. Raises NotKept."""
    with private_records():
        return unplaced(all_answers(room))


def count_to_place(room: Room) -> int:
    """How much of what was said lies nowhere yet: all of it need not be in memory for that. Raises NotKept."""
    with private_records():
        return sum(map(is_unplaced, all_answers(room)))


def put_at(room: Room, handbook: Handbook, answers: Sequence[Answer], touchpoint: str, word: str = "") -> int:
    """Put answers at a touchpoint; with `word` all that have it, from now on too. How many. Raises NotPlaced, NotKept."""
    if touchpoint not in handbook.touchpoint:
        near = nearest(touchpoint, handbook.touchpoint)
        raise NotPlaced(place=touchpoint, near=NoSuchForm.NEAR.filled(near=near) if near else "")
    with private_records():
        places = {one.id: touchpoint for one in answers}
        if word:
            rules = dict.fromkeys(stems(word), touchpoint)
            keep_place_rules(room, rules)
            places |= {one.id: one.place for one in placed(unplaced(all_answers(room)), rules) if one.place}
        keep_places(room, places)
        return len(places)


def close_month(
    handbook: Handbook,
    room: Room,
    root: Path,
    month: str,
    today: dt.date,
    sent: Mapping[str, int],
    visits: int | None,
    *,
    again: bool = False,
) -> tuple[Path, int, int]:
    """Count a month and write its file: which one, how many answers, how many cuts were left out. Raises NothingHeard, FewerThanBefore."""
    with private_records():
        rows = (*counts_of(all_answers(room), handbook, today), *counts_kept(room))
        cases = [one for one in cases_kept(room) if one.times(month)]
        register = tuple(month_rows(cases, month, handbook, _large_groups(handbook, room, month))) if cases else None
    counts = of_month(rows, month)
    if not counts.rows and not counts.waiting and not cases and not sent and visits is None:
        raise NothingHeard(month=month, months=", ".join(sorted({row.month for row in rows})) or "—")
    before = next((one for one in months(handbook) if one.id == month), None)
    now = sum(
        sum(scores.values()) for key, scores in counts.rows.items() if not key[3] and not key[0].startswith("case:")
    )
    was = (
        sum(one.n for one in before.answers if not one.by and one.known_from in {key[2] for key in counts.rows})
        if before
        else 0
    )
    listed = sum(one.n for one in before.cases if not one.known_from) if before else 0
    happened = sum(one.times(month) for one in cases)  # also those that an appeal took out of the count
    if not again and (now < was or 0 < happened < listed):
        raise FewerThanBefore(month=month, was=was + listed, now=now + happened)
    file = root / "guideline" / "voice" / f"{month}.yml"
    write(file, month_text(counts, register, before, handbook, sent, visits, today))
    return file, now, counts.left_out


def staff_titles(handbook: Handbook, room: Room) -> Mapping[str, str]:
    """The titles of their roles by the names of all who work here."""
    titles = {one.id: one.title for one in handbook.roles}
    staff = {one.name: titles.get(one.role, "") for one in handbook.outline.people}
    for one in employees(room):
        staff[one.name] = titles.get(next((role for spell in one.spells for role in spell.roles), ""), "")
    usual = {"ru": "сотрудник", "en": "staff"}[handbook.outline.language]
    return {name: role or usual for name, role in staff.items()}


# Private functions


def _understood(title: str, text: str, values: Sequence[str], handbook: Handbook) -> AnswerColumn:
    column = typed_column(title, text, values, handbook)
    if column is None:
        raise NoSuchColumn(column=title, text=text)
    if column.role == "score" and column.scale is None:
        raise NoScaleSeen(column=title, index=column.index)
    return column


def _table(file: Path) -> tuple[bytes, Table]:
    try:
        if is_large(file):
            return b"", first_rows(file)
        raw = file.read_bytes()
        return raw, max(tables_in(file.name, raw, as_text=True), key=lambda one: len(one.rows))
    except (Rejected, NoScale) as error:
        raise AnswersNotRead(file=file, why=error.says) from error
    except OSError as error:
        raise AnswersNotRead(file=file, why=error.strerror or str(error)) from error


def _by_name(file: Path, handbook: Handbook) -> str:
    """The form after which the file is called: «Как у нас дела (Ответы).xlsx»."""
    called = _bare(file.stem)
    titles = [
        (_bare(quoted), one.id) for one in handbook.of(Resource) for quoted in (one.title, *_QUOTED.findall(one.title))
    ]
    found = {id for title, id in titles if len(title) > 5 and title in called}
    return found.pop() if len(found) == 1 else ""


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold().replace("ё", "е") if sign.isalnum())


def _large_groups(handbook: Handbook, room: Room, month: str) -> frozenset[str]:
    """The roles in which so many work in a month that a count of theirs tells of nobody."""
    first = dt.date.fromisoformat(f"{month}-01")
    at_work = Counter(role for one in employees(room) for role in one.roles(first))
    return frozenset(role for role, count in at_work.items() if role in handbook.role and count >= FEWEST)


def _name_without_people(name: str, mask: Mask) -> str:
    return mask(name)[0]


def _typed_before(room: Room, day: dt.date) -> int:
    """So that two equal answers of one day are two."""
    with private_records():
        return sum(one.day == day.isoformat() for one in all_answers(room))
