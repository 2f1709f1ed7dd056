"""A handbook in, the state of each of its standards out: in force, under review or missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from cjm.model import Handbook, Planned

StandardState = Literal["covered", "review", "missing"]


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard that a touchpoint names; one without an id stands for the standard that it lacks."""

    id: str
    number: int | None
    title: str
    state: StandardState


LACKING = Standard("", None, "", "missing")


def standards(handbook: Handbook) -> dict[str, Standard]:
    """The standards that are listed or written, by their ids. A touchpoint may name one that is neither."""
    listed = {
        entry.id: Standard(entry.id, number, entry.title if isinstance(entry, Planned) else "", "missing")
        for number, (_, entry) in enumerate(handbook.order, start=1)
    }
    known: dict[str, StandardState] = {"active": "covered", "draft": "review"}
    return listed | {
        id: Standard(id, handbook.number.get(id), section.short or section.title, known.get(section.status, "missing"))
        for id, section in handbook.section.items()
    }


def named(ids: Iterable[str], known: Mapping[str, Standard]) -> tuple[Standard, ...]:
    """The standards of these ids, or the one that is lacking."""
    return tuple(known.get(id, Standard(id, None, "", "missing")) for id in ids) or (LACKING,)


def best(of: Iterable[Standard]) -> StandardState:
    """One standard that is in force covers a touchpoint."""
    states = {standard.state for standard in of}
    return "covered" if "covered" in states else "review" if "review" in states else "missing"
