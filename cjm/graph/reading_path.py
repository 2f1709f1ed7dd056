"""A role in, the sections it reads out; an exam and roles in, the sections of which it asks them."""

from collections.abc import Iterable

from cjm.model import Handbook, Role, Section
from cjm.model.shared.exam import MINE, Exam


def reading(role: Role, handbook: Handbook) -> tuple[tuple[str, tuple[Section, ...]], ...]:
    """What a role reads, in three groups: `basics` for everybody, its `own` sections, those where it takes `part`."""
    groups: dict[str, list[Section]] = {"basics": [], "own": [], "part": []}
    answers = {
        standard
        for touchpoint in handbook.touchpoint.values()
        if touchpoint.role == role.id
        for standard in touchpoint.standard
    }
    for section in handbook.sections:
        if section.status == "retired":
            continue
        if section.for_all:
            groups["basics"].append(section)
        elif role.id in section.performer:
            groups["own"].append(section)
        elif section.id in answers or any(step.who == role.id for step in section.steps) or _receives(role, section):
            groups["part"].append(section)
    return tuple((name, tuple(sections)) for name, sections in groups.items() if sections)


def own_reading(role: Role, handbook: Handbook) -> tuple[tuple[str, tuple[Section, ...]], ...]:
    """The same; a department or a partner reads only where it has a part."""
    found = reading(role, handbook)
    return found if role.kind in ("", "role") or any(name != "basics" for name, _ in found) else ()


def asked_of(exam: Exam, roles: Iterable[str], handbook: Handbook) -> tuple[Section, ...]:
    """The sections of which an exam asks somebody with these roles, in the order of the handbook."""
    named = {id for id in exam.sections if id != MINE}
    read = {
        one.id
        for role in roles
        if role in handbook.role
        for _, group in reading(handbook.role[role], handbook)
        for one in group
    }
    about = named | (read if not named or MINE in exam.sections else set())
    return tuple(
        one for one in handbook.sections if one.id in about and one.status == "active" and one.kind != "client"
    )


# Private functions


def _receives(role: Role, section: Section) -> bool:
    """Whether conflicts of the section are passed on to the role."""
    return any(conflict.pass_on is not None and conflict.pass_on.to == role.id for conflict in section.conflicts)
