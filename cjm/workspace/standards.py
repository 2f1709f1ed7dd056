"""A handbook in, the state of each of its standards out: in force here or elsewhere, under review, planned or missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from cjm.model import Handbook, Planned
from cjm.model.derived import derived
from cjm.model.shared.resource import Resource

# In force here, in force somewhere else (a resource), a draft, listed but not written, not there.
StandardState = Literal["covered", "elsewhere", "review", "planned", "missing"]
LACKS: tuple[StandardState, ...] = ("missing", "planned")  # nobody can work by it yet
_ORDER: tuple[StandardState, ...] = ("covered", "elsewhere", "review", "planned", "missing")


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard that a touchpoint names; one without an id stands for the standard that it lacks."""

    id: str
    number: int | None
    title: str
    state: StandardState


LACKING = Standard("", None, "", "missing")


@derived
def standards(handbook: Handbook) -> Mapping[str, Standard]:
    """The standards that are listed or written, by their ids. A touchpoint may name one that is neither."""
    listed = {
        entry.id: Standard(
            entry.id, number, *((entry.title, "planned") if isinstance(entry, Planned) else ("", "missing"))
        )
        for number, (_, entry) in enumerate(handbook.order, start=1)
    }
    elsewhere = {
        id: Standard(id, None, one.title, "elsewhere")
        for one in handbook.of(Resource)
        for id in (one.id, f"resource:{one.id}")
    }
    known: dict[str, StandardState] = {"active": "covered", "draft": "review"}
    return (
        elsewhere
        | listed
        | {
            id: Standard(
                id, handbook.number.get(id), section.short or section.title, known.get(section.status, "missing")
            )
            for id, section in handbook.section.items()
        }
    )


def named(ids: Iterable[str], known: Mapping[str, Standard]) -> tuple[Standard, ...]:
    """The standards of these ids, or the one that is lacking."""
    return tuple(known.get(id, Standard(id, None, "", "missing")) for id in ids) or (LACKING,)


def best(of: Iterable[Standard]) -> StandardState:
    """One standard that is in force covers a touchpoint."""
    states = {standard.state for standard in of}
    return next(state for state in _ORDER if state in states)
