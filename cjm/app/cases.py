"""A handbook's folder and what happened in, a case without names in the private room out; what is due, and the month's counts."""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from cjm.answers.placing import suggested
from cjm.answers.reading import masking
from cjm.app.exam import training_template
from cjm.app.private import private_records
from cjm.app.refusal import Misuse, Refusal, write
from cjm.app.voice import InFuture, NoSuchForm, close_month, staff_titles
from cjm.approval.reading import read_digest
from cjm.cases.back import edits_in
from cjm.cases.case import (
    ANYWHERE,
    MISTAKES,
    Appeal,
    AppealDecision,
    Case,
    CaseSort,
    appeal_answered,
    appealed,
    cases_kept,
    happened_again,
    keep_case,
    term,
)
from cjm.cases.check_list import PAGE_FILES, check_lines, check_page, marks_in
from cjm.cases.monthly import topics
from cjm.cases.told import due_cases
from cjm.language.dates import in_figures
from cjm.language.letters import a_slip_apart, nearest
from cjm.language.says import Language, Says
from cjm.masking import Hidden
from cjm.model import Handbook, Section, touchpoint_id
from cjm.model.shared.improvement import Improvement
from cjm.private.kinds import CASES
from cjm.private.people import employee_named, employees
from cjm.private.room import Room, has_room, room_of
from cjm.tables import Rejected, tables_in

_REVIEWED = Says("проверка по листу: сделано {count} из {asked}", "checked by the list: {count} of {asked} done")


class NoPlaceOfCase(Misuse):
    """A mistake and a complaint are about a touchpoint."""

    SAYS = Says(
        "назовите точку касания: --at ИМЯ{near}. Без точки бывают похвала, идея и наблюдение",
        "name the touchpoint: --at ID{near}. Praise, ideas and observations may do without",
    )
    NEAR = Says(". Похоже на: {near}", ". It may be: {near}")


class NoSuchPlace(Misuse):
    """The touchpoint or section of a case is none of the handbook."""

    SAYS = Says(
        "«{place}» в гайдлайне нет{near}. Имена точек стоят в touchpoints, в поле id",
        'the handbook has no "{place}"{near}. The ids of touchpoints stand in touchpoints, as id',
    )


class GroupIsPerson(Misuse):
    """A group is no person."""

    SAYS = Says(
        "в группе «{text}» есть имя. Группа — это смена или отдел; человека или роль назовите в --whose",
        'the group "{text}" names somebody. A group is a shift or a department; a person or a role goes to --whose',
    )


class NoSuchCase(Misuse):
    """No case has this id."""

    SAYS = Says("случая «{id}» нет{near}", 'there is no case "{id}"{near}')


class NoAppeal(Refusal):
    """This case cannot be appealed against, or not any more."""

    SAYS = Says("{id}: {why}", "{id}: {why}")
    NOT_MISTAKE = Says(
        "это не ошибка сотрудника, обжаловать нечего",
        "this is no mistake of anybody, there is nothing to appeal against",
    )
    TOO_LATE = Says("обжаловать можно было до {day}", "it could be appealed against until {day}")
    FILED = Says(
        "апелляция уже подана {day}; решение — ключом --decided",
        "the appeal was filed on {day}; its decision is --decided",
    )
    NOT_FILED = Says("апелляции нет, решать нечего", "there is no appeal to decide")
    DECIDED = Says("апелляция уже решена", "the appeal was decided already")  # fmt: skip


class BookNotTaken(Refusal):
    """A workbook cannot be read, or a cell of it makes no sense; nothing was changed."""

    SAYS = Says("{file}: ничего не изменено: {why}", "{file}: nothing was changed: {why}")
    STATE = Says("{id}: состояния «{text}» не бывает", '{id}: there is no state "{text}"')


class NoSuchMark(Misuse):
    """What was marked on a check list is of none of its lines."""

    SAYS = Says(
        "«{word}» — не отметка этого листа. Отметки: 1+ (да), 2- (нет), 3{zero} (не было случая), строк {count}; слова — после отметки",
        '"{word}" is no mark of this list. Marks: 1+ (yes), 2- (no), 3{zero} (did not come up), {count} lines; words follow their mark',
    )


class NotChecked(Misuse):
    """The section has nothing that can be checked."""

    SAYS = Says(
        "в разделе «{section}» нет шагов, проверять нечего",
        'the section "{section}" has no steps, there is nothing to check',
    )


@dataclass(frozen=True, slots=True)
class TakenCase:
    """A case that was kept, and what was masked in its words though it may be no name."""

    case: Case
    unsure: tuple[Hidden, ...]


