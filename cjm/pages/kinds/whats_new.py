"""What must be read again: sections whose approved content is another one now, newest first."""

from collections.abc import Iterator

from cjm.approval.news import news
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once something was approved anew."""
    handbook, t = edition.handbook, edition.t
    stand = edition.standings
    if not stand.history.records:
        return
    found = news(handbook, stand, handbook.outline.language)
    yield Page("whats-new.md", "whats-new.md", t.nav_new, {"news": found}, t.new_lead)
