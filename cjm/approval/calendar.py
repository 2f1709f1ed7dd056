"""The days on which sections are due for review in, an .ics calendar with reminders out (RFC 5545)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from cjm.approval.state import REMIND, Standings
from cjm.approval.words import person
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.wording.titles import numbered

_SUMMARY = Says("Пересмотреть: {title}", "Review: {title}")
_TOLD = Says(
    "Раздел {id}. Ответственный: {owner}. Прочитайте, поправьте устаревшее и поставьте день в reviewed.",
    "Section {id}. Owner: {owner}. Read it, mend what is out of date and put the day into reviewed.",
)
_LINE = 75  # octets, by the standard


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """An all-day event; `id` makes a later file replace it instead of adding another."""

    id: str
    day: dt.date
    summary: str
    told: str


def calendar(stand: Standings, handbook: Handbook, today: dt.date) -> str:
    """One all-day event for each section that has a day, with an alarm as long before as the handbook asks for."""
    language = handbook.outline.language
    days = []
    for one in stand.of.values():
        if one.due is None:
            continue
        owner = person(handbook, one.section.owner)
        title = numbered(one.section.id, one.section.title, handbook)
        told = _TOLD.to(language, id=one.section.id, owner=owner.name if owner else "—")
        days.append(CalendarDay(f"review-{one.section.id}", one.due, _SUMMARY.to(language, title=title), told))
    return as_calendar(days, handbook, today)


def as_calendar(days: Iterable[CalendarDay], handbook: Handbook, today: dt.date, remind: int | None = None) -> str:
    """The events as a file, each with an alarm `remind` days before; without it as long before as the handbook asks for."""
    outline = handbook.outline
    asked = outline.review.remind if outline.review else None
    before = -(-(REMIND if asked is None else asked) // 86_400) if remind is None else remind
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//cjm-handbook//review//RU",
        f"X-WR-CALNAME:{_escaped(outline.title)}",
    ]
    for one in days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.id}@{outline.id or 'handbook'}",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(one.summary)}",
            f"DESCRIPTION:{_escaped(one.told)}",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-P{before}D",
            f"DESCRIPTION:{_escaped(one.summary)}",
            "END:VALARM",
            "END:VEVENT",
        ]
    return "".join(_folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"])


# Private functions


def _escaped(text: str) -> str:
    text = " ".join(text.split())
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """The line cut into pieces of 75 octets, never inside a letter; each further piece begins with a space."""
    pieces, piece = [], ""
    for sign in line:
        if len((piece + sign).encode("utf-8")) > _LINE:
            pieces.append(piece)
            piece = " "
        piece += sign
    return "\r\n".join([*pieces, piece])
