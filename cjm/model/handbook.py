"""The whole handbook: everything that was written, in one frozen value, with what could not be read beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from cjm.model.approval import Approval
from cjm.model.item import Item
from cjm.model.journey import Journey, Touchpoint
from cjm.model.outline import Outline, Part
from cjm.model.place import Place
from cjm.model.policy import Policy
from cjm.model.section import Listed, Planned, Section
from cjm.model.shared import ClientType, Fact, Placeholder, Probe, Promise, Role, Term, Words

Trouble = Literal["schema", "duplicate-id", "unknown-reference", "wrong-kind", "bad-id", "unreadable", "unknown-key"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the loader could not read as it stands; the 0xx rules put it into words.

    `form` names the sentence within the rule, `values` fill its gaps.
    """

    trouble: Trouble
    form: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False)
class Handbook:
    """Journeys, sections and all they share. Sections stand in the order of `handbook.yml`."""

    outline: Outline = field(default_factory=Outline)
    journeys: tuple[Journey, ...] = ()
    sections: tuple[Section, ...] = ()
    roles: tuple[Role, ...] = ()
    promises: tuple[Promise, ...] = ()
    client_types: tuple[ClientType, ...] = ()
    facts: tuple[Fact, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    terms: tuple[Term, ...] = ()
    policies: tuple[Policy, ...] = ()
    words: tuple[Words, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    probes: tuple[Probe, ...] = ()
    approvals: tuple[Approval, ...] = ()  # by file name; written by the program, so rules about words do not see them
    approved_texts: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # name -> the JSON of what was approved
    unapproved: frozenset[str] | None = None  # of a released edition: the sections it leaves out, since nobody approved them
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict, repr=False)  # path -> decoded text
    unread: frozenset[str] = frozenset()  # paths of files that could not be read: what they hold is unknown, not missing

    @cached_property
    def section(self) -> Mapping[str, Section]:
        """Sections by id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def journey(self) -> Mapping[str, Journey]:
        """Journeys by id."""
        return {journey.id: journey for journey in self.journeys}

    @cached_property
    def touchpoint(self) -> Mapping[str, Touchpoint]:
        """Touchpoints by id, over all journeys."""
        return {touchpoint.id: touchpoint for journey in self.journeys for touchpoint in journey.touchpoints}

    @cached_property
    def journey_of(self) -> Mapping[str, Journey]:
        """The journey of each touchpoint, by the touchpoint's id."""
        return {touchpoint.id: journey for journey in self.journeys for touchpoint in journey.touchpoints}

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each section of the order, planned ones included, from 1."""
        return {entry.id: number for number, (_, entry) in enumerate(self.order, start=1)}

    @cached_property
    def order(self) -> tuple[tuple[Part, Listed | Planned], ...]:
        """The sections named in `handbook.yml`, each with its part."""
        return tuple((part, entry) for part in self.outline.parts for entry in part.sections)

    @cached_property
    def part_of(self) -> Mapping[str, Part]:
        """The part of each section of the order, by the section's id."""
        return {entry.id: part for part, entry in self.order}

    @cached_property
    def attached(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints whose standard each section is, by the section's id, in the order of the journeys."""
        found: dict[str, list[Touchpoint]] = {}
        for touchpoint in self.touchpoint.values():
            for section in touchpoint.standard:
                found.setdefault(section, []).append(touchpoint)
        return {section: tuple(touchpoints) for section, touchpoints in found.items()}

    @cached_property
    def of_file(self) -> Mapping[str, tuple[Item, ...]]:
        """The top items written in each file, by its path."""
        found: dict[str, list[Item]] = {}
        for item in self.items():
            found.setdefault(item.source.file, []).append(item)
        return {file: tuple(items) for file, items in found.items()}

    def items(self) -> Iterator[Item]:
        """The top items of every file: journeys, sections and each of the shared things."""
        yield self.outline
        for kind in (self.journeys, self.sections, self.roles, self.promises, self.client_types, self.facts):
            yield from kind
        for more in (self.placeholders, self.terms, self.policies, self.words, self.probes):
            yield from more


def touchpoint_id(reference: str) -> str:
    """The id of the touchpoint that `journey/touchpoint` or `touchpoint` names; ids are unique over all journeys."""
    return reference.rpartition("/")[2]
