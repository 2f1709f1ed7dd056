"""A Handbook and a thing of it in, every place out where its id is used: to be given another with all its references."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from cjm.model import Handbook, Place, Written
from cjm.model.derived import derived
from cjm.model.fields import Either, Many, Reading, Ref, Text, specs
from cjm.model.policy import Every
from cjm.workspace.narrow import within
from cjm.workspace.subjects import below, identities

_LOCAL = ("step", "script", "detail", "stage")  # kinds whose ids count within their file only
_LINK = re.compile(r"\]\(\s*([a-z-]+):([^)/\s]+)(?:/([^)\s]+))?")
_FACT = re.compile(r"\{\{[ \t\u00a0]*([^\s.{}]+)")
_SELECTS = {
    "role": ("role", "performer"), "channel": ("channel", "channels"), "section": ("standard", "section"),
    "person": ("owner",), "journey": ("journey",), "stage": ("stage",), "part": ("part",),
}  # fmt: skip


def uses(handbook: Handbook, kind: str, id: str, home: str) -> Iterator[Place]:
    """The stretches that read `id` and mean the `kind` of that id, whose file is `home`; not where it is given."""
    for mention in _mentions(handbook).get(id, ()):
        if mention.means(kind, home, handbook):
            yield mention.place


# Private functions


@dataclass(frozen=True, slots=True)
class _Mention:
    """An id somewhere in the handbook. `kinds` are those it may mean; `inside` is the section or journey before it."""

    id: str
    place: Place
    kinds: tuple[str, ...]
    inside: str = ""

    def means(self, kind: str, home: str, handbook: Handbook) -> bool:
        if kind not in self.kinds:
            return False
        if kind in _LOCAL:
            return self.inside == PurePosixPath(home).stem if self.inside else self.place.file == home
        # Of several kinds, a bare id means the first that has it.
        known = identities(handbook)
        return next((one for one in self.kinds if f"{one}:{self.id}" in known), kind) == kind


@derived
def _mentions(handbook: Handbook) -> Mapping[str, list[_Mention]]:
    """Every id that is used anywhere, with the places where it is."""
    found: dict[str, list[_Mention]] = {}
    for top in handbook.items():
        source = handbook.sources.get(top.source.file, "")
        for item in below(top):
            for mention in _of_item(item, source):
                found.setdefault(mention.id, []).append(mention)
    return found


def _of_item(item: Written, source: str) -> Iterator[_Mention]:
    for attribute, spec in specs(type(item)).items():
        for reading, place, value in _values(item, attribute, spec.key, spec.reads):
            if isinstance(reading, Ref):
                yield from _of_reference(reading, place, str(value), source)
            elif isinstance(reading, Text):
                yield from _of_text(place, source)
            elif isinstance(item, Every) and isinstance(value, tuple):
                yield from _selected(value, place, source)


def _values(item: Written, attribute: str, key: str, reads: Reading) -> Iterator[tuple[Reading, Place, object]]:
    """Each value of a field with its place."""
    value = getattr(item, attribute)
    if not value:
        return
    if isinstance(reads, Many) and not isinstance(reads.of, Either):
        for number, one in enumerate(value):
            yield reads.of, item.at(key, number), one
    else:
        yield reads, item.at(key), value


def _of_reference(reading: Ref, place: Place, written: str, source: str) -> Iterator[_Mention]:
    """The ids in `section:id/step`, `journey/touchpoint`, `role:id` or a bare id."""
    prefix, colon, rest = written.partition(":")
    if not colon:
        prefix, rest = "", written
    outer, slash, inner = rest.partition("/")
    start = source.find(rest, place.start, place.end)
    if start < 0:
        return  # written with escapes, which nobody does
    if not slash:
        kinds = (prefix,) if prefix else reading.kinds
        if prefix == "" and reading.kinds[0] in _LOCAL:
            kinds = reading.kinds[:1]  # another section must be named section:id
        yield _Mention(rest, within(place, start, start + len(rest), source), kinds)
        return
    holder, part = ("section", "step") if prefix == "section" else ("journey", "touchpoint")
    yield _Mention(outer, within(place, start, start + len(outer), source), (holder,))
    behind = start + len(outer) + 1
    yield _Mention(inner, within(place, behind, behind + len(inner), source), (part,), outer)


def _of_text(place: Place, source: str) -> Iterator[_Mention]:
    """The ids in the links of a text, and the facts in its double braces."""
    for link in _LINK.finditer(source, place.start, place.end):
        yield _Mention(link[2], within(place, *link.span(2), source), (link[1],))
        if link[3]:
            part = "step" if link[1] == "section" else "touchpoint"
            yield _Mention(link[3], within(place, *link.span(3), source), (part,), link[2])
    for fact in _FACT.finditer(source, place.start, place.end):
        yield _Mention(fact[1], within(place, *fact.span(1), source), ("fact",))


def _selected(pairs: tuple[tuple[str, tuple[str, ...]], ...], place: Place, source: str) -> Iterator[_Mention]:
    """The ids among the values that a policy selects by: `{section: {performer: id}}`."""
    for key, values in pairs:
        kinds = tuple(kind for kind, keys in _SELECTS.items() if key in keys)
        for value in values if kinds else ():
            for match in re.compile(rf"(?<![\w-]){re.escape(value)}(?![\w-])").finditer(source, place.start, place.end):
                yield _Mention(value, within(place, *match.span(), source), kinds)
