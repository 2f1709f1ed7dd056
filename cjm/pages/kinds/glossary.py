"""The words that mean one thing in this handbook."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if there is anything to show on it."""
    if edition.handbook.terms:
        yield Page("glossary.md", "glossary.md", edition.t.nav_glossary, description=edition.t.glossary_lead)
