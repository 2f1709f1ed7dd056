"""Who wants to approve which sections after reading which PDF in, what stands against it out: nothing, or sentences."""

import datetime as dt
from collections.abc import Iterator, Sequence

from cjm.approval.record import Read
from cjm.approval.state import Standings
from cjm.approval.words import person
from cjm.language.dates import in_figures
from cjm.language.says import Language, Says
from cjm.model import Handbook, Person, Section
from cjm.model.digest import fingerprint, section_digest

_NOBODY = Says(
    "человека «{by}» нет в people файла guideline/handbook.yml; утверждать могут: {may}",
    'there is no "{by}" among the people of guideline/handbook.yml; these may approve: {may}',
)
_MAY_NOT = Says(
    "{name} не может утверждать: у неё или у него в people нет approves: true; утверждать могут: {may}",
    "{name} may not approve: no approves: true among the people; these may: {may}",
)
_NOBODY_MAY = Says(
    "пока некому — добавьте approves: true человеку из people в guideline/handbook.yml",
    "nobody yet; add approves: true to one of the people in guideline/handbook.yml",
)
_NO_SECTION = Says(
    "раздела «{id}» нет; список разделов: cjm review", 'there is no section "{id}"; the sections: cjm review'
)
_RETIRED = Says(
    "раздел «{title}» снят (status: retired), утверждать его незачем",
    'section "{title}" is retired; there is nothing to approve',
)
_OTHER = Says(
    "этот PDF собран из другого гайдлайна («{other}», а здесь «{own}»); соберите свой: cjm pdf",
    'this PDF was made from another handbook ("{other}", here it is "{own}"); make one: cjm pdf',
)
_NOT_IN = Says(
    "раздела «{title}» нет в этом PDF: его не читали; соберите PDF, в котором он есть: cjm pdf",
    'section "{title}" is not in this PDF, so nobody read it; make one that has it: cjm pdf',
)
_NOT_TODAYS = Says(
    "раздел «{title}» изменился после того, как собрали этот PDF ({day}); соберите новый: cjm pdf",
    'section "{title}" changed after this PDF was made ({day}); make a new one: cjm pdf',
)
_GONE = Says(
    "раздела «{id}» из этого PDF больше нет; соберите новый: cjm pdf",
    'section "{id}" of this PDF is not there any more; make a new one: cjm pdf',
)
_BENEATH = Says(
    "после {day}, когда собрали этот PDF, изменилось то, на чём держатся его разделы: факт, роль или точка касания; соберите новый: cjm pdf",
    "after {day}, when this PDF was made, a fact, a role or a touchpoint that its sections rest on changed; make a new one: cjm pdf",
)
_FOUR_EYES = Says(
    "раздел «{title}»: {name} отвечает за него, и утвердить его в одиночку нельзя; сначала пусть утвердит другой: {may}",
    'section "{title}": {name} owns it and cannot approve it alone; let somebody else approve it first: {may}',
)
_NO_SECTIONS_READ = Says(
    "в этом PDF нет целых разделов — так бывает с карточками; утверждают по книге: cjm pdf",
    "this PDF holds no whole sections, as desk cards do not; what is approved is the book: cjm pdf",
)
_AGAIN = Says(
    "{name} уже утвердил(а) именно это сегодня, {day}: повторять не нужно",
    "{name} approved just this today, {day}: no need to repeat it",
)
_BROKEN = Says(
    "запись «{id}» правили после утверждения: верните её из истории, прежде чем утверждать дальше",
    'record "{id}" was edited after the approval: restore it before approving more',
)
_UNREAD = Says(
    "{file}: файл не читается; сначала исправьте его (cjm lint)", "{file} cannot be read; mend it first (cjm lint)"
)
_NOTHING = Says("нечего утверждать: назовите разделы или --all", "nothing to approve: name sections, or --all")


def against_person(handbook: Handbook, by: str, language: Language) -> Person | str:
    """The person `by` who may approve, or why she may not."""
    found = person(handbook, by)
    may = _may(handbook, language)
    if found is None:
        return _NOBODY.to(language, by=by, may=may)
    return found if found.approves else _MAY_NOT.to(language, name=found.name, may=may)


def against_sections(handbook: Handbook, sections: Sequence[str], language: Language) -> Iterator[str]:
    """Why these ids cannot be approved."""
    if not sections:
        yield _NOTHING.to(language)
    for id in sections:
        section = handbook.section.get(id)
        if section is None:
            yield _NO_SECTION.to(language, id=id)
        elif section.status == "retired":
            yield _RETIRED.to(language, title=section.title)
    for file in sorted(handbook.unread):
        yield _UNREAD.to(language, file=file)


def wants_another(section: Section, stand: Standings, person: Person) -> bool:
    """Whether `person` owns the section and nobody else has approved it yet: four eyes are wanted."""
    return section.owner == person.id and all(by == person.id for by in stand.of[section.id].approvers)


def against_history(
    handbook: Handbook,
    stand: Standings,
    person: Person,
    sections: Sequence[Section],
    today: dt.date,
    language: Language,
) -> Iterator[str]:
    """What in the history, or by the rule of four eyes, stands against an approval by `person`."""
    for record in stand.history.edited:
        yield _BROKEN.to(language, id=record.id)
    for section in sections:
        if wants_another(section, stand, person):
            may = _may(handbook, language, but=person.id)
            yield _FOUR_EYES.to(language, title=section.title, name=person.name, may=may)
    done = [
        standing.status == "approved" and standing.last is not None
        and standing.last.record.by == person.id and standing.since == today
        for standing in (stand.of[section.id] for section in sections)
    ]  # fmt: skip
    if done and all(done):
        yield _AGAIN.to(language, name=person.name, day=in_figures(today, language))


def against_pdf(handbook: Handbook, read: Read, sections: Sequence[str], language: Language) -> Iterator[str]:
    """Why what stands in the PDF is not what is to be approved: all of it has to be what the handbook says today."""
    day = in_figures(read.edition, language)
    if read.handbook != handbook.outline.id:
        yield _OTHER.to(language, other=read.handbook, own=handbook.outline.id)
        return
    if not read.sections:
        yield _NO_SECTIONS_READ.to(language)
        return
    for id in sections:
        if id in handbook.section and id not in read.sections:
            yield _NOT_IN.to(language, title=handbook.section[id].title)
    stale = [
        id
        for id, digest in read.sections.items()
        if id in handbook.section and section_digest(handbook.section[id]) != digest
    ]
    gone = [id for id in read.sections if id not in handbook.section]
    for id in stale:
        yield _NOT_TODAYS.to(language, title=handbook.section[id].title, day=day)
    for id in gone:
        yield _GONE.to(language, id=id)
    if (
        not stale
        and not gone
        and fingerprint([handbook.section[id] for id in read.sections], handbook) != read.fingerprint
    ):
        yield _BENEATH.to(language, day=day)


# Private functions


def _may(handbook: Handbook, language: Language, but: str = "") -> str:
    people = [f"{one.name} ({one.id})" for one in handbook.outline.people if one.approves and one.id != but]
    return ", ".join(people) or _NOBODY_MAY.to(language)
