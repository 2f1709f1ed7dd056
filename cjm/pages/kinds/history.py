"""Who approved what and when, and what this does and does not prove."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.model import Approval, Section
from cjm.model.digest import spoken_digest
from cjm.pages.page import Edition, Page
from cjm.pages.strings import sections_counted


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as it is shown."""

    record: Approval
    count: str
    whole: bool  # all sections that there are
    sections: tuple[Section, ...]
    gone: int  # sections that are no longer there
    reasons: tuple[str, ...]
    digest: str


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once anything was approved."""
    t, stand = edition.t, edition.standings
    rows = [_row(record, edition) for record in reversed(stand.history.records)]
    if rows:
        broken = bool(stand.history.edited or stand.history.missing or stand.history.lost)
        yield Page("history.md", "history.md", t.nav_history, {"rows": rows, "broken": broken}, t.history_lead)


# Private functions


def _row(record: Approval, edition: Edition) -> RecordRow:
    handbook = edition.handbook
    sections = tuple(handbook.section[one.section] for one in record.sections if one.section in handbook.section)
    return RecordRow(
        record,
        sections_counted(len(record.sections), handbook.outline.language),
        len(sections) == len(handbook.sections) + len(handbook.unapproved or ()),
        sections,
        len(record.sections) - len(sections),
        tuple(dict.fromkeys(one.minor.reason for one in record.sections if one.minor)),
        spoken_digest(record.fingerprint) if record.fingerprint else "",
    )
