"""Touchpoints in, for each of them what covers it and what does not, out; holes first."""

import datetime as dt
from dataclasses import dataclass

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
    rows = [
        _row(touchpoint, journey, handbook, today)
        for journey in handbook.journeys
        for touchpoint in journey.touchpoints
    ]
    return tuple(sorted(rows, key=lambda row: -row.holes))


# Private functions


def _row(touchpoint: Touchpoint, journey: Journey, handbook: Handbook, today: dt.date) -> Row:
    sections = tuple(handbook.section[name] for name in touchpoint.standard if name in handbook.section)
    active = [section for section in sections if section.status != "retired"]
    overdue = any(_overdue(section, handbook, today) for section in active)
    covered = (
        bool(active),
        any(section.scripts or any(step.say or step.write for step in section.steps) for section in active),
        any(section.conflicts for section in active),
        any(section.questions for section in active),
        bool(active) and all(section.owner for section in active),
        bool(active) and all(section.reviewed for section in active) and not overdue,
    )
    return Row(touchpoint, journey, sections, covered, overdue)


def _overdue(section: Section, handbook: Handbook, today: dt.date) -> bool:
    every = section.review_every or (handbook.outline.review.every if handbook.outline.review else None)
    return bool(section.reviewed and every and section.reviewed + dt.timedelta(seconds=every) < today)