def add_case(
    handbook: Handbook, room: Room, words: str, sort: CaseSort, day: dt.date, today: dt.date,
    at: str = "", section: str = "", topic: str = "", group: str = "", whose: str = "", *, over: bool = False,
) -> TakenCase:  # fmt: skip
    """Keep what happened, without names; what is `over` is not looked at again. Raises NoPlaceOfCase, NoSuchPlace, GroupIsPerson, InFuture, NotKept, NotWritten."""
    if day > today:
        raise InFuture(day=day)
    place = touchpoint_id(at) if at else ""
    if not place and sort not in ANYWHERE:
        near = ", ".join(suggested(words, handbook))
        raise NoPlaceOfCase(near=NoPlaceOfCase.NEAR.filled(near=near) if near else "")
    _known(place, handbook.touchpoint)
    _known(section, handbook.section)
    over = over or sort == "praise"
    standard = (
        section or next((one for one in handbook.touchpoint[place].standard if one in handbook.section), "")
        if place or section
        else ""
    )
    with private_records():
        mask = masking(handbook, staff_titles(handbook, room), handbook.outline.language)
        said, hidden = mask(_printable(words))
        topic = topic if topic in topics(handbook) else mask(_printable(topic))[0]
        if mask(group := _printable(group))[1]:
            raise GroupIsPerson(text=group)
        role, person = (
            (whose, "") if whose in handbook.role else ("", employee_named(whose, employees(room)).id if whose else "")
        )
        appeal = Appeal(day + term("appeal-time", handbook)) if sort in MISTAKES else None
        made = Case(
            room.new_id(CASES.folder, "c"), day, sort, said, place, standard,
            read_digest(handbook.section[standard], handbook) if standard else "", topic, group, role, person,
            recheck=None if over else day + term("recheck-time", handbook),
            state="closed" if over else "open", appeal=appeal,
        )  # fmt: skip
        keep_case(room, made)
    return TakenCase(made, tuple(one for one in hidden if not one.sure))


def section_to_check(handbook: Handbook, id: str) -> Section:
    """The section of this id. Raises NoSuchPlace, NotChecked."""
    _known(id, handbook.section)
    if not handbook.section[id].steps:
        raise NotChecked(section=handbook.section[id].title)
    return handbook.section[id]


def write_check_list(room: Room, section: Section, handbook: Handbook, file: Path, language: Language) -> None:
    """The list as a page for the phone or for paper; nothing in it is private. Raises NotWritten."""
    write(
        file, check_page(section, handbook, {name: training_template(room.root, name) for name in PAGE_FILES}, language)
    )


def take_review(
    handbook: Handbook, room: Room, section: Section, words: Sequence[str], day: dt.date, today: dt.date,
    sort: CaseSort, at: str = "", group: str = "", whose: str = "",
) -> tuple[TakenCase, ...]:  # fmt: skip
    """A call or a visit that was checked: each step that was missed as a mistake, and the check itself. Raises NoSuchMark and what `add_case` does."""
    lines = check_lines(section, handbook)
    marks, wrong = marks_in(words, lines)
    if wrong or not marks:
        raise NoSuchMark(word=wrong or " ".join(words), count=len(lines), zero="0")
    places = [one for one in handbook.touchpoint.values() if section.id in one.standard]
    place = at or next((one.id for one in sorted(places, key=lambda one: not one.moment_of_truth)), "")
    missed = [one for one in marks if one.done is False]
    wanted: list[tuple[str, CaseSort, str]] = [
        (": ".join(filter(None, (one.line.what.rstrip("."), one.note))), sort, one.line.what) for one in missed
    ]
    asked = sum(one.done is not None for one in marks)
    done = _REVIEWED.to(handbook.outline.language, count=asked - len(missed), asked=asked)
    wanted.append((done, "observation" if missed else "praise", ""))
    return tuple(
        add_case(handbook, room, said, kind, day, today, place, section.id, what.rstrip("."), group, whose)
        for said, kind, what in wanted
    )


def known_cases(room: Room) -> tuple[Case, ...]:
    """All cases. Raises NotKept."""
    with private_records():
        return cases_kept(room)


def case_called(room: Room, id: str) -> Case:
    """The case of this id, or of the one that begins so. Raises NoSuchCase, NotKept."""
    cases = known_cases(room)
    wanted = id if id.startswith("c-") else f"c-{id}"
    found = [one for one in cases if one.id == wanted] or [one for one in cases if one.id.startswith(wanted)]
    if len(found) != 1:
        near = ", ".join(one.id for one in found[:5]) or nearest(wanted, [one.id for one in cases])
        raise NoSuchCase(id=id, near=NoSuchForm.NEAR.filled(near=near) if near else "")
    return found[0]


def look_again(room: Room, handbook: Handbook, id: str, state: str, today: dt.date) -> Case:
    """A case that was looked at: `closed`, `rechecked` without a repeat, or `repeated`. Raises NoSuchCase, NotKept, NotWritten."""
    case = case_called(room, id)
    made = happened_again(case, today, handbook) if state == "repeated" else replace(case, state=state)  # type: ignore[arg-type]
    return _kept(room, made)


