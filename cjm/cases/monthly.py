"""Cases in, what happened how often in a month out: by topic for all to see, by group and with repeats for the meeting alone."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cjm.cases.case import Case
from cjm.model import Handbook
from cjm.model.month import FEWEST
from cjm.model.shared.improvement import Improvement
from cjm.model.shared.index import Index

CaseRow = tuple[str, str, str, str]  # sort, touchpoint, section, topic


@dataclass(frozen=True, slots=True)
class Repeated:
    """What came more than once in a group: how often this month, and in the month before."""

    group: str
    row: CaseRow
    now: int
    before: int


def topics(handbook: Handbook) -> Mapping[str, str]:
    """The topics that may be counted in the open: the conflicts of the handbook, and what its improvements are measured by."""
    indices = {one.id for one in handbook.of(Index)}
    conflicts = {one.id: one.says for section in handbook.sections for one in section.conflicts}
    measured = [one.measure.count for one in handbook.of(Improvement) if one.measure]
    return conflicts | {name: name for name in measured if name not in indices}


def month_rows(
    cases: Iterable[Case], month: str, handbook: Handbook, large: Collection[str] = ()
) -> Iterator[Mapping[str, str]]:
    """The counts of a month as its file has them. Only groups of `large` are named, and none by which fewer than five are known.

    A topic is named only if the handbook has it: what somebody typed at the desk may tell of a person.
    """
    open_topics = topics(handbook)
    found: dict[CaseRow, Counter[str]] = {}
    for one in cases:
        if one.counts and (times := one.times(month)):
            place = one.touchpoint if one.touchpoint in handbook.touchpoint else ""
            section = one.section if one.section in handbook.section else ""
            row: CaseRow = (one.sort, place, section, one.topic if one.topic in open_topics else "")
            found.setdefault(row, Counter())[one.group if one.group in large else ""] += times
    for (sort, place, section, topic), groups in sorted(found.items()):
        where = f"{handbook.journey_of[place].id}/{place}" if place else ""
        told = {"what": sort, "touchpoint": where, "section": section, "topic": topic}
        for group, count in sorted(_shown(groups).items()):
            named = told | {"group": group, "n": str(count)}
            yield {key: value for key, value in named.items() if value}


def repeated(cases: Iterable[Case], month: str) -> tuple[Repeated, ...]:
    """What came more than once in a group in this month, or again since the month before; the most frequent first."""
    now: Counter[tuple[str, CaseRow]] = Counter()
    before: Counter[tuple[str, CaseRow]] = Counter()
    for one in cases:
        if one.counts and one.sort != "praise":
            key = (one.group, (one.sort, one.touchpoint, one.section, one.topic))
            now[key] += one.times(month)
            before[key] += one.times(month_before(month))
    rows = [Repeated(*key, n, before[key]) for key, n in now.items() if n and n + before[key] > 1]
    return tuple(sorted(rows, key=lambda one: (one.group, -one.now, one.row)))


def month_before(month: str) -> str:
    """The month before `2026-11`."""
    year, number = map(int, month.split("-"))
    return f"{year - (number == 1)}-{(number - 2) % 12 + 1:02}"


# Private functions


def _shown(groups: Counter[str]) -> Mapping[str, int]:
    """The same, where a group of few, or all but a few, are counted without a name."""
    shown = dict(sorted(((name, n) for name, n in groups.items() if name and n >= FEWEST), key=lambda one: -one[1]))
    while shown and 0 < groups.total() - sum(shown.values()) < FEWEST:
        shown.popitem()
    rest = groups.total() - sum(shown.values())
    return shown | ({"": rest} if rest else {})
