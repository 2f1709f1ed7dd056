"""A Handbook and values of its dimensions in, the plain handbook that holds where these are chosen out.

What does not hold there is gone, and what remains says nothing any more of the dimensions that are chosen: this is what
a check, a site, a book, a search of a value *are*. Numbers of sections stay. A reference to something that is gone goes
with it, out of a list or with the record that cannot be without it; a step that leads nowhere then is a Problem. A page
for an emergency keeps all that it says for anybody.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cjm.model import Choice, Fact, Handbook, Item, Place, Policy, Section, Touchpoint, Written
from cjm.model.derived import derived
from cjm.model.fields import Either, Many, Record, Ref, Text, element, specs
from cjm.model.handbook import Problem
from cjm.model.reference import FACT, Reference
from cjm.model.scope import Chosen, holds_for, left
from cjm.wording.facts import resolve
from cjm.workspace.scopes import own_scope, scopes_below
from cjm.workspace.subjects import below, identity


def project(handbook: Handbook, cell: Chosen) -> Handbook:
    """The handbook where these values are chosen; of a dimension that `cell` leaves out, all of them stay."""
    known = {one.id for one in handbook.outline.dimensions}
    cell = {name: value for name, value in cell.items() if name in known}
    if not cell:
        return handbook
    cut = _Cut(handbook, cell, frozenset(_gone(handbook, cell)))
    dimensions = tuple(
        replace(one, values=tuple(value for value in one.values if value.id == cell.get(one.id, value.id)))
        for one in handbook.outline.dimensions
    )
    shared = {kind: tuple(cut.all_of(things)) for kind, things in handbook.shared.items()}
    made = replace(
        handbook,
        outline=replace(cut.item(handbook.outline) or handbook.outline, dimensions=dimensions),
        journeys=tuple(cut.all_of(handbook.journeys)),
        sections=tuple(cut.all_of(handbook.sections)),
        shared=shared,
        probes=tuple(cut.all_of(handbook.probes)),
        whole=handbook.whole or handbook,
        absent=handbook.absent | cut.gone,
    )
    problems = [one for one in handbook.problems if not any(_lies_in(one.place, place) for place in cut.places)]
    return replace(made, problems=tuple(sorted((*problems, *cut.problems), key=lambda problem: problem.place)))


def cut_out(handbook: Handbook, cell: Chosen) -> Handbook:
    """The same as it is published: its title says what it is for."""
    made = project(handbook, cell)
    if made is handbook:
        return handbook
    values = (one.values[0].title for one in made.outline.dimensions if one.id in made.cell)
    title = " — ".join((handbook.outline.title, ", ".join(values)))
    return replace(made, outline=replace(made.outline, title=title))


# Private functions


@dataclass
class _Cut:
    """What is gone so far, and what that broke."""

    handbook: Handbook
    cell: Chosen
    gone: frozenset[str]  # `kind:id` of what does not hold; of a step `section:id/step`

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []
        self.places: list[Place] = []

    def all_of(self, things: tuple[Any, ...]) -> Iterator[Any]:
        """Those that hold, each as it is there."""
        touched = _touched(self.handbook)
        for thing in things:
            kept = self.item(thing) if thing in touched else thing
            if kept is not None:
                yield kept

    def item(self, item: Any, home: str = "") -> Any:
        """The thing as it is there, None where it does not hold."""
        if _is_emergency(item):
            return _said_in_full(item, self.handbook)
        if not holds_for(own_scope(item), self.cell):
            self.places.append(item.at())
            return None
        home = f"section:{item.id}" if isinstance(item, Section) else home
        made = item.chosen(self.cell) if isinstance(item, Fact) else item
        changes: dict[str, Any] = {}
        if own_scope(made):
            changes["scope"] = left(own_scope(made), self.cell)
        for attribute, required, reads in _references_and_parts(type(item)):
            value = getattr(made, attribute)
            if not value:
                continue
            if isinstance(reads, Ref):
                kept = tuple(one for one in value if not self.leads_nowhere(one, reads, home)) if isinstance(value, tuple) else (
                    "" if self.leads_nowhere(value, reads, home) else value
                )  # fmt: skip
                if required and value and not kept:
                    if isinstance(item, Choice):
                        self.problems.append(
                            Problem("unknown-reference", "absent", item.at(attribute), {"kind": "step", "id": value})
                        )
                    return None
            elif isinstance(value, tuple):
                kept = tuple(one for each in value if (one := self.item(each, home)) is not None)
            else:
                kept = self.item(value, home)
            if kept != value:
                changes[attribute] = kept
        if isinstance(item, Touchpoint) and item.next and not changes.get("next", item.next):
            changes["stops"] = True
        made = replace(made, **changes) if changes else made
        return None if isinstance(item, Policy) and item.forms and not made.forms else made

    def leads_nowhere(self, written: str, reads: Ref, home: str) -> bool:
        """Whether a reference means something that is gone."""
        named = Reference.parse(written, reads.kinds)
        if named.within:
            kind, inner = named.target
            return str(named) in self.gone or f"{named.kind}:{named.id}" in self.gone or f"{kind}:{inner}" in self.gone
        kinds = (named.kind,) if named.kind else reads.kinds[:1] if reads.kinds[0] == "step" else reads.kinds
        names = [f"{home}/{named.id}" if kind == "step" else f"{kind}:{named.id}" for kind in kinds]
        return any(name in self.gone for name in names) and not any(
            name not in self.gone and self.handbook.find(kind, named.id)
            for kind, name in zip(kinds, names, strict=True)
        )


def _is_emergency(item: Any) -> bool:
    return isinstance(item, Section) and item.kind == "emergency"


def _said_in_full(item: Any, handbook: Handbook) -> Any:
    """The thing with every value of the facts that it names: whoever helps out elsewhere reads it too."""
    changes: dict[str, Any] = {}
    for attribute, spec in specs(type(item)).items():
        value, reads = getattr(item, attribute), element(spec.reads)
        if isinstance(reads, Text | Record | Either) and value and attribute != "accept":
            each = _varying if isinstance(reads, Text) else _said_in_full
            made = tuple(each(one, handbook) for one in value) if isinstance(value, tuple) else each(value, handbook)
            if made != value:
                changes[attribute] = made
    return replace(item, **changes) if changes else item


def _varying(text: str, handbook: Handbook) -> str:
    def told(found: re.Match[str]) -> str:
        return resolve(found[0], handbook) if handbook.variants(found[1], found[2] or "") else found[0]

    return FACT.sub(told, text)


def _gone(handbook: Handbook, cell: Chosen) -> Iterator[str]:
    """The names of all that does not hold, with what lies in it."""
    for top in _scoped(handbook):
        if not _is_emergency(top):
            yield from _gone_in(top, cell, holds_for(own_scope(top), cell), identity(top))


def _gone_in(item: Written, cell: Chosen, stands: bool, home: str) -> Iterator[str]:
    name = identity(item)
    if not stands and name:
        yield f"{home}/{name.partition(':')[2]}" if name.startswith("step:") else name
    for attribute in specs(type(item)):
        value = getattr(item, attribute)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Written):
                yield from _gone_in(one, cell, stands and holds_for(own_scope(one), cell), home)


@derived
def _scoped(handbook: Handbook) -> tuple[Item, ...]:
    """The top items that hold for some values only, or in which something does."""
    return tuple(top for top in handbook.items() if any(True for _ in scopes_below(top)))


@derived
def _touched(handbook: Handbook) -> frozenset[Item]:
    """The top items that a choice can change: those, and what refers to something that may be gone."""
    scoped = frozenset(_scoped(handbook)) | {one for one in handbook.sections if _is_emergency(one)}
    loose = {name.partition(":")[2] for top in scoped for name in _gone_in(top, {}, False, identity(top))}
    loose |= {name.rpartition("/")[2] for name in loose}
    return scoped | {
        top
        for top in handbook.items()
        if top not in scoped
        and any(
            not loose.isdisjoint((bare, bare.partition("/")[0], bare.rpartition("/")[2]))
            for item in below(top)
            for bare in _named_by(item)
        )
    }


def _named_by(item: Written) -> Iterator[str]:
    for attribute, _, reads in _references_and_parts(type(item)):
        if isinstance(reads, Ref) and (value := getattr(item, attribute)):
            for one in value if isinstance(value, tuple) else (value,):
                yield one.rpartition(":")[2]


def _references_and_parts(item: type) -> tuple[tuple[str, bool, Ref | Record | Either], ...]:
    return _plan(item)


@functools.cache
def _plan(item: Any) -> tuple[tuple[str, bool, Ref | Record | Either], ...]:
    """The fields that hold things of their own, or refer to something that may not hold everywhere."""
    found: list[tuple[str, bool, Ref | Record | Either]] = []
    for attribute, spec in specs(item).items():
        reads = element(spec.reads)
        if isinstance(reads, Ref):
            if not _LOOSE.isdisjoint(reads.kinds):
                found.append((attribute, spec.required and not isinstance(spec.reads, Many), reads))
        elif isinstance(reads, Record | Either) and attribute != "accept":
            found.append((attribute, False, reads))
    return tuple(found)


_LOOSE = frozenset(("journey", "touchpoint", "section", "step", "resource", "duty", "person", "hours"))


def _lies_in(place: Place, outer: Place) -> bool:
    return place.file == outer.file and outer.start <= place.start < max(outer.end, outer.start + 1)
