"""What is promised to whom, and how it is measured."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if there is anything to show on it."""
    if edition.handbook.promises:
        yield Page("promises.md", "promises.md", edition.t.nav_promises, description=edition.t.promises_lead)
