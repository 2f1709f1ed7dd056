"""A Handbook in that tells more choices apart than can be gone through, the parts of it out that can be judged alone.

A journey is judged with those that it leads to and comes from and with its standards, a section with what all share;
each for the values that are named in it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cjm.graph import Ways
from cjm.lint.cells import Classes, classes, scopes_of_journey
from cjm.lint.one_file import FactValues, OneFile
from cjm.lint.rule import Rule
from cjm.model import Handbook, Journey, Problem, Question, Section, Touchpoint, touchpoint_id
from cjm.workspace.scopes import scopes_below

_TO_SECTION = re.compile(r"section:([a-z][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class JudgedAlone:
    """A handbook with one journey or section and what that needs, the rules that judge it so, and its file; or all of it."""

    handbook: Handbook
    told_apart: Classes
    codes: frozenset[str]
    file: str = ""


def judged_alone(handbook: Handbook, rules: Iterable[Rule]) -> Iterator[JudgedAlone]:
    """The journeys and sections that differ with the values of a dimension."""
    of_journeys = frozenset(rule.code for rule in rules if _asks(rule, Journey, Touchpoint) or _walks(rule))
    of_sections = frozenset(
        rule.code
        for rule in rules
        if _asks(rule, Section, Question, Problem) or _adds_up(rule) or rule.slug == "dead-link"
    )
    for journey in handbook.journeys:
        beyond = (
            one
            for id in _led_to(journey)
            if id in handbook.touchpoint
            for one in (handbook.touchpoint[id], handbook.journey_of[id])
        )
        scopes = (*scopes_of_journey(journey, handbook), *(one.scope for one in beyond))
        told_apart = classes(handbook, scopes, words=False)
        if told_apart.of:
            yield JudgedAlone(_around(journey, handbook), told_apart, of_journeys, journey.source.file)
    for section in handbook.sections:
        near = tuple(_named_in(section, handbook))
        told_apart = classes(handbook, (scope for one in near for scope in scopes_below(one)), words=False)
        if told_apart.of:
            yield JudgedAlone(
                replace(handbook, journeys=(), sections=near, probes=()),
                told_apart,
                of_sections,
                section.source.file,
            )


# Private functions


def _named_in(section: Section, handbook: Handbook) -> Iterator[Section]:
    """The section, and those it leads to that do not hold everywhere."""
    named = set(_TO_SECTION.findall(handbook.sources.get(section.source.file, ""))) - {section.id}
    yield section
    yield from (one for one in handbook.sections if one.id in named and any(True for _ in scopes_below(one)))


def _asks(rule: Rule, *kinds: type) -> bool:
    return rule.subject in kinds


def _walks(rule: Rule) -> bool:
    """Whether it goes along the ways of all journeys, and speaks of touchpoints."""
    return rule.subject is Handbook and any(needed is Ways for _, needed in rule.needs)


def _adds_up(rule: Rule) -> bool:
    """Whether it asks how long a file is when its facts are filled in."""
    return rule.subject is OneFile and any(needed is FactValues for _, needed in rule.needs)


def _around(journey: Journey, handbook: Handbook) -> Handbook:
    """The handbook with this journey, those it touches, and the sections that are their standards."""
    near = {handbook.journey_of[id].id for id in _led_to(journey) if id in handbook.journey_of}
    own = {touchpoint.id for touchpoint in journey.touchpoints}
    journeys = tuple(
        one for one in handbook.journeys
        if one is journey or one.id in near or one.interrupts or not own.isdisjoint(_led_to(one))
    )  # fmt: skip
    wanted = {id for one in journeys for touchpoint in one.touchpoints for id in touchpoint.standard}
    return replace(
        handbook, journeys=journeys, sections=tuple(one for one in handbook.sections if one.id in wanted), probes=()
    )


def _led_to(journey: Journey) -> set[str]:
    return {touchpoint_id(edge.to) for touchpoint in journey.touchpoints for edge in touchpoint.next}
