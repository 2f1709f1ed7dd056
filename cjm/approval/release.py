"""Today's handbook and its approvals in, a handbook as it was approved out: to compare with, or to publish."""

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

from cjm.approval.state import Standings
from cjm.approval.texts import Kept, read_text
from cjm.graph.dependencies import Ground
from cjm.model import Approval, Fact, Handbook, Journey, Listed, Planned, Role, Section, Touchpoint, Written
from cjm.model.fields import Many, Reading, Record, Ref, Text, specs
from cjm.model.reference import FACT

_TODAYS = ("owner", "reviewed", "review_every", "status")  # how a section is looked after


def as_approved(handbook: Handbook, standings: Standings, record: Approval | None = None) -> Handbook:
    """The handbook with what its sections said, and what they rested on, when they were approved: the state to compare with.

    With a `record` only what it approved is as it was then; else each section as it was approved last, and a section that
    never was is not there.
    """
    kept: dict[str, Kept] = {}
    never: set[str] = set()
    if record is not None:
        for approved in record.sections:
            text = read_text(approved.text, handbook)
            if text is not None:
                kept[approved.section] = text
    else:
        # What several sections rest on is as the latest of their approvals saw it.
        order = {one.id: number for number, one in enumerate(standings.history.records)}
        latest_last = sorted(standings.of.items(), key=lambda one: order[one[1].last.record.id] if one[1].last else -1)
        for id, standing in latest_last:
            text = read_text(standing.last.approved.text, handbook) if standing.last else None
            if text is not None:
                kept[id] = text
            elif standing.last is None:
                never.add(id)
        kept |= _removed_since(handbook, standings)
    sections = [
        _then(section, kept[section.id]) if section.id in kept else section
        for section in handbook.sections
        if section.id not in never
    ]
    gone = [one.section for id, one in kept.items() if id not in handbook.section]
    rests: dict[str, Ground] = {}
    for text in kept.values():
        rests |= text.rests
    return dataclasses.replace(
        handbook,
        sections=(*sections, *gone),
        shared={
            **handbook.shared,
            "fact": _replaced(handbook.facts, rests, "fact", Fact),
            "role": _replaced(handbook.roles, rests, "role", Role),
        },
        journeys=tuple(_journey(journey, rests) for journey in handbook.journeys),
    )


def released(handbook: Handbook, standings: Standings) -> Handbook:
    """Today's handbook with the last approved text of each section; one that never was approved is only announced.

    What an approved text refers to and is no longer there stands as plain words.
    """
    sections: list[Section] = []
    unapproved: dict[str, Section] = {}
    for section in handbook.sections:
        standing = standings.of.get(section.id)
        if standing is None or standing.status in ("approved", "suspect"):
            sections.append(section)  # retired, or the content that was approved
            continue
        text = read_text(standing.last.approved.text, handbook) if standing.last else None
        if text is None:
            unapproved[section.id] = section
        else:
            sections.append(_without_dead_ends(_then(section, text), text, handbook))
    parts = tuple(
        dataclasses.replace(part, sections=tuple(_announced(entry, unapproved) for entry in part.sections))
        for part in handbook.outline.parts
    )
    return dataclasses.replace(
        handbook,
        outline=dataclasses.replace(handbook.outline, parts=parts),
        sections=tuple(sections),
        unapproved=frozenset(unapproved),
        sources={},  # the files say something else
    )


# Private functions


def _removed_since(handbook: Handbook, standings: Standings) -> dict[str, Kept]:
    """Approved sections that are gone, until a book without them was approved: one that holds most of today's sections."""
    found: dict[str, Kept] = {}
    now_called = {one.last.approved.section for one in standings.of.values() if one.last}
    for record in standings.history.records:
        if 2 * len(record.sections) > len(handbook.sections):
            found.clear()
        for approved in record.sections:
            there = approved.section in handbook.section or approved.section in now_called
            unread = f"guideline/sections/{approved.section}.yml" in handbook.unread
            text = None if there or unread else read_text(approved.text, handbook)
            if text is not None:
                found[approved.section] = text
    return found


def _announced(entry: Listed | Planned, unapproved: Mapping[str, Section]) -> Listed | Planned:
    section = unapproved.get(entry.id)
    return entry if section is None else Planned(id=section.id, title=section.title, source=entry.source)


def _without_dead_ends(section: Section, kept: Kept, handbook: Handbook) -> Section:
    """The section with the titles of roles and the values of facts that are no longer there in place of their ids."""

    def value(found: re.Match[str]) -> str:
        fact = kept.rests.get(f"fact:{found[1]}")
        if found[1] in handbook.fact or not isinstance(fact, Fact):
            return found[0]
        return fact.form(found[2] or "") or fact.value

    def mended(value_: Any, reads: Reading) -> Any:
        if isinstance(value_, tuple):
            of = reads.of if isinstance(reads, Many) else reads
            return tuple(mended(one, of) for one in value_)
        if isinstance(value_, Written):
            fields = specs(type(value_))
            return dataclasses.replace(
                value_, **{name: mended(getattr(value_, name), fields[name].reads) for name in fields}
            )
        if isinstance(value_, str) and isinstance(reads, Text):
            return FACT.sub(value, value_)
        if isinstance(value_, str) and isinstance(reads, Ref) and "role" in reads.kinds and value_ not in handbook.role:
            role = kept.rests.get(f"role:{value_}")
            return role.title if isinstance(role, Role) else value_
        return value_

    made: Section = mended(section, Record(Section))
    return made


def _then(section: Section, kept: Kept) -> Section:
    """The kept text, looked after as the section is today, under its id of today."""
    todays = {name: getattr(section, name) for name in _TODAYS}
    return dataclasses.replace(kept.section, id=section.id, source=section.source, accept=section.accept, **todays)


def _replaced(items: tuple, rests: Mapping[str, Ground], kind: str, item: type) -> tuple:  # type: ignore[type-arg]
    there = {one.id for one in items}
    then = {name.partition(":")[2]: one for name, one in rests.items() if name.startswith(f"{kind}:")}
    return (
        *(then.get(one.id, one) for one in items),
        *(one for id, one in then.items() if id not in there and isinstance(one, item)),
    )


def _journey(journey: Journey, rests: Mapping[str, Ground]) -> Journey:
    def then(touchpoint: Touchpoint) -> Touchpoint:
        found = rests.get(f"touchpoint:{touchpoint.id}", touchpoint)
        return found if isinstance(found, Touchpoint) else touchpoint

    return journey.with_touchpoints(then)
