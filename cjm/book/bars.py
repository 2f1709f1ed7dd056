"""The data of a book and what was approved in, the same data out: every block that is another one now says so.

A block that bears `changed` gets a bar in the margin. What only counts, places or leads is not compared: it moves when
something else does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from cjm.book import back, section
from cjm.book.since_approval import Since
from cjm.book.text import Json, Writer
from cjm.graph import ways
from cjm.model import Section

# What a section consists of, and what of its head belongs to it.
_BLOCKS = ("steps", "conflicts", "scripts", "never", "details", "questions")
_HEAD = ("title", "draft", "purpose", "trigger", "performer", "more", "shows")
_INDEXES = ("conflicts", "answers")
_PLACES = frozenset(
    [
        "number",
        "to",
        "goes",
        "page",
        "lay",
        "long",
        "room",
        "label",
        "qr",
        "address",
        "changed",
        "sections",
        "above",
        "lead",
    ]
)


def with_bars(data: Json, sections: Iterable[Section], since: Since, places: frozenset[str]) -> Json:
    """The data of a book that holds these sections. The indexes follow from them and bear no bars."""
    sections, then, all_ways = tuple(sections), Writer(since.then, places), ways(since.then)
    made = {one["label"]: one for part in data["parts"] for one in part["sections"]}
    for one in sections:
        before = since.before(one)
        _mark_section(made[f"section:{one.id}"], section.printed_section(before, all_ways, then) if before else None)
    for one in data["maps"]:
        stands = since.stand.items.get(one["label"])  # an earlier program approved no journeys
        one["changed"] = stands is not None and stands.status != "approved"
    for kind, things in (*((each["kind"], each["data"]) for each in data["back"]), *data["shared"].items()):
        if kind not in _INDEXES:
            _mark(things, back.shared(kind, (), then))
    return data


# Private functions


def _mark_section(made: Json, before: Json | None) -> None:
    """Mark what is new or another one; the head also where something that was there is gone."""
    old, gone = before or {}, False
    for name in _BLOCKS:
        gone |= _mark(_flat(made[name]), _flat(old.get(name, ())))
    made["changed"] = gone or any(_seen(made[key]) != _seen(old.get(key)) for key in _HEAD)
    made["result_changed"] = _seen(made["result"]) != _seen(old.get("result"))


def _mark(made: list[Json], before: list[Json]) -> bool:
    """Mark the blocks that were not there as they are; whether there are fewer now."""
    known = {_seen(one) for one in before}
    for one in made:
        if _seen(one) not in known:
            one["changed"] = True
    return len(before) > len(made)


def _flat(blocks: Any) -> list[Json]:
    """Details stand in rows of two columns."""
    return [
        one
        for block in blocks
        for one in ([each for side in block["sides"] for each in side] if "sides" in block else [block])
    ]


def _seen(value: Any) -> Any:
    """A value without what only counts, places or leads, as one that can be compared and kept."""
    if isinstance(value, Mapping):
        return tuple((key, _seen(one)) for key, one in value.items() if key not in _PLACES)
    return tuple(_seen(one) for one in value) if isinstance(value, list | tuple) else value
