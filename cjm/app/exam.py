"""A handbook and its private records in, pages of exams, marked results and the table of who knows what out."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm.app.private import private_records
from cjm.app.refusal import Misuse, Refusal, write
from cjm.language.letters import a_slip_apart
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.shared.exam import Exam
from cjm.private.kinds import EDITIONS, READINGS, RESULTS, TALKS
from cjm.private.people import Employee, Employment, employee_named, employees, keep_employee, new_employee
from cjm.private.room import NotPrivate, Room
from cjm.resources import shipped
from cjm.training.edition import ExamEdition, as_edition, exam_edition, sections_of
from cjm.training.knowledge import Team, Weak, team
from cjm.training.marking import Marked, NotMarked, ReadingMarks, marked_result, marked_words, reading_marks
from cjm.training.page import FILES, exam_page
from cjm.training.papers import printed_paper
from cjm.training.seal import new_code, sealed
from cjm.training.sheets import due_calendar, team_csv, team_page, team_workbook

_TEMPLATES = "templates/training"


class NoExam(Misuse):
    """The handbook has no such exam, or several."""

    SAYS = Says(
        "экзамена «{name}» нет. Есть: {known}. Экзамены стоят в guideline/training.yml",
        'there is no exam "{name}". There are: {known}. Exams stand in guideline/training.yml',
    )


class NoQuestions(Refusal):
    """An exam cannot be held without questions."""

    SAYS = Says(
        "о разделах экзамена «{title}» нет ни одного вопроса с use: exam",
        'the sections of the exam "{title}" have no question with use: exam',
    )


class OnTheSite(Refusal):
    """The page would be published with the site."""

    SAYS = Says(
        "{file}: так страница экзамена попадёт на сайт. Назовите место вне папки гайдлайна",
        "{file}: there the page would be published. Name a place outside the handbook",
    )


class NoRoleOfExam(Misuse):
    """The exam is not for this role."""

    SAYS = Says(
        "роль «{role}» этот экзамен не сдаёт. Сдают: {roles}",
        'the role "{role}" does not take this exam. It is for: {roles}',
    )


class NoTopic(Misuse):
    """There is no such weak topic."""

    SAYS = Says("темы «{name}» нет. Есть: {known}", 'there is no topic "{name}". There are: {known}')


class NoTableForm(Misuse):
    """The ending of the name tells the form."""

    SAYS = Says(
        "{file}: имя таблицы кончается на .html, .xlsx или .csv, календаря — на .ics",
        "{file}: a table ends in .html, .xlsx or .csv, a calendar in .ics",
    )


@dataclass(frozen=True, slots=True)
class ExamPaper:
    """The page on disk, and the code that opens it."""

    file: Path
    edition: ExamEdition
    code: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of one file: a result of somebody, or why it was refused."""

    file: Path
    result: Marked | None = None
    refused: Says | None = None
    new_person: bool = False
    known: bool = False  # the same result was collected before
    read: int | None = None  # of a file of reading marks, how many of them are new
    left: int = 0  # and how many lines are no marks: altered, of a section that is not there, of a day to come
    name: str = ""


def exam_named(name: str, handbook: Handbook) -> Exam:
    """The exam of this id; without a name the only one. Raises NoExam."""
    exams = handbook.of(Exam)
    found = [one for one in exams if one.id == name] if name else list(exams)
    if len(found) != 1:
        raise NoExam(name=name, known=", ".join(one.id for one in exams) or "—")
    return found[0]


def make_paper(exam: Exam, handbook: Handbook, room: Room, today: dt.date, output: Path | None) -> ExamPaper:
    """Write the sealed page of today's edition; its key stays with the private records. Raises a Refusal."""
    _not_public(room, output)
    made, code = _kept_edition(exam, handbook, room, today)
    file = (output or room.folder / "papers" / f"{made.id}.html").absolute()
    write(file, exam_page(sealed(made, code), {name: training_template(room.root, name) for name in FILES}))
    return ExamPaper(file, made, code)


def collect(files: Iterable[Path], handbook: Handbook, room: Room, today: dt.date) -> Iterator[Collected]:
    """Mark each result again and keep it. What is altered, foreign or there already is told by name. Raises NotKept."""
    with private_records():
        editions = _editions(room)
        keys = {id: (as_edition(entry), str(entry["code"])) for id, entry in editions.items()}
        for file in _listed(files):
            try:
                text = file.read_text(encoding="utf-8-sig")
                if readings := reading_marks(text):
                    for one in readings:
                        yield _read(file, one, employees(room), handbook, room, today)
                    continue
                result = marked_result(text, keys, today)
            except (UnicodeDecodeError, OSError):
                yield Collected(file, refused=_UNREADABLE)
                continue
            except NotMarked as refused:
                yield Collected(file, refused=refused.says)
                continue
            yield _kept(file, result, room)


