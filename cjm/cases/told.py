"""Cases in, what a terminal says of them out: what is due, and the month for the meeting."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from cjm.approval.reading import read_digest
from cjm.cases.case import Case
from cjm.cases.monthly import CaseRow, month_before, repeated, topics
from cjm.language.dates import in_figures, month_in_words
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.month import CASE_SORTS, CASES_SAY
from cjm.wording.titles import numbered, role_title

SORT_SAYS = dict(zip(CASE_SORTS, CASES_SAY, strict=True))
_RECHECK = Says("Пора перепроверить: {count}", "To be re-checked: {count}")
_APPEALS = Says("Апелляции ждут ответа: {count}", "Appeals waiting for an answer: {count}")
_LATER = Says("ждут своего дня: {count}, ближайший {day}", "waiting for their day: {count}, the next on {day}")
_NOTHING = Says("на сегодня ничего", "nothing for today")
_UNTIL = Says("до {day}", "by {day}")
_OVERDUE = Says("срок вышел {day}", "overdue since {day}")
_TIMES = Says("повторов: {count}", "came again: {count}")
_CHANGED = Says("раздел «{title}» с тех пор изменился", "the section “{title}” has changed since")
_NOWHERE = Says("без точки", "no touchpoint")
_NO_GROUP = Says("группа не названа", "no group named")
_MONTH = Says("{month}: случаев {count}", "{month}: {count} cases")
_OF_SORT = Says("{sort}: {now} (в прошлом месяце {before})", "{sort}: {now} (the month before: {before})")
_REPEATS = Says("Повторялось", "Came more than once")
_REPEAT = Says("{what}: {now}, в прошлом месяце {before}", "{what}: {now}, the month before {before}")
_WAITING = Says("не посчитаны, апелляция не решена: {count}", "not counted, the appeal is not decided: {count}")


def due_cases(cases: Sequence[Case], today: dt.date) -> tuple[Case, ...]:
    """Those that are to be looked at again by `today`, the oldest first; one whose appeal waits is not, until it is decided."""
    found = [
        (one.recheck, one.id, one)
        for one in cases
        if not one.waits and one.recheck and one.recheck <= today and one.state in ("open", "repeated")
    ]
    return tuple(one for _, _, one in sorted(found, key=lambda row: row[:2]))


def as_due(cases: Sequence[Case], handbook: Handbook, today: dt.date, language: Language) -> str:
    """What is due today, and how much waits for its day."""
    due, waiting = due_cases(cases, today), [one for one in cases if one.waits]
    lines: list[str] = []
    for heading, listed in ((_RECHECK, due), (_APPEALS, waiting)):
        if listed:
            lines.append(heading.to(language, count=len(listed)))
            for one in listed:
                lines += _lines(one, handbook, today, language)
    later = [one.recheck for one in due_cases(cases, dt.date.max) if one.recheck and one.recheck > today]
    if not lines:
        lines.append(_NOTHING.to(language))
    if later:
        lines.append(_LATER.to(language, count=len(later), day=in_figures(min(later), language)))
    return "\n".join(lines) + "\n"


def as_month(cases: Sequence[Case], month: str, handbook: Handbook, language: Language) -> str:
    """The month for the meeting: how many of each sort, and what came more than once, by group."""
    counted = [one for one in cases if one.counts]
    before = month_before(month)
    sorts: Mapping[str, tuple[int, int]] = {
        sort: (
            sum(one.times(month) for one in counted if one.sort == sort),
            sum(one.times(before) for one in counted if one.sort == sort),
        )
        for sort in SORT_SAYS
    }
    all_now = sum(now for now, _ in sorts.values())
    lines = [_MONTH.to(language, month=month_in_words(month, language), count=all_now)]
    for sort, (now, was) in sorts.items():
        if now or was:
            lines.append("  " + _OF_SORT.to(language, sort=SORT_SAYS[sort].to(language), now=now, before=was))
    if undecided := sum(one.waits and one.times(month) > 0 for one in cases):
        lines.append("  " + _WAITING.to(language, count=undecided))
    group = None
    for found in repeated(cases, month):
        if group is None:
            lines.append(_REPEATS.to(language))
        if found.group != group:
            group = found.group
            lines.append(f"  {group or _NO_GROUP.to(language)}")
        what = ", ".join(row_words(found.row, handbook, language))
        lines.append("    " + _REPEAT.to(language, what=what, now=found.now, before=found.before))
    return "\n".join(lines) + "\n"


def row_words(row: CaseRow, handbook: Handbook, language: Language) -> Iterator[str]:
    """A sort of case with its place and its topic, in words."""
    sort, touchpoint, _, topic = row
    yield SORT_SAYS[sort].to(language)
    yield place_title(touchpoint, handbook) or _NOWHERE.to(language)
    if topic:
        yield topics(handbook).get(topic, topic)


def place_title(touchpoint: str, handbook: Handbook) -> str:
    """What people call the touchpoint; its id where the handbook has it no longer."""
    found = handbook.touchpoint.get(touchpoint)
    return found.title if found else touchpoint


def owner_title(case: Case, handbook: Handbook) -> str:
    """Whose the case is, as a role; a person only by the id that says nothing."""
    return case.person or (role_title(case.role, handbook) if case.role in handbook.role else case.role)


def looked_at_on(case: Case) -> dt.date | None:
    """The day by which somebody is to do something about it: answer the appeal, or look again."""
    if case.waits and case.appeal:
        return case.appeal.answer_by
    return case.recheck if case.state in ("open", "repeated") else None


# Private functions


def _lines(case: Case, handbook: Handbook, today: dt.date, language: Language) -> Iterator[str]:
    until = looked_at_on(case)
    when = (
        (_OVERDUE if until and until < today else _UNTIL).to(language, day=in_figures(until, language)) if until else ""
    )
    told = [
        case.id, in_figures(case.day, language),
        *row_words((case.sort, case.touchpoint, case.section, case.topic), handbook, language),
        owner_title(case, handbook), case.group, when,
        _TIMES.to(language, count=len(case.repeated)) if case.repeated else "",
    ]  # fmt: skip
    yield "  " + " · ".join(part for part in told if part)
    yield f"    «{case.said}»"
    section = handbook.section.get(case.section)
    if section and case.digest and read_digest(section, handbook) != case.digest:
        yield "    " + _CHANGED.to(language, title=numbered(section.id, section.title, handbook))
