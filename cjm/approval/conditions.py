"""Who wants to approve what after reading which PDF in, what stands against it out: nothing, or sentences."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from cjm.approval.fold import may_sign, signing
from cjm.approval.items import OUTLINE, PEOPLE, PrintedItem, binds_of, home_of, is_minor, items
from cjm.approval.record import BookRead
from cjm.approval.release import as_approved
from cjm.approval.state import SectionStanding, Standings
from cjm.approval.texts import read_text
from cjm.approval.words import person, reference_title
from cjm.graph.dependencies import ground, grounds
from cjm.language.dates import in_figures
from cjm.language.says import Language, Says
from cjm.model import Handbook, Person, Written

_NOBODY = Says(
    "человека «{by}» нет в people файла guideline/handbook.yml; утверждать могут: {may}",
    'there is no "{by}" among the people of guideline/handbook.yml; these may approve: {may}',
)
_MAY_NOT = Says(
    "{name} не может утверждать: у неё или у него в people нет approves: true; утверждать могут: {may}",
    "{name} may not approve: no approves: true among the people; these may: {may}",
)
_NOT_YET = Says(
    "{name} ещё не может утверждать: список людей изменился, и сначала его утверждает тот, кто мог раньше: {may}",
    "{name} may not approve yet: the people changed, and somebody who could before approves that first: {may}",
)
_NOT_THIS = Says("{what}: утверждает не {name}, а {may}", "{what}: it is not {name} who approves it, but {may}")
_NOBODY_MAY = Says(
    "пока некому — добавьте approves: true человеку из people в guideline/handbook.yml",
    "nobody yet; add approves: true to one of the people in guideline/handbook.yml",
)
_NO_SECTION = Says(
    "раздела «{id}» нет; список разделов: cjm review", 'there is no section "{id}"; the sections: cjm review'
)
_NO_ITEM = Says("«{id}» нет; что утверждают: cjm review", 'there is no "{id}"; what is approved: cjm review')
_RETIRED = Says(
    "раздел «{title}» снят (status: retired), утверждать его незачем",
    'section "{title}" is retired; there is nothing to approve',
)
_OTHER = Says(
    "этот PDF собран из другого гайдлайна («{other}», а здесь «{own}»); соберите свой: cjm pdf",
    'this PDF was made from another handbook ("{other}", here it is "{own}"); make one: cjm pdf',
)
_NOT_IN = Says(
    "{what}: нет в этом PDF целиком, а значит, его не читали; соберите PDF, в котором это есть: cjm pdf",
    "{what}: not in this PDF as a whole, so nobody read it; make one that has it: cjm pdf",
)
_PARTLY = Says(
    "{what}: в этом PDF только то, что действует для его значения, а здесь есть и другие: их не читали. Утверждайте по полной книге: cjm pdf",
    "{what}: this PDF has only what holds for its value, and there are others here: nobody read them. Approve by the whole book: cjm pdf",
)
_NOT_TODAYS = Says(
    "{what}: изменилось после того, как собрали этот PDF ({day}); соберите новый: cjm pdf",
    "{what}: changed after this PDF was made ({day}); make a new one: cjm pdf",
)
_GONE = Says(
    "{what}: в этом PDF ещё есть, а в гайдлайне больше нет; соберите новый: cjm pdf",
    "{what}: still in this PDF, and in the handbook no more; make a new one: cjm pdf",
)
_BENEATH = Says(
    "{what}: после {day}, когда собрали этот PDF, изменилось то, на чём это держится — {ground}; соберите новый: cjm pdf",
    "{what}: after {day}, when this PDF was made, what it rests on changed — {ground}; make a new one: cjm pdf",
)
_NEEDED = Says(
    "{what}: вместе с этим нужно утвердить {needed}. Назовите {names} или добавьте --with-needed",
    "{what}: {needed} has to be approved along with it. Name {names}, or add --with-needed",
)
_FOUR_EYES = Says(
    "раздел «{title}»: {name} отвечает за него, и утвердить его в одиночку нельзя; сначала пусть утвердит другой: {may}",
    'section "{title}": {name} owns it and cannot approve it alone; let somebody else approve it first: {may}',
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
_TOO_EARLY = Says(
    "день {day} раньше, чем {what} ({before}): так не бывает", "{day} is earlier than {what} ({before}): that cannot be"
)
_THIS_BOOK = Says("день этого PDF", "the day of this PDF")
_LAST_RECORD = Says("последняя запись", "the last record")
_TOO_OLD = Says(
    "этому PDF больше года ({day}): соберите новый: cjm pdf",
    "this PDF is more than a year old ({day}): make a new one: cjm pdf",
)
_NOT_MINOR = Says(
    "{what}: изменились не только знаки, регистр, «ё» и пробелы; такое читают: cjm pdf, потом cjm approve --pdf",
    "{what}: more than marks, case and blanks changed; that is read: cjm pdf, then cjm approve --pdf",
)
_NOT_CHANGED = Says(
    "{what}: не менялся с утверждения, отмечать нечего", "{what}: not changed since it was approved: nothing to record"
)
_NEVER = Says(
    "{what}: ещё не утверждали, сначала полное утверждение, с --pdf",
    "{what}: never approved; approve it in full first, with --pdf",
)
_NOT_STANDING = Says("{what}: не утверждено, отзывать нечего", "{what}: not approved, there is nothing to withdraw")
_ALWAYS = Says(
    "{what}: без этого нет и утверждения, отозвать нельзя",
    "{what}: cannot be withdrawn, there is no approval without it",
)


def against_person(handbook: Handbook, stand: Standings, by: str, language: Language) -> Person | str:
    """The person `by` who may approve, or why she may not: who may is itself approved, by somebody who could before."""
    people = _approvers(handbook, stand)
    found = next((one for one in people if one.id == by), None)
    today = person(handbook, by)
    may = _names(people, language)
    if found is not None and found.approves:
        return found
    if today is not None and today.approves and stand.stands.whole:
        return _NOT_YET.to(language, name=today.name, may=may)
    if found is None and today is None:
        return _NOBODY.to(language, by=by, may=may)
    return _MAY_NOT.to(language, name=(found or today or Person()).name, may=may)


def against_names(
    handbook: Handbook, stand: Standings, names: Sequence[str], by: Person, language: Language
) -> Iterator[str]:
    """Why these items cannot be decided on."""
    if not names:
        yield _NOTHING.to(language)
    known = items(handbook)
    people, outline = _approvers(handbook, stand), as_approved(handbook, stand.stands).outline
    for name in names:
        kind, _, id = name.partition(":")
        if name not in known and name not in stand.gone:
            if kind == "section" and id in handbook.section:
                yield _RETIRED.to(language, title=handbook.section[id].title)
            else:
                yield (_NO_SECTION if kind == "section" else _NO_ITEM).to(language, id=id or name)
        kept = (
            None
            if name in known
            else read_text(stand.stands.versions[name].laid.text, handbook)
            if name in stand.stands.versions
            else None
        )
        thing = known[name].thing if name in known else kept.thing if kept else None
        who = signing(name, outline).who
        if not may_sign(by, thing) or (who and by.id not in who):
            others = (one for one in people if may_sign(one, thing) and (not who or one.id in who))
            may = _names(tuple(others), language)
            yield _NOT_THIS.to(language, what=reference_title(name, handbook, language), name=by.name, may=may)
    for file in sorted(handbook.unread):
        yield _UNREAD.to(language, file=file)


def wants_another(standing: SectionStanding, person: Person) -> bool:
    """Whether `person` owns the section and nobody else has approved it yet: four eyes are wanted."""
    return standing.section.owner == person.id and all(by == person.id for by in standing.approvers)


def against_history(
    handbook: Handbook, stand: Standings, person: Person, names: Sequence[str], today: dt.date, language: Language
) -> Iterator[str]:
    """What in the history, or by the rule of four eyes, stands against an approval by `person`."""
    for record in stand.history.edited:
        yield _BROKEN.to(language, id=record.id)
    for head in stand.history.heads:
        if head.date is not None and today < head.date:
            yield _early(today, _LAST_RECORD, head.date, language)
    others = tuple(one for one in _approvers(handbook, stand) if one.id != person.id)
    for one in stand.of.values():
        if one.name in names and wants_another(one, person):
            yield _FOUR_EYES.to(language, title=one.title, name=person.name, may=_names(others, language))
    every = stand.all
    done = [
        one.status == "approved" and one.last is not None and one.since == today and person.id in one.approvers
        for one in (every[name] for name in names if name in every)
    ]
    if done and all(done):
        yield _AGAIN.to(language, name=person.name, day=in_figures(today, language))


def against_book(
    handbook: Handbook, read: BookRead, names: Sequence[str], everything: bool, today: dt.date, language: Language
) -> Iterator[str]:
    """Why what stands in the book is not what is to be approved: each item and what it rests on is as it was read."""
    book = read.book
    day = dt.date.fromisoformat(book.day)
    if book.handbook != handbook.outline.id:
        yield _OTHER.to(language, other=book.handbook, own=handbook.outline.id)
        return
    if today < day:
        yield _early(today, _THIS_BOOK, day, language)
    if today - day > dt.timedelta(days=366):
        yield _TOO_OLD.to(language, day=in_figures(day, language))
    now = items(handbook)
    moved = {name for name in book.items if name in now and book.items[name] != now[name].digest}
    told = {"day": in_figures(day, language)}
    for name in names:
        if name not in now:
            continue
        what = reference_title(name, handbook, language)
        if name not in book.items:
            yield (_PARTLY if "?for=" in book.scope else _NOT_IN).to(language, what=what)
        elif book.items[name] != now[name].digest:
            yield _NOT_TODAYS.to(language, what=what, **told)
        elif isinstance(now[name].thing, Written):
            for rest, found in grounds(now[name].thing, handbook).items():
                if book.grounds.get(rest) != binds_of(found.item, {}) and home_of(rest, handbook) not in moved & set(
                    names
                ):
                    yield _BENEATH.to(language, what=what, ground=reference_title(rest, handbook, language), **told)
    for name in book.items:
        if everything and name not in now:
            yield _GONE.to(language, what=reference_title(name, handbook, language))


def needed(handbook: Handbook, stand: Standings, names: Sequence[str]) -> Mapping[str, tuple[str, bool]]:
    """What has to go along: its name -> for which item, and whether another version of it is approved already."""
    found: dict[str, tuple[str, bool]] = {}
    every, now = stand.all, items(handbook)
    then = as_approved(handbook, stand.stands)
    for name in names:
        thing = now[name].thing if name in now else None
        for rest, rested in grounds(thing, handbook).items() if isinstance(thing, Written) else ():
            home = home_of(rest, handbook)
            if home in names or (home not in every and stand.stands.whole):
                continue
            before = ground(rest, then) if stand.stands.whole else None
            if before is None or binds_of(before, {}) != binds_of(rested.item, {}):
                found.setdefault(home, (name, before is not None))
        if name.startswith("section:") and stand.stands.whole and OUTLINE not in names:
            id = name.partition(":")[2]
            if id in handbook.number and id not in then.number:
                found.setdefault(OUTLINE, (name, True))
    if not stand.stands.whole:  # the first record of all bears the frame
        first = names[0] if names else ""
        for name in now:
            if name not in names and (name in (OUTLINE, PEOPLE) or name == "search" or name.startswith("look:")):
                found.setdefault(name, (first, False))
    return found


def told_needed(handbook: Handbook, wanted: Mapping[str, tuple[str, bool]], language: Language) -> Iterator[str]:
    """What has to go along, said for each item that wants it."""
    of: dict[str, list[str]] = {}
    for name, (user, _) in wanted.items():
        of.setdefault(user, []).append(name)
    for user, names in of.items():
        told = ", ".join(reference_title(name, handbook, language) for name in names)
        yield _NEEDED.to(language, what=reference_title(user, handbook, language), needed=told, names=" ".join(names))


def against_minor(handbook: Handbook, stand: Standings, names: Sequence[str], language: Language) -> Iterator[str]:
    """Why these changes are no minor ones: the program decides."""
    every, now = stand.all, items(handbook)
    for name in names:
        one, what = every[name], reference_title(name, handbook, language)
        if one.last is None:
            yield _NEVER.to(language, what=what)
        elif one.status == "approved":
            yield _NOT_CHANGED.to(language, what=what)
        else:
            kept = read_text(one.last.laid.text, handbook)
            if kept is None or not is_minor(PrintedItem(name, kept.thing, {}), now[name]) or one.status == "suspect":
                yield _NOT_MINOR.to(language, what=what)


def minor_now(handbook: Handbook, stand: Standings) -> tuple[str, ...]:
    """All items of which only marks changed."""
    return tuple(
        name for name, one in stand.all.items()
        if one.status == "changed" and not list(against_minor(handbook, stand, [name], "ru"))
    )  # fmt: skip


def against_withdrawal(handbook: Handbook, stand: Standings, names: Sequence[str], language: Language) -> Iterator[str]:
    """Why nothing can be taken back."""
    for name in names:
        if name in (OUTLINE, PEOPLE):
            yield _ALWAYS.to(language, what=reference_title(name, handbook, language))
        elif name not in stand.stands.versions:
            yield _NOT_STANDING.to(language, what=reference_title(name, handbook, language))


# Private functions


def _early(day: dt.date, what: Says, before: dt.date, language: Language) -> str:
    return _TOO_EARLY.to(language, day=in_figures(day, language), what=what, before=in_figures(before, language))


def _approvers(handbook: Handbook, stand: Standings) -> tuple[Person, ...]:
    """The people as they are approved, or as they are today while nobody has approved them."""
    return as_approved(handbook, stand.stands).outline.people


def _names(people: Sequence[Person], language: Language) -> str:
    return ", ".join(f"{one.name} ({one.id})" for one in people if one.approves) or _NOBODY_MAY.to(language)
