"""A Handbook with its approvals and a day in, what management has not signed yet out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cjm.approval import Standings, standings
from cjm.approval.release import as_approved
from cjm.diff.difference import difference
from cjm.diff.rendering import ACTIONS, WAS_ID, change_kind, field_heading
from cjm.language.phrases import capital
from cjm.model import Handbook


@dataclass(frozen=True, slots=True)
class Altered:
    """One thing that changed since it was last approved. `section` is its id where it is one; no `before` for a new one."""

    section: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since the last approval. `sections` are the ids of those that are not approved as they stand."""

    day: dt.date
    altered: tuple[Altered, ...] = ()
    sections: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()  # ids of those that never were approved


def since(handbook: Handbook, today: dt.date) -> Since | None:
    """What changed since the last approval, None where nothing was ever approved."""
    stand = standings(handbook, today)
    days = [day for one in stand.all.values() if (day := one.since) is not None]
    if not days:
        return None
    waiting = frozenset(id for id, one in stand.of.items() if one.status != "approved")
    new = frozenset(id for id, one in stand.of.items() if one.status == "never")
    return Since(max(days), tuple(_altered(handbook, stand)), waiting, new)


# Private functions


def _altered(handbook: Handbook, stand: Standings) -> Iterator[Altered]:
    """Every change, as `cjm diff` tells it: the sheet says all."""
    language = handbook.outline.language
    for change in difference(as_approved(handbook, stand.stands), handbook, language).changes:
        id = change.id if change.kind == "section" else ""
        title = change.title if id else capital(f"{change_kind(change.kind, language)}: {change.title}".rstrip(": "))
        if id and change.action == "added":
            yield Altered(id, title, "", handbook.section[id].purpose)
        elif not change.details:
            yield Altered(
                id,
                title,
                "—",
                WAS_ID.to(language, id=change.was) if change.was else ACTIONS[change.action].to(language),
            )
        for detail in change.details:
            before, after = detail.before, detail.after or ACTIONS[detail.action].to(language)
            yield Altered(id, f"{title} — {field_heading(detail)}", before or "—", after)
