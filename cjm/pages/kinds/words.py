"""What is not said, and what is said instead."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if there is anything to show on it."""
    if edition.handbook.words:
        yield Page("words.md", "words.md", edition.t.nav_words, description=edition.t.words_lead)
