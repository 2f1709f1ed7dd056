"""A Handbook and what stands approved in, the handbook as it was approved out: to compare with, or to publish."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from cjm.approval.fold import Stands
from cjm.approval.items import LOOK, OUTLINE, PEOPLE, SEARCH, PrintedItem
from cjm.approval.texts import Kept, read_text
from cjm.graph.dependencies import Ground
from cjm.language.says import Says
from cjm.model import Handbook, Journey, Listed, Part, Planned, Section, Touchpoint
from cjm.model.digest import EARLIER
from cjm.model.shared import SHARED

_CARED = ("owner", "reviewed", "review_every", "accept")  # how a section is looked after
_SET = ("lint", "review", "public", "accept")  # how a handbook is checked and looked after
_NOT_YET = Says("Раздел ещё не утверждён", "Section not approved yet")


def as_approved(handbook: Handbook, approved: Stands, *, cared_today: bool = True) -> Handbook:
    """The handbook as it stands approved, from records and kept texts only.

    What records of an earlier program did not cover is as it is today. With `cared_today` sections are looked after as
    they are today, so that a comparison with today tells of what was approved only.
    """
    kept = {
        name: text
        for name, one in approved.versions.items()
        if (text := _kept(name, one.laid.digest, one.laid.text, handbook))
    }
    if not approved.whole:
        return _of_earlier(handbook, kept)
    things = {name: one.thing for name, one in kept.items()}
    outline = things.get(OUTLINE, handbook.outline)
    dimensions = _ordered(_of("dimension", things), ())  # by id: their order is nowhere approved
    outline = dataclasses.replace(outline, people=things.get(PEOPLE, ()), dimensions=dimensions)
    sections = {name.partition(":")[2]: one for name, one in things.items() if name.startswith("section:")}
    if cared_today:
        sections = {id: _cared(one, handbook) for id, one in sections.items()}
        outline = dataclasses.replace(outline, **{name: getattr(handbook.outline, name) for name in _SET})
    parts = (
        outline.parts if cared_today else tuple(_announced(part, sections, outline.language) for part in outline.parts)
    )
    order = [entry.id for part in parts for entry in part.sections]
    named = {one.id for part in parts for one in part.sections if isinstance(one, Planned)}
    return Handbook(
        outline=dataclasses.replace(outline, parts=parts),
        sections=_ordered(sections, order),
        journeys=_ordered(_of("journey", things), outline.journeys),
        shared={kind.name: tuple(_of(kind.name, things).values()) for kind in SHARED if _of(kind.name, things)},
        synonyms=things.get(SEARCH, ()),
        look={name.removeprefix(LOOK): one for name, one in things.items() if name.startswith(LOOK)},
        approvals=handbook.approvals, approved_texts=handbook.approved_texts, editions=handbook.editions, months=handbook.months,
        unapproved=frozenset(named & _listed(things.get(OUTLINE, handbook.outline))),
    )  # fmt: skip


def unkept(handbook: Handbook, approved: Stands) -> tuple[str, ...]:
    """The items that stand approved, and whose text is not there or is not what the record says."""
    return tuple(
        name for name, one in approved.versions.items() if _kept(name, one.laid.digest, one.laid.text, handbook) is None
    )


# Private functions


def _kept(name: str, digest: str, text: str, handbook: Handbook) -> Kept | None:
    """What was approved: the text has to have the digest that the record says."""
    kept = read_text(text, handbook)
    if kept is None or digest.startswith(EARLIER):
        return kept
    return kept if PrintedItem(name, kept.thing, {}).digest == digest else None


def _of_earlier(handbook: Handbook, kept: Mapping[str, Kept]) -> Handbook:
    """Sections as they were approved, with what they rested on; the rest as it is today."""
    rests: dict[str, Ground] = {}
    for one in kept.values():
        rests |= one.rests
    sections = {name.partition(":")[2]: _cared(one.thing, handbook) for name, one in kept.items()}
    was = {id: one.id for one in handbook.sections for id in one.was if id not in handbook.section}
    sections = {was.get(id, id): dataclasses.replace(one, id=was.get(id, id)) for id, one in sections.items()}
    shared = {}
    for kind in SHARED:
        then = {one.id: one for one in rests.values() if isinstance(one, kind.item)}  # type: ignore[attr-defined]
        today = {one.id: one for one in handbook.things(kind.name)}  # type: ignore[attr-defined]
        shared[kind.name] = tuple({**today, **then}.values())
    parts = tuple(_announced(part, sections, handbook.outline.language) for part in handbook.outline.parts)
    order = [entry.id for _, entry in handbook.order]
    return dataclasses.replace(
        handbook,
        outline=dataclasses.replace(handbook.outline, parts=parts),
        sections=_ordered(sections, order), shared=shared,
        journeys=tuple(_journey(journey, rests) for journey in handbook.journeys),
        unapproved=frozenset(id for id in handbook.section if id not in sections),
        apart=True,
        sources={},  # the files say something else
    )  # fmt: skip


def _listed(outline: Any) -> set[str]:
    return {one.id for part in outline.parts for one in part.sections if isinstance(one, Listed)}


def _announced(part: Part, sections: Mapping[str, Section], language: Any) -> Part:
    """The part with the sections that nobody approved as announced ones: their titles are not approved either."""
    return dataclasses.replace(
        part,
        sections=tuple(
            Planned(id=one.id, title=_NOT_YET.to(language))
            if isinstance(one, Listed) and one.id not in sections
            else one
            for one in part.sections
        ),
    )


def _cared(section: Section, handbook: Handbook) -> Section:
    today = handbook.section.get(section.id)
    return dataclasses.replace(section, **{name: getattr(today, name) for name in _CARED}) if today else section


def _of(kind: str, things: Mapping[str, Any]) -> dict[str, Any]:
    return {name.partition(":")[2]: one for name, one in things.items() if name.startswith(f"{kind}:")}


def _ordered(things: Mapping[str, Any], ids: Any) -> tuple[Any, ...]:
    place = {id: number for number, id in reversed(list(enumerate(ids)))}
    return tuple(sorted(things.values(), key=lambda one: (place.get(one.id, len(place)), one.id)))


def _journey(journey: Journey, rests: Mapping[str, Ground]) -> Journey:
    def then(touchpoint: Touchpoint) -> Touchpoint:
        found = rests.get(f"touchpoint:{touchpoint.id}", touchpoint)
        return found if isinstance(found, Touchpoint) else touchpoint

    return journey.with_touchpoints(then)
