"""A Handbook and a thing of it in, every place out where its id is used: to be given another with all its references."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from cjm.lint.narrow import within
from cjm.lint.subjects import below
from cjm.model import Handbook, Place, Written
from cjm.model.policy import Every
from cjm.model.reading import Either, Many, Reading, Ref, Text, specs

_PREFIXED = {"journey", "section", "role", "touchpoint", "term"}  # kinds that a Markdown link can lead to
_LOCAL = ("step", "script", "detail", "stage")  # kinds whose ids count within their file only


def uses(handbook: Handbook, kind: str, id: str, home: str) -> Iterator[Place]:
    """The stretches that read `id` and mean the `kind` of that id, whose file is `home`; not where it is given."""
    patterns = _in_text(kind, id, home)
    for top in handbook.items():
        source = handbook.sources.get(top.source.file, "")
        if id not in source:
            continue
        for item in below(top):
            for attribute, spec in specs(type(item)).items():
                for reading, place, value in _values(item, attribute, spec.key, spec.reads):
                    if isinstance(reading, Ref):
                        yield from _reference(reading, place, value, kind, id, home, source, handbook)
                    elif isinstance(reading, Text):
                        for pattern in patterns:
                            for match in pattern.finditer(source, place.start, place.end):
                                yield within(place, match.start(1), match.end(1), source)
                    elif isinstance(item, Every):
                        yield from _selected(value, place, kind, id, source)


# Private functions


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


def _reference(
    reading: Ref, place: Place, value: object, kind: str, id: str, home: str, source: str, handbook: Handbook
) -> Iterator[Place]:
    """The part of a reference that is the id: `section:id/step`, `journey/touchpoint`, or the whole of it."""
    written = str(value)
    prefix, colon, rest = written.partition(":")
    name, _, inner = (rest if colon else written).partition("/")
    stem = PurePosixPath(home).stem
    if colon and prefix == "section":
        means = name == id if kind == "section" else kind == "step" and inner == id and name == stem
    elif colon:
        means = prefix == kind and rest == id
    elif inner and "touchpoint" in reading.kinds:
        means = name == id if kind == "journey" else kind == "touchpoint" and inner == id
    elif kind in _LOCAL:
        means = kind in reading.kinds and written == id and place.file == home
    else:
        means = _first_of(reading, id, handbook) == kind and written == id
    if means:
        start = place.start + _offset(source[place.start : place.end], id, last=kind in ("step", "touchpoint"))
        if start >= place.start:
            yield within(place, start, start + len(id), source)


def _first_of(reading: Ref, id: str, handbook: Handbook) -> str:
    """Which of several kinds a bare id means: the first that has it."""
    for kind in reading.kinds:
        known: dict[str, object] = {
            "role": handbook.role, "section": handbook.section, "journey": handbook.journey, "touchpoint": handbook.touchpoint,
            "person": {person.id for person in handbook.outline.people},
            "channel": {channel.id for channel in handbook.outline.channels},
        }  # fmt: skip
        if len(reading.kinds) == 1 or (kind in known and id in known[kind]):  # type: ignore[operator]
            return kind
    return ""


def _offset(written: str, id: str, last: bool) -> int:
    return written.rfind(id) if last else written.find(id)


def _in_text(kind: str, id: str, home: str) -> list[re.Pattern[str]]:
    """How a text names the thing: a link of Markdown, or a fact in double braces. The id is the first group."""
    name = re.escape(id)
    if kind == "fact":
        return [re.compile(r"\{\{\s*(" + name + r")(?=[\s.}])")]
    if kind == "step":
        return [re.compile(rf"\]\(\s*section:{re.escape(PurePosixPath(home).stem)}/({name})(?=[)\s])")]
    if kind == "touchpoint":
        return [re.compile(rf"\]\(\s*(?:touchpoint:|journey:[^)\s/]+/)({name})(?=[)\s])")]
    if kind in _PREFIXED:
        return [re.compile(rf"\]\(\s*{kind}:({name})(?=[)/\s])")]
    return []


def _selected(pairs: object, place: Place, kind: str, id: str, source: str) -> Iterator[Place]:
    """An id among the values that a policy selects by: `{section: {performer: id}}`."""
    if isinstance(pairs, tuple) and any(id in values for key, values in pairs if key in _SELECTS.get(kind, ())):
        for match in re.compile(rf"(?<![\w-]){re.escape(id)}(?![\w-])").finditer(source, place.start, place.end):
            yield within(place, match.start(), match.end(), source)


_SELECTS = {
    "role": ("role", "performer"), "channel": ("channel", "channels"), "section": ("standard", "section"),
    "person": ("owner",), "journey": ("journey",), "stage": ("stage",), "part": ("part",),
}  # fmt: skip
