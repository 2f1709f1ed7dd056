"""The history of approvals in, what was approved new or otherwise out, newest first: what readers must read again."""

import datetime as dt
from dataclasses import dataclass

from cjm.approval.state import Standings
from cjm.approval.texts import Kept, read_text
from cjm.diff.difference import FieldChange, field_changes
from cjm.graph.reading_path import reading
from cjm.language.says import Language
from cjm.model import Handbook, Section


@dataclass(frozen=True, slots=True)
class News:
    """One section whose approved content became another one on a day. A new one has no details."""

    day: dt.date
    section: Section
    is_new: bool
    details: tuple[FieldChange, ...]
    roles: tuple[str, ...]  # ids of those who read it


def news(handbook: Handbook, stand: Standings, language: Language) -> tuple[News, ...]:
    """What was approved and is to be read again; changes that were called minor are not, nor is the very first approval."""
    readers: dict[str, list[str]] = {}
    for role in handbook.roles:
        for _, sections in reading(role, handbook):
            for one in sections:
                readers.setdefault(one.id, []).append(role.id)
    found: list[News] = []
    before: dict[str, tuple[str, Kept | None]] = {}
    first = stand.history.records[0].date if stand.history.records else None
    for record in stand.history.records:
        for laid in record.laid:
            kind, _, id = laid.item.partition(":")
            if kind != "section" or record.decision in ("rejected", "withdrawn"):
                continue
            was = before.get(id)
            binds = laid.binds or laid.digest  # what is only explained anew is no news
            if was is not None and was[0] == binds:
                continue
            kept = read_text(laid.text, handbook)
            before[id] = (binds, kept)
            section = handbook.section.get(id)
            if section is None or record.date is None or laid.minor or (was is None and record.date == first):
                continue
            details: tuple[FieldChange, ...] = ()
            if was is not None and was[1] is not None and kept is not None:
                changed = field_changes(was[1].thing, kept.thing, handbook, handbook, language)
                details = tuple(detail for detail in changed if detail.normative)
            found.append(News(record.date, section, was is None, details, tuple(readers.get(section.id, ()))))
    return tuple(reversed(found))
