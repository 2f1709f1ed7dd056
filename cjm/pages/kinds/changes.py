"""Small wins: what was changed on whose idea, newest first."""

import datetime as dt
from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if any section tells of a change."""
    changes = [(change, section) for section in edition.handbook.sections for change in section.changes]
    changes.sort(key=lambda pair: pair[0].date or dt.date.min, reverse=True)
    if changes:
        yield Page(
            "changes.md", "changes.md", edition.t.nav_changes, {"changes": tuple(changes)}, edition.t.changes_lead
        )
