"""A Handbook with its approvals and a day in, what management has not signed yet out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cjm.approval import Standings, standings
from cjm.approval.release import as_approved
from cjm.diff.difference import FieldChange, ThingChange, difference
from cjm.language.numerals import counted
from cjm.language.phrases import capital
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.registry import KINDS

_DETAILS = 4  # of one thing: the sheet to be signed is one page, `cjm diff` tells all
_MORE = Says("и ещё {count}", "and {count} more")
_COUNT = (("изменение", "изменения", "изменений"), ("change", "changes"))


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


def since(handbook: Handbook, today: dt.date) -> Since | None:
    """What changed since the last approval, None where nothing was ever approved."""
    stand = standings(handbook, today)
    days = [day for one in stand.of.values() if (day := one.since) is not None]
    if not days:
        return None
    open_sections = frozenset(id for id, one in stand.of.items() if one.status != "approved")
    return Since(max(days), tuple(_altered(handbook, stand)), open_sections)


# Private functions


def _altered(handbook: Handbook, stand: Standings) -> Iterator[Altered]:
    made = difference(as_approved(handbook, stand), handbook, handbook.outline.language)
    for change in made.changes:
        if not change.major:
            continue
        if change.kind == "section" and change.action == "added":
            section = handbook.section[change.id]
            yield Altered(change.id, section.title, "", section.purpose)
        else:
            title = change.title if change.kind == "section" else f"{_named(change.kind, handbook)}: {change.title}"
            details = [one for one in change.details if one.normative or change.kind != "section"]
            told, language = details[:_DETAILS], handbook.outline.language
            left = len(details) - len(told)
            more = "; " + _MORE.to(language, count=counted(left, *_COUNT, language)) if left else ""
            yield Altered(
                change.id if change.kind == "section" else "", title,
                _joined(told, "before") or "—", (_joined(told, "after") or _what_of(change, handbook)) + more,
            )  # fmt: skip


def _named(kind: str, handbook: Handbook) -> str:
    return capital(KINDS[kind].says.to(handbook.outline.language))


def _joined(details: list[FieldChange], side: str) -> str:
    return "; ".join(
        f"{one.where or one.what}: {getattr(one, side)}" if len(details) > 1 else getattr(one, side)
        for one in details
        if getattr(one, side)
    )


def _what_of(change: ThingChange, handbook: Handbook) -> str:
    from cjm.diff.rendering import ACTIONS

    return ACTIONS[change.action].to(handbook.outline.language)
