"""A Handbook and a thing of it in, every place out where its id is used: to be given another with all its references."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from cjm.model import Conflict, Handbook, Place, Section, Touchpoint, Written
from cjm.model.derived import derived
from cjm.model.fields import Many, Reading, Ref, Text, element, specs
from cjm.model.reference import LINK, MENTIONED, Reference, is_own
from cjm.model.registry import KINDS
from cjm.model.scope import SCOPE, Scope
from cjm.model.shared.policy import Every
from cjm.workspace.narrow import within
from cjm.workspace.subjects import below, identities

_SIGNS = ("](", "{{")  # one of them stands in every text that names something
# Which keys of a policy's `every:` select by an id of which kinds, as the fields of the things it speaks of say.
_SELECTS: Mapping[str, tuple[str, ...]] = {
    **{
        spec.key: reads.kinds
        for item in (Touchpoint, Section, Conflict)
        for spec in specs(item).values()
        if isinstance(reads := spec.reads.of if isinstance(spec.reads, Many) else spec.reads, Ref)
    },
    **{kind: (kind,) for kind in ("journey", "stage", "part", "section")},
}


def uses(handbook: Handbook, kind: str, id: str, home: str, *, of_few: bool = False) -> Iterator[Place]:
    """The stretches that read `id` and mean the `kind` of that id, whose file is `home`; not where it is given.

    Who asks `of_few` ids has only those files gone through in which the id stands.
    """
    for mention in naming(handbook, id) if of_few else _mentions(handbook).get(id, ()):
        if mention.means(kind, home, handbook):
            yield mention.place


def naming(handbook: Handbook, id: str) -> Iterator["Mention"]:
    """The places where this id is used; where any is, without one."""
    for top in handbook.items():
        source = handbook.sources.get(top.source.file, "")
        for item in below(top) if id in source else ():
            for mention in _of_item(item, source, id):
                if id in ("", mention.id):
                    yield mention


def of_reference(reading: Ref, place: Place, written: str, source: str) -> Iterator["Mention"]:
    """The ids in `section:id/step`, `journey/touchpoint`, `role:id` or a bare id."""
    reference, start = Reference.parse(written, reading.kinds), source.find(written, place.start, place.end)
    if start < 0:
        return  # written with escapes, which nobody does
    kinds = (reference.kind,) if reference.kind else reading.kinds
    if not reference.kind and KINDS[kinds[0]].local:
        kinds = kinds[:1]  # another section must be named section:id
    yield from _mentioned(reference, kinds, written, start, place, source)


@dataclass(frozen=True, slots=True)
class Mention:
    """An id somewhere in the handbook. `kinds` are those it may mean; `inside` is the section or journey before it."""

    id: str
    place: Place
    kinds: tuple[str, ...]
    inside: str = ""

    def means(self, kind: str, home: str, handbook: Handbook) -> bool:
        if kind not in self.kinds:
            return False
        if KINDS[kind].local:
            return self.inside == PurePosixPath(home).stem if self.inside else self.place.file == home
        # Of several kinds, a bare id means the first that has it.
        known = identities(handbook)
        return next((one for one in self.kinds if f"{one}:{self.id}" in known), kind) == kind


@derived
def _mentions(handbook: Handbook) -> Mapping[str, list[Mention]]:
    """Every id that is used anywhere, with the places where it is."""
    found: dict[str, list[Mention]] = {}
    for mention in naming(handbook, ""):
        found.setdefault(mention.id, []).append(mention)
    return found


def _of_item(item: Written, source: str, id: str) -> Iterator[Mention]:
    own = vars(item)
    kind: Any = type(item)
    for attribute, key, reads in _fields_naming(kind):
        if own.get(attribute):
            for reading, place, value in _values(item, key, reads, own[attribute], id):
                if isinstance(reading, Ref):
                    yield from of_reference(reading, place, str(value), source)
                elif isinstance(reading, Text):
                    yield from _of_text(place, source)
                elif reading is SCOPE and isinstance(value, tuple):
                    yield from _named_in(value, place, source)
                elif isinstance(value, tuple):
                    yield from _selected(value, place, source)


@cache
def _fields_naming(item: Any) -> tuple[tuple[str, str, Reading], ...]:
    """The fields of a class in which something may be named: attribute, key, how it is read."""
    return tuple(
        (attribute, spec.key, spec.reads)
        for attribute, spec in specs(item).items()
        if isinstance(element(spec.reads), Ref | Text) or spec.reads is SCOPE or item is Every
    )


def _values(item: Written, key: str, reads: Reading, value: Any, id: str) -> Iterator[tuple[Reading, Place, object]]:
    """Each value of a field in which the id stands, with its place."""
    if isinstance(reads, Many):
        for number, one in enumerate(value):
            if id in (one if isinstance(one, str) else str(one)):
                yield reads.of, item.at(key, number), one
    elif id not in (value if isinstance(value, str) else str(value)):
        return
    elif not isinstance(reads, Text) or any(sign in str(value) for sign in _SIGNS):
        yield reads, item.at(key), value


def _of_text(place: Place, source: str) -> Iterator[Mention]:
    """The ids in the links of a text, and the facts in its double braces."""
    for link in LINK.finditer(source, place.start, place.end):
        if is_own(link[1]):
            reference = Reference.parse(link[1])
            yield from _mentioned(reference, (reference.kind,), link[1], link.start(1), place, source)
    for fact in MENTIONED.finditer(source, place.start, place.end):
        yield Mention(fact[1], within(place, *fact.span(1), source), ("fact", "dimension"))


def _mentioned(
    reference: Reference, kinds: tuple[str, ...], written: str, start: int, place: Place, source: str
) -> Iterator[Mention]:
    """The one or two ids of a reference that is written as `written` from the offset `start` on."""
    start += written.find(":") + 1
    end = start + len(reference.id)
    yield Mention(reference.id, within(place, start, end, source), kinds)
    if reference.within:
        kind, inner = reference.target
        yield Mention(inner, within(place, end + 1, end + 1 + len(inner), source), (kind,), reference.id)


def _named_in(scope: Scope, place: Place, source: str) -> Iterator[Mention]:
    """The dimensions that a `for` names: `{branch: [north]}`."""
    for dimension, _ in scope:
        key = re.compile(rf"(?<![\w-]){re.escape(dimension)}(?=[\"']?\s*:)").search(source, place.start, place.end)
        if key:
            yield Mention(dimension, within(place, *key.span(), source), ("dimension",))


def _selected(pairs: tuple[tuple[str, tuple[str, ...]], ...], place: Place, source: str) -> Iterator[Mention]:
    """The ids among the values that a policy selects by: `{section: {performer: id}}`."""
    for key, values in pairs:
        kinds = _SELECTS.get(key, ())
        for value in values if kinds else ():
            for match in re.compile(rf"(?<![\w-]){re.escape(value)}(?![\w-])").finditer(source, place.start, place.end):
                yield Mention(value, within(place, *match.span(), source), kinds)
