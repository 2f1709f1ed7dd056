"""A Handbook and a day in, how each section stands out: approved, changed since, suspect through what, due for review."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cjm.approval.due import due
from cjm.approval.history import History, history
from cjm.approval.texts import read_text
from cjm.graph.dependencies import Ground, grounds
from cjm.model import Approval, Approved, Handbook, Section
from cjm.model.digest import item_digest, section_digest

Status = Literal["approved", "changed", "suspect", "never"]
ReviewState = Literal["none", "later", "soon", "overdue"]
REMIND = 30 * 86_400  # seconds before a review is due, where the handbook does not say otherwise


@dataclass(frozen=True, slots=True)
class Suspect:
    """Something that a section rests on and that is not what it was when the section was approved."""

    chain: tuple[str, ...]  # what leads there from the section, the thing itself last
    before: Ground | None  # None where the text of the approval is lost
    after: Ground


@dataclass(frozen=True, slots=True)
class Entry:
    """One section in one record."""

    record: Approval
    approved: Approved


@dataclass(frozen=True, slots=True)
class Standing:
    """How one section stands on the day that was asked for."""

    section: Section
    digest: str  # empty where nothing was ever approved
    status: Status
    last: Entry | None = None  # the last time it was approved
    approvers: tuple[str, ...] = ()  # the ids of all who approved just this content, in order
    suspects: tuple[Suspect, ...] = ()
    due: dt.date | None = None
    review: ReviewState = "none"

    @property
    def since(self) -> dt.date | None:
        """The day of the last approval."""
        return self.last.record.date if self.last else None


@dataclass(frozen=True, slots=True)
class Standings:
    """How all sections stand, in the order of the handbook, and the history that says so."""

    history: History
    of: Mapping[str, Standing]

    @property
    def begun(self) -> bool:
        """Whether anything was ever approved here."""
        return bool(self.history.records or self.history.edited)


def standings(handbook: Handbook, today: dt.date) -> Standings:
    """How the sections in force stand on `today`."""
    past = history(handbook)
    entries = _entries(past, handbook)
    there = {section.id for section in handbook.sections}
    kept = [section for section in handbook.sections if section.status != "retired"]
    return Standings(past, {section.id: _standing(section, handbook, entries, there, today) for section in kept})


# Private functions


def _entries(past: History, handbook: Handbook) -> dict[str, list[Entry]]:
    """What was approved of each section, by the id that it has today."""
    now = {id: section.id for section in handbook.sections for id in section.was if id not in handbook.section}
    found: dict[str, list[Entry]] = {}
    for record in past.records:
        for approved in record.sections:
            found.setdefault(now.get(approved.section, approved.section), []).append(Entry(record, approved))
    return found


def _standing(
    section: Section, handbook: Handbook, entries: Mapping[str, list[Entry]], there: set[str], today: dt.date
) -> Standing:
    if not entries:  # nothing was ever approved here: a large handbook is not digested for nothing
        day = due(section, handbook, section.reviewed)
        return Standing(section, "", "never", due=day, review=_review(day, handbook, today))
    digest = section_digest(section)
    own = entries.get(section.id) or _under_another_name(digest, entries, there)
    last = own[-1] if own else None
    day = due(section, handbook, section.reviewed, last.record.date if last else None)
    review = _review(day, handbook, today)
    if last is None:
        return Standing(section, digest, "never", due=day, review=review)
    if last.approved.digest != digest:
        return Standing(section, digest, "changed", last, due=day, review=review)
    approvers = dict.fromkeys(
        entry.record.by for entry in own if entry.approved.digest == digest or _carries(entry, own)
    )
    suspects = tuple(_suspects(section, last.approved, handbook))
    status: Status = "suspect" if suspects else "approved"
    return Standing(section, digest, status, last, tuple(approvers), suspects, day, review)


def _under_another_name(digest: str, entries: Mapping[str, list[Entry]], there: set[str]) -> list[Entry]:
    """What was approved with the same content under an id that no section has any more."""
    for id, own in entries.items():
        if id not in there and own[-1].approved.digest == digest:
            return own
    return []


def _carries(entry: Entry, own: list[Entry]) -> bool:
    """Whether the content of `entry` differs from the last one only by changes that were called minor."""
    digest = own[-1].approved.digest
    for later in reversed(own):
        minor = later.approved.minor
        if later.approved.digest == digest and minor is not None and minor.after == digest:
            digest = minor.before
        if digest == entry.approved.digest:
            return True
    return False


def _suspects(section: Section, approved: Approved, handbook: Handbook) -> Iterator[Suspect]:
    before = dict(approved.rests)
    kept = read_text(approved.text, handbook)
    for name, rest in grounds(section, handbook).items():
        if name in before and item_digest(rest.item) != before[name]:
            yield Suspect(rest.chain, kept.rests.get(name) if kept else None, rest.item)


def _review(due: dt.date | None, handbook: Handbook, today: dt.date) -> ReviewState:
    if due is None:
        return "none"
    if due < today:
        return "overdue"
    remind = handbook.outline.review.remind if handbook.outline.review else None
    return "soon" if due - today <= dt.timedelta(seconds=REMIND if remind is None else remind) else "later"
