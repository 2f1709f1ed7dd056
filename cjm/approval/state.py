"""A Handbook and a day in, how each item stands out: approved, changed since, suspect through what, due for review.

A section is also suspect where it prints words of another thing that nobody has approved: its own are as they were read,
and yet what a reader sees there is not.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cjm.approval.due import due
from cjm.approval.fold import Stands, Version, stands
from cjm.approval.history import History, history
from cjm.approval.items import LOOK, PrintedItem, binds_of, earlier_of, items
from cjm.approval.release import as_approved
from cjm.graph.dependencies import Ground, ground, grounds
from cjm.graph.shown_words import shown_words
from cjm.model import Approval, Handbook, Section, Written
from cjm.model.digest import EARLIER, Names, earlier_digest

Status = Literal["approved", "changed", "suspect", "never"]
ReviewState = Literal["none", "later", "soon", "overdue"]
REMIND = 30 * 86_400  # seconds before a review is due, where the handbook does not say otherwise


@dataclass(frozen=True, slots=True)
class Suspect:
    """Something that an item rests on and that is not what it was read together with."""

    chain: tuple[str, ...]  # what leads there from the item, the thing itself last
    before: Ground | None  # None where the text of the approval is lost
    after: Ground


@dataclass(frozen=True, slots=True)
class Standing:
    """How one item stands on the day that was asked for."""

    name: str
    status: Status
    digest: str = ""  # empty where nothing was ever approved
    last: Version | None = None  # as it stands approved
    suspects: tuple[Suspect, ...] = ()
    signed: tuple[str, ...] = ()  # who signed just this, where more are wanted
    rejected: Approval | None = None  # who refused just this
    withdrawn: Approval | None = None  # who took back what is not approved any more
    apart: bool = False  # two versions were approved apart
    title: str = ""

    @property
    def approvers(self) -> tuple[str, ...]:
        """The ids of all who approved just this content, in order."""
        return self.last.by if self.last and self.status in ("approved", "suspect") else ()

    @property
    def since(self) -> dt.date | None:
        """The day of the last approval."""
        return self.last.record.date if self.last else None


@dataclass(frozen=True, slots=True)
class SectionStanding(Standing):
    """How a section stands, and when it is to be looked at again."""

    section: Section = dataclasses.field(default_factory=Section)
    waits: tuple[str, ...] = ()  # whose words print in it and are not as they were approved
    due: dt.date | None = None
    review: ReviewState = "none"


@dataclass(frozen=True, slots=True)
class Standings:
    """How everything stands, in the order of the handbook, and the history that says so."""

    history: History
    stands: Stands
    of: Mapping[str, SectionStanding]  # the sections in force, by id
    items: Mapping[str, Standing]  # all else that prints, by name
    gone: tuple[str, ...] = ()  # approved, and not in the handbook any more or retired
    names: Names = dataclasses.field(default_factory=dict)  # what is approved under another id

    @property
    def begun(self) -> bool:
        """Whether anything was ever approved here."""
        return bool(self.history.records or self.history.edited)

    @property
    def all(self) -> Mapping[str, Standing]:
        """All items by name."""
        return {**{one.name: one for one in self.of.values()}, **self.items}


def standings(handbook: Handbook, today: dt.date) -> Standings:
    """How everything that prints stands on `today`; of a cut, how the whole does: it is the whole that is approved."""
    handbook = handbook.whole or handbook
    past = history(handbook)
    approved = stands(handbook, past, today)
    kept = [section for section in handbook.sections if section.status != "retired"]
    if not past.records:  # nothing was ever approved here: a large handbook is not digested for nothing
        nothing = {
            one.id: _reviewed(Standing(f"section:{one.id}", "never", title=one.title), one, handbook, today)
            for one in kept
        }
        return Standings(past, approved, nothing, {})
    names = _names(handbook, approved)
    look = _Look(handbook, past, approved, names, today, {})
    found = {name: look.at(item) for name, item in items(handbook, names).items()}
    there = {_called(name, names) for name in found}
    gone = tuple(name for name in approved.versions if name not in there)
    waits = _waits(handbook, approved, names) if gone or any(one.status != "approved" for one in found.values()) else {}
    of = {
        one.id: _reviewed(found.pop(f"section:{one.id}"), one, handbook, today, waits.get(one.id, ())) for one in kept
    }
    return Standings(past, approved, of, found if approved.whole else {}, gone, names)


# Private functions


def _names(handbook: Handbook, approved: Stands) -> Names:
    """The id under which each renamed section and journey is approved, by its id of today."""
    found: dict[str, dict[str, str]] = {}
    for kind, things in (("section", handbook.sections), ("journey", handbook.journeys)):
        there = {one.id for one in things}
        for one in things:
            was = [id for id in one.was if id not in there and f"{kind}:{id}" in approved.versions]
            if was and f"{kind}:{one.id}" not in approved.versions:
                found.setdefault(kind, {})[one.id] = was[-1]
    return found


def _called(name: str, names: Names) -> str:
    kind, colon, id = name.partition(":")
    return f"{kind}{colon}{names.get(kind, {}).get(id, id)}"


@dataclass(frozen=True, slots=True)
class _Look:
    """What is asked again for each item."""

    handbook: Handbook
    past: History
    approved: Stands
    names: Names
    today: dt.date
    then: dict[str, Handbook]  # as it was approved at a record

    def at(self, item: PrintedItem) -> Standing:
        name = _called(item.name, self.names)
        last = self.approved.versions.get(name)
        made = Standing(
            item.name, "never", item.digest, last, (),
            self.approved.half.get((name, item.digest), ()), self.approved.rejected.get((name, item.digest)),
            self.approved.withdrawn.get(name), name in self.approved.parallel, item.title,
        )  # fmt: skip
        if last is None:
            return made
        earlier = last.laid.digest.startswith(EARLIER)
        if (earlier_digest(item.thing) if earlier else item.digest) != last.laid.digest:
            return dataclasses.replace(made, status="changed")
        suspects = tuple(self._suspects(name, item, last))
        return dataclasses.replace(made, status="suspect" if suspects else "approved", suspects=suspects)

    def _suspects(self, name: str, item: PrintedItem, last: Version) -> Iterator[Suspect]:
        if not isinstance(item.thing, Written):
            return
        known = dict(last.laid.rests)
        earlier = last.laid.digest.startswith(EARLIER)
        for rest, found in grounds(item.thing, self.handbook).items():
            if (name, item.binds, rest, binds_of(found.item, self.names)) in self.approved.pairs:
                continue
            if rest.startswith(LOOK) and rest not in known:
                continue  # an earlier program held no files fast: they wait by themselves, and what shows them with them
            if earlier and (rest not in known or known[rest] == earlier_of(found.item)):
                continue
            yield Suspect(found.chain, ground(rest, self._then(last.record)), found.item)

    def _then(self, record: Approval) -> Handbook:
        if record.id not in self.then:
            approved = stands(self.handbook, self.past, self.today, record)
            self.then[record.id] = as_approved(self.handbook, approved)
        return self.then[record.id]


def _waits(handbook: Handbook, approved: Stands, names: Names) -> Mapping[str, tuple[str, ...]]:
    """Of each section that was approved, the things whose words in it are others than the approved ones."""
    if not approved.whole:  # what an earlier program approved stands by itself
        return {}
    then, now = shown_words(as_approved(handbook, approved)), shown_words(handbook)
    found = {}
    for id, words in now.items():
        before = then.get(_called(f"section:{id}", names).partition(":")[2])
        if before is not None:
            words = {_called(name, names): said for name, said in words.items()}
            others = (name for name in {**words, **before} if words.get(name) != before.get(name))
            found[id] = tuple(sorted(others))
    return found


def _reviewed(
    one: Standing, section: Section, handbook: Handbook, today: dt.date, waits: tuple[str, ...] = ()
) -> SectionStanding:
    day = due(section, handbook, section.reviewed, one.since if one.last else None)
    values = {spec.name: getattr(one, spec.name) for spec in dataclasses.fields(one)}
    waits = tuple(name for name in waits if name not in {suspect.chain[-1] for suspect in one.suspects})
    if waits and one.status == "approved":
        values["status"] = "suspect"
    return SectionStanding(**values, section=section, waits=waits, due=day, review=_review(day, handbook, today))


def _review(due: dt.date | None, handbook: Handbook, today: dt.date) -> ReviewState:
    if due is None:
        return "none"
    if due < today:
        return "overdue"
    remind = handbook.outline.review.remind if handbook.outline.review else None
    return "soon" if due - today <= dt.timedelta(seconds=REMIND if remind is None else remind) else "later"
