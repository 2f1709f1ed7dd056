"""A page for each kind of shared things that the site shows, in the form of its own template or of `shared.md`."""

from collections.abc import Iterator

from cjm.model.shared import SHARED
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page a kind, if there is anything to show on it."""
    language = edition.handbook.outline.language
    for kind in SHARED:
        if kind.page and edition.handbook.shared.get(kind.name):
            path, title = kind.page.replace(".html", ".md"), kind.title.to(language)
            yield Page(path, path, title, {"kind": kind}, kind.lead.to(language))
