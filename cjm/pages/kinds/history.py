"""Who approved what and when, and what this does and does not prove."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.approval.decisions import decided
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
    decided: str  # a decision beside a plain yes

    @property
    def mark(self) -> str:
        """The icon before what it is about: only a yes is ticked."""
        return "cancel" if self.record.decision in ("rejected", "withdrawn") else "check-circle"


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once anything was approved."""
    t, stand = edition.t, edition.standings
    unfounded = [record.id for record, _ in stand.stands.unfounded]  # what counts for nothing is no decision
    rows = [_row(record, edition) for record in reversed(stand.history.records) if record.id not in unfounded]
    if rows:
        broken = bool(stand.history.edited or stand.history.missing or stand.history.lost or unfounded)
        yield Page("history.md", "history.md", t.nav_history, {"rows": rows, "broken": broken}, t.history_lead)


# Private functions


def _row(record: Approval, edition: Edition) -> RecordRow:
    handbook = edition.handbook
    ids = [laid.item.partition(":")[2] for laid in record.laid if laid.item.startswith("section:")]
    sections = tuple(handbook.section[id] for id in ids if id in handbook.section)
    earlier = [one.minor.reason for one in record.sections if one.minor]
    marks = [edition.t.history_marks] if any(one.minor for one in record.items) else []
    return RecordRow(
        record,
        sections_counted(len(ids), handbook.outline.language),
        len(sections) == len(handbook.sections) + len(handbook.unapproved or ()),
        sections,
        len(ids) - len(sections),
        tuple(dict.fromkeys((*earlier, *marks))),
        spoken_digest(record.code or record.fingerprint),
        decided(record, handbook.outline.language) if record.decision else "",
    )
