"""What a long book sets in, the quires in which it is set one after another out; between two of them begins a page.

Typst remembers all that it lays out, two megabytes a page, until it ends: a book of three hundred sections would take
more than a gigabyte at once. A quire ends where a part or the reference begins, inside a part only where that is long.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cjm.book.text import Json

QUIRE = 170_000  # characters of data, about thirty pages
_PAGE = 4_600  # of them on a page
_SVG = 12  # a map is many characters and little memory
_GROUPS = ("maps", "parts", "voice", "back")
_PLACES = ("label", "check")


@dataclass(frozen=True, slots=True)
class Quire:
    """What the print template sets in one go, and every place in it that another quire may refer to."""

    data: Json
    places: tuple[str, ...] = ()
    pages: int = 1  # about


def quires(data: Json) -> tuple[Quire, ...]:
    """The quires of a book; one of what is short, or no book."""
    blocks = [(*block, _weight(block[2])) for block in _blocks(data)] if data.get("bound") else []
    if sum(weight for *_, weight in blocks) <= QUIRE:
        return (Quire(data),)
    bare: Json = dict.fromkeys(_GROUPS, ())
    made, room, before = [data | bare], QUIRE, ""
    for kind, chapter, block, weight in blocks:
        if weight > room and room < QUIRE:
            resumes = chapter if chapter == before else ""
            made.append(data | bare | {"cover": None, "approval": None, "contents": [], "resumes": resumes})
            room = QUIRE
        room, before = room - weight, chapter
        there = made[-1][kind]
        if kind == "parts" and there and there[-1]["label"] == chapter:
            there[-1]["sections"] += block["sections"]
        else:
            made[-1][kind] = (*there, block)
    return tuple(_quire(one, first=number == 0) for number, one in enumerate(made))


# Private functions


def _blocks(data: Json) -> Iterator[tuple[str, str, Json]]:
    """What stays in one quire: where it stands in the data, the label of its chapter, itself."""
    for one in data["maps"]:
        yield "maps", "journeys", one
    for part in data["parts"]:
        if _weight(part) <= QUIRE:
            yield "parts", part["label"], part | {"sections": list(part["sections"])}
        else:
            for section in part["sections"]:
                yield "parts", part["label"], part | {"sections": [section]}
    for one in data["voice"]:
        yield "voice", "voice", one
    for one in data["back"]:
        yield "back", "reference", one


def _weight(block: Json) -> int:
    drawn = sum(len(json.dumps(sheet["svg"], ensure_ascii=False)) for sheet in block.get("sheets", ()))
    return len(json.dumps(block, ensure_ascii=False)) - drawn + drawn // _SVG


def _quire(data: Json, *, first: bool) -> Quire:
    shown = {one["kind"] for part in data["parts"] for section in part["sections"] for one in section.get("shows", ())}
    own = [*(data[kind] for kind in _GROUPS), *(data["shared"].get(kind) for kind in sorted(shown))]
    places = [*_places(own), *(("approval",) if first else ())]
    places += ["journeys"] if data["maps"] and data.get("resumes") != "journeys" else []
    places += ["voice"] if data["voice"] and data.get("resumes") != "voice" else []
    places += ["reference"] if data["back"] and data.get("resumes") != "reference" else []
    pages = sum(_weight(one) for kind in _GROUPS for one in data[kind]) // _PAGE + 1
    return Quire(data | {"places": places}, tuple(places), pages)


def _places(value: Any) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for one in value:
            yield from _places(one)
    elif isinstance(value, dict):
        yield from (value[key] for key in _PLACES if isinstance(value.get(key), str) and value[key])
        for one in value.values():
            yield from _places(one)
