"""One case in and out of its record: what happened, where, under which standard, and what became of it."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Literal

from cjm.language.durations import seconds
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.private.kinds import CASES
from cjm.private.room import Entry, NotPrivate, Room

CaseSort = Literal["communication", "process", "complaint", "praise", "idea", "observation"]
CaseState = Literal["open", "rechecked", "repeated", "closed"]
AppealDecision = Literal["mistake", "no-mistake"]
MISTAKES = ("communication", "process")
ANYWHERE = ("praise", "idea", "observation")  # may be about no touchpoint
_DAY = 86_400
# What the handbook says of these lengths, and what holds where it says nothing.
_TERMS = {"recheck-time": 30, "appeal-time": 14, "appeal-answer-time": 7}
_AMISS = Says(
    "запись о случае {id} изменена руками и не читается: {reason}. Верните её из копии",
    "the record of case {id} was edited and cannot be read: {reason}. Restore it from a copy",
)


@dataclass(frozen=True, slots=True)
class Appeal:
    """Somebody does not agree that it was a mistake. It may be filed `until`; once filed, it waits for an answer."""

    until: dt.date
    filed: dt.date | None = None
    answer_by: dt.date | None = None
    decided: AppealDecision | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What happened on a day. `said` is masked; `person` is an id that says nothing."""

    id: str
    day: dt.date
    sort: CaseSort
    said: str
    touchpoint: str = ""
    section: str = ""
    digest: str = ""  # of the section as it stood that day
    topic: str = ""
    group: str = ""
    role: str = ""
    person: str = ""
    recheck: dt.date | None = None
    state: CaseState = "open"
    repeated: tuple[dt.date, ...] = ()
    appeal: Appeal | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts: not while an appeal waits, nor after one found that there was no mistake."""
        return self.appeal is None or self.appeal.filed is None or self.appeal.decided == "mistake"

    @property
    def waits(self) -> bool:
        """Whether an appeal waits for an answer."""
        return self.appeal is not None and self.appeal.filed is not None and self.appeal.decided is None

    def times(self, month: str) -> int:
        """How often it happened in a month: on its day, and each time that it came again."""
        return sum(day.isoformat()[:7] == month for day in (self.day, *self.repeated))


def term(name: str, handbook: Handbook) -> dt.timedelta:
    """How long something takes by the facts of the handbook: `recheck-time`, `appeal-time`, `appeal-answer-time`."""
    length = seconds(handbook.value(name) or "")
    return dt.timedelta(days=-(-length // _DAY) if length else _TERMS[name])


def happened_again(case: Case, day: dt.date, handbook: Handbook) -> Case:
    """The case that came again: it is open once more and is looked at after the same time. Twice on a day is once."""
    days = tuple(sorted({*case.repeated, day}))
    return replace(case, state="repeated", repeated=days, recheck=day + term("recheck-time", handbook))


def appealed(case: Case, day: dt.date, handbook: Handbook) -> Case:
    """The case with an appeal filed on `day`."""
    until = case.appeal.until if case.appeal else day
    return replace(case, appeal=Appeal(until, day, day + term("appeal-answer-time", handbook)))


def appeal_answered(case: Case, decision: AppealDecision) -> Case:
    """The case whose appeal was answered; where there was no mistake, nothing is left to look at."""
    appeal = replace(case.appeal, decided=decision) if case.appeal else None
    return replace(case, appeal=appeal, state="closed" if decision == "no-mistake" else case.state)


def cases_kept(room: Room) -> tuple[Case, ...]:
    """All cases by day. Raises NotPrivate for a record that cannot be read."""
    return tuple(sorted(map(_as_case, room.records(CASES.folder)), key=lambda one: (one.day, one.id)))


def keep_case(room: Room, case: Case) -> None:
    """Write one case down. Raises NotPrivate."""
    entry: dict[str, Any] = {"id": case.id, "day": case.day.isoformat(), "sort": case.sort, "said": case.said}
    for name in ("touchpoint", "section", "digest", "topic", "group", "role", "person"):
        if value := getattr(case, name):
            entry[name] = value
    entry["state"] = case.state
    if case.recheck:
        entry["recheck"] = case.recheck.isoformat()
    if case.repeated:
        entry["repeated"] = [day.isoformat() for day in case.repeated]
    if case.appeal:
        appeal = {"until": case.appeal.until, "filed": case.appeal.filed, "answer_by": case.appeal.answer_by}
        entry["appeal"] = {name: day.isoformat() for name, day in appeal.items() if day}
        if case.appeal.decided:
            entry["appeal"]["decided"] = case.appeal.decided
    room.write(CASES.folder, entry)


# Private functions


def _as_case(entry: Entry) -> Case:
    try:
        named = {name: str(entry.get(name, "")) for name in ("touchpoint", "section", "digest", "topic", "group", "role", "person")}  # fmt: skip
        appeal = entry.get("appeal")
        return Case(
            str(entry["id"]), dt.date.fromisoformat(entry["day"]), entry["sort"], str(entry["said"]), **named,
            recheck=_day(entry, "recheck"), state=entry["state"],
            repeated=tuple(map(dt.date.fromisoformat, entry.get("repeated", ()))),
            appeal=Appeal(
                dt.date.fromisoformat(appeal["until"]), _day(appeal, "filed"), _day(appeal, "answer_by"), appeal.get("decided")
            ) if appeal else None,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotPrivate(_AMISS.filled(id=entry.get("id", "?"), reason=repr(error))) from error


def _day(entry: Entry, name: str) -> dt.date | None:
    return dt.date.fromisoformat(entry[name]) if entry.get(name) else None
