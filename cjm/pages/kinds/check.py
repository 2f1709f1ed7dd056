"""The practice questions of all sections, by part, and what one may be asked about: a role's sections, a day's, a journey's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cjm.graph.reading_path import own_reading
from cjm.model import Handbook, Part
from cjm.model.shared.plan import Plan
from cjm.pages.page import Edition, Page
from cjm.wording import label


@dataclass(frozen=True, slots=True)
class About:
    """One of the things that somebody is asked about, as `#about=…` names it."""

    name: str
    title: str
    sections: tuple[str, ...]  # those with a practice question
    questions: int


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if there is a practice question. The questions of the exam are never published."""
    handbook, t = edition.handbook, edition.t
    outside = [one for one in handbook.sections if one.id not in handbook.number and one.status != "retired"]
    parts = []
    for part, listed in (
        *((part, part.sections) for part in handbook.outline.parts),
        (Part(id="", title=t.outside), outside),
    ):
        asked = [
            (section, questions)
            for entry in listed
            if (section := handbook.section.get(entry.id)) and (questions := section.practice)
        ]
        if asked:
            parts.append((part, tuple(asked), sum(len(questions) for _, questions in asked)))
    if parts:
        there = {section.id for _, asked, _ in parts for section, _ in asked}
        groups = (
            (t.check_roles, _roles(handbook)), (t.check_days, _days(handbook)), (t.journey, _journeys(handbook)),
            (t.check_parts, ((f"part:{part.id}", part.title, [one.id for one, _ in asked]) for part, asked, _ in parts if part.id)),
            (t.section, ((f"section:{one.id}", one.short or one.title, [one.id]) for one in handbook.sections)),
        )  # fmt: skip
        about = [(title, found) for title, of in groups if (found := tuple(_asked(of, there, handbook)))]
        yield Page("check.md", "check.md", t.nav_check, {"parts": tuple(parts), "about": about}, t.check_lead)


# Private functions

_Named = Iterable[tuple[str, str, Iterable[str]]]


def _asked(named: _Named, there: set[str], handbook: Handbook) -> Iterator[About]:
    for name, title, of in named:
        sections = tuple(dict.fromkeys(one for one in of if one in there))
        if sections:
            count = sum(len(handbook.section[one].practice) for one in sections)
            yield About(name, label(title, handbook), sections, count)


def _roles(handbook: Handbook) -> _Named:
    for role in handbook.roles:
        groups = own_reading(role, handbook)
        yield f"role:{role.id}", role.title, [one.id for _, sections in groups for one in sections]


def _days(handbook: Handbook) -> _Named:
    for plan in handbook.of(Plan):
        yield f"plan:{plan.id}", plan.title, [one for day in plan.days for one in day.read]
        for number, day in enumerate(plan.days, start=1):
            yield f"plan:{plan.id}/{number}", f"{number}. {day.title}", day.read


def _journeys(handbook: Handbook) -> _Named:
    for journey in handbook.journeys:
        yield f"journey:{journey.id}", journey.title, [id for one in journey.touchpoints for id in one.standard]
