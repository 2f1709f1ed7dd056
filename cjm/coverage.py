"""Touchpoints in, for each of them what covers it and what does not, out; holes first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from cjm.approval import SectionStanding, standings
from cjm.model import Handbook, Journey, Section, Touchpoint

COLUMNS = ("standard", "script", "conflict_answer", "question", "owner", "reviewed")


@dataclass(frozen=True, slots=True)
class Row:
    """One touchpoint: for each column whether it is covered."""

    touchpoint: Touchpoint
    journey: Journey
    sections: tuple[Section, ...]
    covered: tuple[bool, ...]  # in the order of COLUMNS
    overdue: bool

    @property
    def holes(self) -> int:
        """How many columns are not covered."""
        return self.covered.count(False)


def coverage(handbook: Handbook, today: dt.date) -> tuple[Row, ...]:
    """The rows of all touchpoints, those with most holes first, else as written."""
    standing = standings(handbook, today).of
    rows = [
        _row(touchpoint, journey, handbook, [standing[name] for name in touchpoint.standard if name in standing])
        for journey in handbook.journeys
        for touchpoint in journey.touchpoints
    ]
    return tuple(sorted(rows, key=lambda row: -row.holes))


def percent(rows: Sequence[Row]) -> float:
    """How many touchpoints of a hundred have no hole; where there is none, nothing is missing."""
    return 100 * sum(not row.holes for row in rows) / len(rows) if rows else 100.0


# Private functions


def _row(touchpoint: Touchpoint, journey: Journey, handbook: Handbook, standing: Sequence[SectionStanding]) -> Row:
    """`standing` are its standards in force: those that were retired cover nothing."""
    sections = tuple(handbook.section[name] for name in touchpoint.standard if name in handbook.section)
    active = [one.section for one in standing]
    overdue = any(one.review == "overdue" for one in standing)
    covered = (
        bool(active),
        any(section.scripts or any(step.say or step.write for step in section.steps) for section in active),
        any(section.conflicts for section in active),
        any(section.questions for section in active),
        bool(active) and all(section.owner for section in active),
        bool(active) and all(one.section.reviewed or one.last for one in standing) and not overdue,
    )
    return Row(touchpoint, journey, sections, covered, overdue)
