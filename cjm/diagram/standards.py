"""A touchpoint in, the state of its standards out: covered, under review or missing."""

from dataclasses import dataclass
from typing import Literal

from cjm.model import Handbook, Planned, Touchpoint

State = Literal["covered", "review", "missing"]


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard of a touchpoint. Without an id the touchpoint names none."""

    id: str
    number: int | None
    title: str
    state: State


def standards(touchpoint: Touchpoint, handbook: Handbook) -> tuple[Standard, ...]:
    """The standards that a touchpoint names, or the one that it lacks."""
    return tuple(_standard(name, handbook) for name in touchpoint.standard) or (Standard("", None, "", "missing"),)


def state(touchpoint: Touchpoint, handbook: Handbook) -> State:
    """The best of its standards: one that is in force covers the touchpoint."""
    found = {standard.state for standard in standards(touchpoint, handbook)}
    return "covered" if "covered" in found else "review" if "review" in found else "missing"


def _standard(name: str, handbook: Handbook) -> Standard:
    number = handbook.number.get(name)
    section = handbook.section.get(name)
    if section is None:
        planned = {entry.id: entry.title for _, entry in handbook.order if isinstance(entry, Planned)}
        return Standard(name, number, planned.get(name, ""), "missing")
    known: dict[str, State] = {"active": "covered", "draft": "review"}
    return Standard(name, number, section.short or section.title, known.get(section.status, "missing"))