def print_papers(
    exam: Exam,
    handbook: Handbook,
    room: Room,
    names: Sequence[str],
    role: str,
    run: int,
    before: str,
    today: dt.date,
    output: Path | None,
) -> tuple[Path, Path]:
    """Papers for these people as one PDF, their keys as another; the edition stays with the private records. Raises a Refusal."""
    from cjm.book.book import Book, common, stamped
    from cjm.book.manifest import Manifest
    from cjm.book.text import Writer
    from cjm.publish.pdf import pdf

    _not_public(room, output)
    made, _ = _kept_edition(exam, handbook, room, today)
    wanted = role or (exam.roles[0] if exam.roles else "")
    if not sections_of(made.head, wanted):
        raise NoRoleOfExam(role=wanted, roles=", ".join(exam.roles))
    file = (output or room.folder / "papers" / f"{made.id}.pdf").absolute()
    keys_file = file.with_name(f"{file.stem}-keys.pdf")
    data = common(handbook, Writer(handbook, frozenset()), False) | {
        "title": made.head["title"], "papers": [printed_paper(made, wanted, name, run, before) for name in names],
    }  # fmt: skip
    about = Manifest(handbook.outline.id, today, draft=False)
    for target, keys in ((file, False), (keys_file, True)):
        sheets = Book("exam.typ", str(data["title"]), today, data | {"keys": keys}, about)
        write(target, pdf(stamped(sheets, about), room.root))
    return file, keys_file


def take_typed(
    room: Room, name: str, words: Sequence[str], role: str, run: int, before: str, examiner: str, today: dt.date
) -> Collected:
    """A result on paper, of the last edition; letters of its answers, or the short code of a sheet. Raises NotKept."""
    with private_records():
        last = max(_editions(room).values(), key=lambda one: str(one["day"]), default=None)
        if last is None:
            return Collected(Path(name), refused=_NO_EDITION)
        edition = as_edition(last)
        try:
            result = marked_words(
                edition,
                str(last["code"]),
                role or str(edition.head["roles"][0]["id"]),
                name,
                run,
                before,
                words,
                today,
                examiner,
            )
        except NotMarked as refused:
            return Collected(Path(name), refused=refused.says)
        return _kept(Path(name), result, room)


def team_of(handbook: Handbook, room: Room, today: dt.date) -> Team:
    """Who knows what on a day. Raises NotKept."""
    with private_records():
        return team(
            handbook, employees(room), _editions(room), room.records(RESULTS.folder), room.records(READINGS.folder),
            room.records(TALKS.folder), today,
        )  # fmt: skip


def meant(of: Team, names: Sequence[str]) -> tuple[str, ...]:
    """The ids of these people; without a name, of all who read something again. Raises NotKept."""
    with private_records():
        return tuple(employee_named(name, of.people).id for name in names) or tuple(
            one.id for one in of.people if of.again(one.id)
        )


def write_table(of: Team, handbook: Handbook, room: Room, file: Path, language: Language) -> Path:
    """Write the table as its name ends: a page, an Excel file or CSV. Raises NoTableForm, NotKept, NotWritten."""
    forms: Mapping[str, Callable[[], str | bytes]] = {
        ".html": lambda: team_page(of, handbook, training_template(room.root, "team.html"), language),
        ".xlsx": lambda: team_workbook(of, handbook, language), ".csv": lambda: team_csv(of, handbook, language),
        ".ics": lambda: due_calendar(of, handbook, language),
    }  # fmt: skip
    if file.suffix.lower() not in forms:
        raise NoTableForm(file=file)
    with private_records():
        room.write_beside(file.absolute(), forms[file.suffix.lower()]())
    return file


def discussed(of: Team, room: Room, name: str, today: dt.date) -> Weak:
    """Write down that a weak topic was talked over. Raises NoTopic, NotKept."""
    found = next((one for one in of.weak if one.id == name), None)
    if found is None:
        raise NoTopic(name=name, known=", ".join(one.id for one in of.weak) or "—")
    with private_records():
        room.write(TALKS.folder, {"id": name, "day": today.isoformat()})
    return found


def training_template(root: Path, name: str) -> str:
    """A template, the handbook's own before the shipped one."""
    folder = next(one / _TEMPLATES for one in (root, shipped()) if (one / _TEMPLATES / name).is_file())
    return (folder / name).read_text(encoding="utf-8")


# Private functions


