"""All roles on one page, and for each role what it reads, in order."""

from collections.abc import Iterator

from cjm.graph.reading_path import own_reading
from cjm.model.shared.duty import Duty
from cjm.model.shared.plan import Plan
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
            "reading": own_reading(role, handbook),
            "plans": tuple(plan for plan in handbook.of(Plan) if role.id in plan.roles),
            "touchpoints": touchpoints,
            "duties": duties,
            "members": tuple(one for one in handbook.roles if one.part_of == role.id),
            "promises": tuple(one for one in handbook.promises if role.id in (*one.giver, *one.to)),
        }
        yield Page(f"roles/{role.id}.md", "role.md", role.title, context, role.summary)
