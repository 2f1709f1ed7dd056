"""Touchpoints in, for each of them what covers it and what does not, out; holes first.

A standard is asked of each; what else, the policies say.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cjm.approval import SectionStanding, standings
from cjm.model import Handbook, Journey, Section, Touchpoint
from cjm.model.shared.resource import Resource
from cjm.workspace.selection import select

COLUMNS = ("standard", "script", "conflict_answer", "question", "owner", "reviewed")


@dataclass(frozen=True, slots=True)
class Row:
    """One touchpoint: for each column whether it is covered."""

    touchpoint: Touchpoint
    journey: Journey
    sections: tuple[Section, ...]
    elsewhere: tuple[Resource, ...]  # its standards that live outside the handbook
    covered: tuple[bool | None, ...]  # in the order of COLUMNS; None where nothing is asked
    overdue: bool

    @property
    def holes(self) -> int:
        """How many columns are not covered."""
        return self.covered.count(False)


def coverage(handbook: Handbook, today: dt.date) -> tuple[Row, ...]:
    """The rows of all touchpoints, those with most holes first, else as written."""
    standing, asked = standings(handbook, today).of, _asked(handbook)
    rows = [
        _row(point, journey, handbook, [standing[name] for name in point.standard if name in standing], asked[point])
        for journey in handbook.journeys
        for point in journey.touchpoints
    ]
    return tuple(sorted(rows, key=lambda row: -row.holes))


def percent(rows: Sequence[Row]) -> float:
    """How many touchpoints of a hundred have no hole; where there is none, nothing is missing."""
    return 100 * sum(not row.holes for row in rows) / len(rows) if rows else 100.0


# Private functions


_COLUMN_OF = {
    "script": "script", "conflict": "conflict_answer", "answer": "conflict_answer", "question": "question", "owner": "owner",
}  # fmt: skip


def _asked(handbook: Handbook) -> Mapping[Touchpoint, set[str]]:
    """What the policies ask of each touchpoint beside its standard: of itself, or of a section that is its standard."""
    asked: dict[Touchpoint, set[str]] = defaultdict(set)
    for policy in handbook.policies:
        columns = {_COLUMN_OF[link] for link in policy.has if link in _COLUMN_OF}
        for one in select(handbook, policy.every) if policy.every and columns else ():
            points = (one.thing,) if isinstance(one.thing, Touchpoint) else handbook.attached.get(one.thing.id, ())
            for point in points:
                asked[point] |= columns
    return asked


def _row(
    touchpoint: Touchpoint, journey: Journey, handbook: Handbook, standing: Sequence[SectionStanding], asked: set[str]
) -> Row:  # fmt: skip
    """`standing` are its standards in force: those that were retired cover nothing."""
    sections = tuple(handbook.section[name] for name in touchpoint.standard if name in handbook.section)
    elsewhere = tuple(
        one for name in touchpoint.standard for one in handbook.of(Resource)
        if name not in handbook.section and name.removeprefix("resource:") == one.id
    )  # fmt: skip
    active = [one.section for one in standing]
    overdue = any(one.review == "overdue" for one in standing)
    has = {
        "script": any(section.scripts or any(step.say or step.write for step in section.steps) for section in active),
        "conflict_answer": any(section.conflicts for section in active),
        "question": any(section.questions for section in active),
        "owner": bool(active) and all(section.owner for section in active),
        "reviewed": bool(active) and all(one.section.reviewed or one.last for one in standing) and not overdue,
    }
    if active:
        asked = asked | {"owner", "reviewed"}
    elif elsewhere:
        asked = set()  # what else it has is its own matter
    covered = (bool(active or elsewhere), *(value if name in asked else None for name, value in has.items()))
    return Row(touchpoint, journey, sections, elsewhere, covered, overdue)