def file_appeal(room: Room, handbook: Handbook, id: str, decision: AppealDecision | None, today: dt.date) -> Case:
    """An appeal filed, or decided. Raises NoAppeal, NoSuchCase, NotKept, NotWritten."""
    case = case_called(room, id)
    language = handbook.outline.language
    appeal = case.appeal
    if appeal is None:
        raise NoAppeal(id=case.id, why=NoAppeal.NOT_MISTAKE)
    if appeal.decided:
        raise NoAppeal(id=case.id, why=NoAppeal.DECIDED)
    if decision:
        if not appeal.filed:
            raise NoAppeal(id=case.id, why=NoAppeal.NOT_FILED)
        return _kept(room, appeal_answered(case, decision))
    if appeal.filed:
        raise NoAppeal(id=case.id, why=NoAppeal.FILED.filled(day=in_figures(appeal.filed, language)))
    if today > appeal.until:
        raise NoAppeal(id=case.id, why=NoAppeal.TOO_LATE.filled(day=in_figures(appeal.until, language)))
    return _kept(room, appealed(case, today, handbook))


def write_cases_month(handbook: Handbook, room: Room, root: Path, month: str, today: dt.date, *, again: bool) -> Path:
    """Write the counts of a month, those of answers with it. Raises NothingHeard, FewerThanBefore, NotKept, NotWritten."""
    return close_month(handbook, room, root, month, today, {}, None, again=again)[0]


def cases_due(handbook: Handbook, root: Path, today: dt.date) -> tuple[int, int]:
    """How many cases are to be re-checked, and how many appeals wait; none where nobody keeps any. Raises NotKept."""
    with private_records():
        if not has_room(handbook.outline):
            return 0, 0
        cases = cases_kept(room_of(handbook.outline, root))
    return len(due_cases(cases, today)), sum(one.waits for one in cases)


def who_asked(handbook: Handbook, root: Path, improvement: Improvement) -> tuple[Case, ...]:
    """The cases that an improvement answers: what clients said of its topic, else at its touchpoints, before it. Raises NotKept."""
    with private_records():
        cases = cases_kept(room_of(handbook.outline, root)) if has_room(handbook.outline) else ()
    topic, places = (
        improvement.measure.count if improvement.measure else "",
        set(map(touchpoint_id, improvement.touchpoint)),
    )
    said = [
        one
        for one in cases
        if one.sort in ("complaint", "idea") and not (improvement.since and one.day > improvement.since)
    ]
    return tuple(one for one in said if one.topic == topic) or tuple(one for one in said if one.touchpoint in places)


def take_back(handbook: Handbook, room: Room, file: Path, today: dt.date) -> tuple[Case, ...]:
    """What a team changed in the workbook, all of it or nothing. Raises BookNotTaken, GroupIsPerson, NotKept, NotWritten."""
    try:
        tables = tables_in(file.name, file.read_bytes(), as_text=True)
    except Rejected as error:
        raise BookNotTaken(file=file, why=error.says) from error
    except OSError as error:
        raise BookNotTaken(file=file, why=error.strerror or str(error)) from error
    made = []
    with private_records():
        mask = masking(handbook, staff_titles(handbook, room), handbook.outline.language)
        for edit in edits_in(tables, cases_kept(room), handbook):
            if edit.amiss:
                raise BookNotTaken(file=file, why=BookNotTaken.STATE.filled(id=edit.case.id, text=edit.state))
            if mask(group := _printable(edit.group))[1]:
                raise GroupIsPerson(text=group)
            topic = edit.topic if edit.topic in topics(handbook) else mask(_printable(edit.topic))[0]
            case = replace(edit.case, topic=topic, group=group)
            if edit.state != case.state:
                case = (
                    happened_again(case, today, handbook)
                    if edit.state == "repeated"
                    else replace(case, state=edit.state)  # type: ignore[arg-type]
                )
            made.append(case)
        for case in made:
            keep_case(room, case)
    return tuple(made)


def put_beside(room: Room, file: Path, content: str | bytes) -> None:
    """Write what was made of the cases where the team works with it. Raises NotKept where git or the site would take it, NotWritten."""
    with private_records():
        room.write_beside(file, content)


# Private functions


def _known(name: str, known: Collection[str]) -> None:
    if name and name not in known:
        like = (one for one in known if any(a_slip_apart(name, part) for part in re.split("[-/]", one)))
        near = nearest(name, known) or ", ".join(islice(like, 4))
        raise NoSuchPlace(place=name, near=NoSuchForm.NEAR.filled(near=near) if near else "")


def _kept(room: Room, case: Case) -> Case:
    with private_records():
        keep_case(room, case)
    return case


def _printable(text: str) -> str:
    """On one line, without signs that drive a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
