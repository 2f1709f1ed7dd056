"""All roles on one page, and for each role what it reads, in order."""

from collections.abc import Iterator

from cjm.graph.reading_path import reading
from cjm.model import Handbook, Role, Section
from cjm.model.shared.duty import Duty
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """The page of roles and a reading path for each of them."""
    handbook = edition.handbook
    if not handbook.roles:
        return
    yield Page("roles.md", "roles.md", edition.t.nav_roles, description=edition.t.roles_lead)
    for role in handbook.roles:
        touchpoints = tuple(touchpoint for touchpoint in handbook.touchpoint.values() if touchpoint.role == role.id)
        duties = tuple(duty for duty in handbook.of(Duty) if role.id in duty.who)
        context = {
            "role": role,
            "reading": _reading(role, handbook),
            "touchpoints": touchpoints,
            "duties": duties,
            "members": tuple(one for one in handbook.roles if one.part_of == role.id),
            "promises": tuple(one for one in handbook.promises if role.id in (*one.giver, *one.to)),
        }
        yield Page(f"roles/{role.id}.md", "role.md", role.title, context, role.summary)


# Private functions


def _reading(role: Role, handbook: Handbook) -> tuple[tuple[str, tuple[Section, ...]], ...]:
    """What a role reads; a department or a partner only what it has a part in."""
    found = reading(role, handbook)
    return found if role.kind in ("", "role") or any(name != "basics" for name, _ in found) else ()