def _kept(file: Path, result: Marked, room: Room) -> Collected:
    """Keep a marked result under the person whose it is, once."""
    person, is_new = _person(result, employees(room), room)
    if isinstance(person, Says):
        return Collected(file, refused=person)
    for one in room.records(RESULTS.folder):
        if (one.get("person"), one["edition"], one["role"], one["run"]) == (
            person.id,
            result.edition,
            result.role,
            result.run,
        ):
            if one["id"] == result.id:
                return Collected(file, result, known=True)
            return Collected(file, refused=_TWICE.filled(who=result.name, run=result.run))
    if is_new:
        keep_employee(room, person)
    room.write(RESULTS.folder, result.entry(person.id))
    return Collected(file, result, new_person=is_new)


def _not_public(room: Room, output: Path | None) -> None:
    """Raises OnTheSite, before anything is kept."""
    if output is not None and room.is_public(output):
        raise OnTheSite(file=output.absolute())


def _kept_edition(exam: Exam, handbook: Handbook, room: Room, today: dt.date) -> tuple[ExamEdition, str]:
    """Today's edition with its code, kept with the private records. Raises NoQuestions, NotKept."""
    made = exam_edition(exam, handbook, today)
    if not made.questions:
        raise NoQuestions(title=exam.title)
    with private_records():
        for entry in room.records(EDITIONS.folder):
            if str(entry["id"]).startswith(f"{made.id}-"):
                return as_edition(entry), str(entry["code"])
        made, code = made.called(room.new_id(EDITIONS.folder, made.id)), new_code()
        room.write(EDITIONS.folder, made.entry(code))
    return made, code


_NO_EDITION = Says(
    "экзамен ещё не печатали: начните с cjm exam paper или cjm exam print",
    "no exam was made yet: begin with cjm exam paper or cjm exam print",
)
_UNREADABLE = Says("файл не читается", "the file cannot be read")
_TWICE = Says(
    "{who}: {run}-й раз по этой редакции уже принят с другими ответами",
    "{who}: run {run} of this edition was taken already, with other answers",
)
_NEAR = Says(
    '«{name}» среди сотрудников нет, но есть {near}. Если это разные люди, сначала: cjm private person "{name}" --role {role}',
    'there is no employee "{name}", but there is {near}. If they are two people, first: cjm private person "{name}" --role {role}',
)
_SEVERAL = Says(
    "«{name}» — несколько человек: по имени не отличить. Если человек один: cjm private same {other} --as {id}",
    '"{name}" is more than one person: the name does not tell which. If it is one: cjm private same {other} --as {id}',
)
_LEFT = Says(
    "{name} в день экзамена ({day}) у нас не работает", "{name} does not work here on the day of the exam ({day})"
)
_NOT_THEIR_ROLE = Says(
    "{name} в день экзамена ({day}) в другой роли: {roles}",
    "{name} has another role on the day of the exam ({day}): {roles}",
)


def _editions(room: Room) -> dict[str, Mapping[str, object]]:
    return {str(entry["id"]): entry for entry in room.records(EDITIONS.folder)}


def _read(
    file: Path, marks: ReadingMarks, people: Sequence[Employee], handbook: Handbook, room: Room, today: dt.date
) -> Collected:
    """Keep what somebody of the team says to have read."""
    try:
        who = employee_named(marks.name, people)
    except NotPrivate as nobody:
        return Collected(file, refused=nobody.says)
    new, left = 0, marks.unread
    for section, read, day in marks.sections:
        id = f"{who.id}-{section}-{read}"
        if section not in handbook.section or day > today:
            left += 1
        elif room.record(READINGS.folder, id) is None:
            room.write(
                READINGS.folder, {"id": id, "day": day.isoformat(), "person": who.id, "section": section, "read": read}
            )
            new += 1
    return Collected(file, read=new, left=left, name=who.name)


def _listed(files: Iterable[Path]) -> Iterator[Path]:
    for one in files:
        yield from sorted((*one.glob("*.json"), *one.glob("*.txt"))) if one.is_dir() else (one,)


def _person(result: Marked, people: Sequence[Employee], room: Room) -> tuple[Employee | Says, bool]:
    """Whose result it is: by name, since whoever held the exam saw them. Somebody new begins with it."""
    found = [one for one in people if one.name.casefold() == result.name.casefold()]
    if len(found) > 1:
        return _SEVERAL.filled(name=result.name, id=found[0].id, other=found[1].id), False
    if not found:
        near = next((one.name for one in people if a_slip_apart(result.name.casefold(), one.name.casefold())), "")
        if near:
            return _NEAR.filled(name=result.name, near=near, role=result.role), False
        return new_employee(room, result.name, Employment((result.role,), result.day)), True
    if not found[0].on(result.day):
        return _LEFT.filled(name=result.name, day=result.day), False
    if result.role not in found[0].roles(result.day):
        return _NOT_THEIR_ROLE.filled(
            name=result.name, day=result.day, roles=", ".join(found[0].roles(result.day))
        ), False
    return found[0], False
