"""A Handbook and values of its dimensions in, the plain handbook that holds where these are chosen out.

What does not hold there is gone, and what remains says nothing any more of the dimensions that are chosen: this is what
a check, a site, a book, a search of a value *are*. Numbers of sections stay. A reference to something that is gone goes
with it, out of a list or with the record that cannot be without it; a step that leads nowhere then is a Problem. A page
for an emergency keeps all that it says for anybody.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cjm.model import Choice, Fact, Handbook, Item, Place, Policy, Section, Touchpoint, Written
from cjm.model.derived import derived
from cjm.model.fields import Either, Many, Record, Ref, Text, element, specs
from cjm.model.handbook import Problem
from cjm.model.reference import FACT, Reference
from cjm.model.scope import Chosen, Scope, holds_for, left
from cjm.wording.facts import resolve
from cjm.wording.scopes import of_dimension
from cjm.workspace.scopes import named_below, own_scope, scopes_below
from cjm.workspace.subjects import below, identity


def project(handbook: Handbook, cell: Chosen) -> Handbook:
    """The handbook where these values are chosen; of a dimension that `cell` leaves out, all of them stay."""
    cell = {name: value for name, value in cell.items() if name in handbook.dimension and name not in handbook.cell}
    if not cell:
        return handbook
    cut = _Cut(
        handbook,
        cell,
        frozenset(name for name, scopes in _conditions(handbook) if not all(holds_for(one, cell) for one in scopes)),
    )
    shared = {kind: tuple(cut.all_of(things)) for kind, things in handbook.shared.items()}
    made = replace(
        handbook,
        outline=next(cut.all_of((handbook.outline,))),
        journeys=tuple(cut.all_of(handbook.journeys)),
        sections=tuple(cut.all_of(handbook.sections)),
        shared=shared,
        probes=tuple(cut.all_of(handbook.probes)),
        whole=handbook.whole or handbook,
        cell={**handbook.cell, **cell},
        absent=handbook.absent | cut.gone,
        without=(*handbook.without, *cut.places),
    )
    problems = [one for one in handbook.problems if not any(lies_in(one.place, place) for place in cut.places)]
    return replace(made, problems=tuple(sorted((*problems, *cut.problems), key=lambda problem: problem.place)))


def cut_out(handbook: Handbook, cell: Chosen) -> Handbook:
    """The same as it is published: its title says what it is for."""
    made = project(handbook, cell)
    if made is handbook:
        return handbook
    values = [of_dimension(name, (value,), handbook) for name, value in made.cell.items()]
    title = " — ".join((handbook.outline.title, ", ".join(values)))
    return replace(made, outline=replace(made.outline, title=title))


def lies_in(place: Place, outer: Place) -> bool:
    """Whether a place lies inside another."""
    return place.file == outer.file and outer.start <= place.start < max(outer.end, outer.start + 1)


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
        touched, made = _touched(self.handbook), _made_before(self.handbook)
        for thing in things:
            kept = thing
            if thing in touched:
                named, refers = touched[thing]
                gone = frozenset(name for name in self.gone if not refers.isdisjoint(_bare(name)))
                if not gone and not named and not _is_emergency(thing):
                    yield thing
                    continue
                key = (thing, tuple(self.cell.get(name) for name in named), gone)
                if key not in made:  # two choices that differ in nothing that the thing names share one
                    alone = _Cut(self.handbook, self.cell, self.gone)
                    made[key] = alone.item(thing), alone.problems, alone.places
                kept, problems, places = made[key]
                self.problems += problems
                self.places += places
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
        if empty := [
            specs(type(item))[name].key
            for name, value in changes.items()
            if not value and name not in ("stops", "scope")
        ]:
            changes["source"] = item.source.without(empty)  # nobody would have written it there
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


@derived
def _conditions(handbook: Handbook) -> tuple[tuple[str, tuple[Scope, ...]], ...]:
    """The name of each thing that may be gone, with every `for` that it hangs on: its own, and of what it lies in."""
    found: list[tuple[str, tuple[Scope, ...]]] = []
    for top in _scoped(handbook):
        if not _is_emergency(top):
            _hangs(top, (), identity(top), found)
    return tuple(found)


def _hangs(item: Written, outer: tuple[Scope, ...], home: str, found: list[tuple[str, tuple[Scope, ...]]]) -> None:
    scopes = (*outer, scope) if (scope := own_scope(item)) else outer
    name = identity(item) if scopes else ""
    if name:
        found.append((f"{home}/{name.partition(':')[2]}" if name.startswith("step:") else name, scopes))
    for attribute, _, reads in _references_and_parts(type(item)):
        value = getattr(item, attribute) if not isinstance(reads, Ref) else None
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Written):
                _hangs(one, scopes, home, found)


@derived
def _scoped(handbook: Handbook) -> tuple[Item, ...]:
    """The top items that hold for some values only, or in which something does."""
    return tuple(top for top in handbook.items() if any(True for _ in scopes_below(top)))


@derived
def _touched(handbook: Handbook) -> Mapping[Item, tuple[tuple[str, ...], frozenset[str]]]:
    """The top items that a choice can change, with the dimensions and the ids of things that may be gone that they name."""
    scoped = {*_scoped(handbook), *(one for one in handbook.sections if _is_emergency(one))}
    loose = {bare for name, _ in _conditions(handbook) for bare in _bare(name)}
    found = {}
    for top in handbook.items():
        refers = frozenset(bare for item in below(top) for name in _named_by(item) for bare in _bare(name)) & loose
        if refers or top in scoped:
            found[top] = (() if _is_emergency(top) else tuple(named_below(top)), refers)
    return found


@derived
def _made_before(handbook: Handbook) -> dict[tuple[Item, tuple[str | None, ...], frozenset[str]], Any]:
    """What was cut already, with what that broke and where the rest is written."""
    return {}


def _bare(name: str) -> tuple[str, ...]:
    """The ids in `kind:id` or `kind:id/inner`."""
    return tuple(name.rpartition(":")[2].split("/"))


def _named_by(item: Written) -> Iterator[str]:
    for attribute, _, reads in _references_and_parts(type(item)):
        if isinstance(reads, Ref) and (value := getattr(item, attribute)):
            yield from value if isinstance(value, tuple) else (value,)


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
