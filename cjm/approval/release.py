"""Today's handbook and its approvals in, a handbook as it was approved out."""

import dataclasses
from collections.abc import Mapping

from cjm.approval.rests import Ground
from cjm.approval.state import Standings
from cjm.approval.texts import Kept, read_text
from cjm.model import Approval, Fact, Handbook, Journey, Role, Section, Touchpoint

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
        facts=_replaced(handbook.facts, rests, "fact", Fact),
        roles=_replaced(handbook.roles, rests, "role", Role),
        journeys=tuple(_journey(journey, rests) for journey in handbook.journeys),
    )


# Private functions


def _then(section: Section, kept: Kept) -> Section:
    """The kept text, looked after as the section is today, under its id of today."""
    todays = {name: getattr(section, name) for name in _TODAYS}
    return dataclasses.replace(kept.section, id=section.id, source=section.source, accept=section.accept, **todays)


def _replaced(items: tuple, rests: Mapping[str, Ground], kind: str, item: type) -> tuple:  # type: ignore[type-arg]
    there = {one.id for one in items}
    then = {name.partition(":")[2]: one for name, one in rests.items() if name.startswith(f"{kind}:")}
    return (*(then.get(one.id, one) for one in items), *(one for id, one in then.items() if id not in there and isinstance(one, item)))


def _journey(journey: Journey, rests: Mapping[str, Ground]) -> Journey:
    def then(touchpoint: Touchpoint) -> Touchpoint:
        found = rests.get(f"touchpoint:{touchpoint.id}", touchpoint)
        return found if isinstance(found, Touchpoint) else touchpoint

    stages = tuple(
        dataclasses.replace(stage, touchpoints=tuple(then(one) for one in stage.touchpoints)) for stage in journey.stages
    )
    return dataclasses.replace(journey, stages=stages)
