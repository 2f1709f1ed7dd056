"""A Handbook and a wish in, the sections and journeys that a book of it holds out."""

from dataclasses import dataclass
from typing import Literal

from cjm.graph.reading_path import reading
from cjm.model import Handbook, Journey, Part, Planned, Role, Section

CutKind = Literal["whole", "part", "section", "role", "journey"]


@dataclass(frozen=True, slots=True)
class Cut:
    """What of a handbook is printed: all of it, or what belongs to the part, section, role or journey with this id."""

    kind: CutKind = "whole"
    id: str = ""

    @property
    def is_bound(self) -> bool:
        """Whether it has a cover and a contents; a single section is a leaf."""
        return self.kind != "section"


WHOLE = Cut()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part with those of its sections that are printed; `number` is the part's own in the handbook."""

    part: Part | None
    number: int
    sections: tuple[Section | Planned, ...]


def choices(kind: CutKind, handbook: Handbook) -> tuple[str, ...]:
    """The ids that a cut of this kind can name."""
    return tuple(item.id for item in _items(kind, handbook))


def chapters(cut: Cut, handbook: Handbook) -> tuple[Chapter, ...]:
    """The parts with the sections that are printed, in the order of the handbook; retired sections are not."""
    wanted = _wanted(cut, handbook)
    made = []
    for number, part in enumerate(handbook.outline.parts, start=1):
        kept: list[Section | Planned] = []
        for entry in part.sections:
            section = handbook.section.get(entry.id)
            if section is not None and section.status != "retired" and section.id in wanted:
                kept.append(section)
            elif (
                isinstance(entry, Planned) and section is None and (cut.kind == "whole" or cut == Cut("part", part.id))
            ):
                kept.append(entry)
        if kept:
            made.append(Chapter(part, number, tuple(kept)))
    outside = tuple(
        section
        for section in handbook.sections
        if section.id not in handbook.number and section.status != "retired" and section.id in wanted
    )
    return (*made, Chapter(None, 0, outside)) if outside else tuple(made)


def journeys(cut: Cut, handbook: Handbook) -> tuple[Journey, ...]:
    """The journeys whose maps are printed; those that interrupt the others come last."""
    if cut.kind == "whole":
        return tuple(sorted(handbook.journeys, key=lambda journey: journey.interrupts))
    return tuple(journey for journey in handbook.journeys if cut == Cut("journey", journey.id))


def cut_title(cut: Cut, handbook: Handbook) -> str:
    """The title of what is cut out, empty for the whole."""
    return next((item.title for item in _items(cut.kind, handbook) if item.id == cut.id), "")


# Private functions


def _items(kind: CutKind, handbook: Handbook) -> tuple[Part | Section | Journey | Role, ...]:
    of: dict[str, tuple[Part | Section | Journey | Role, ...]] = {
        "part": handbook.outline.parts, "section": handbook.sections, "journey": handbook.journeys, "role": handbook.roles,
    }  # fmt: skip
    return of.get(kind, ())


def _wanted(cut: Cut, handbook: Handbook) -> frozenset[str]:
    match cut.kind:
        case "whole":
            return frozenset(handbook.section)
        case "part":
            return frozenset(
                entry.id for part in handbook.outline.parts if part.id == cut.id for entry in part.sections
            )
        case "section":
            return frozenset((cut.id,))
        case "role":
            groups = reading(handbook.role[cut.id], handbook)
            return frozenset(section.id for _, sections in groups for section in sections)
        case "journey":
            touchpoints = handbook.journey[cut.id].touchpoints
            return frozenset(standard for touchpoint in touchpoints for standard in touchpoint.standard)
