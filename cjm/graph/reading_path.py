"""A role in, the sections it reads out."""

from cjm.model import Handbook, Role, Section


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


# Private functions


def _receives(role: Role, section: Section) -> bool:
    """Whether conflicts of the section are passed on to the role."""
    return any(conflict.pass_on is not None and conflict.pass_on.to == role.id for conflict in section.conflicts)
