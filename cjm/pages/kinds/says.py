"""Everything that clients say in a bad moment, with the answers, to be filtered as one types."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if any section knows a conflict."""
    sections = tuple(section for section in edition.handbook.sections if section.conflicts)
    if sections:
        yield Page("says.md", "says.md", edition.t.nav_says, {"sections": sections}, edition.t.says_lead)
