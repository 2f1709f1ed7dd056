"""A page for each kind of shared things that has no page of its own make: every thing with its fields."""

import pkgutil
from collections.abc import Iterator

from cjm.model.kind import Kind
from cjm.model.shared import SHARED
from cjm.pages import kinds
from cjm.pages.page import Edition, Page


def own_make() -> tuple[Kind, ...]:
    """The kinds that this module makes the page of."""
    made = {module.name for module in pkgutil.iter_modules(kinds.__path__)}
    return tuple(kind for kind in SHARED if kind.page and kind.page.removesuffix(".html") not in made)


def pages(edition: Edition) -> Iterator[Page]:
    """One page a kind, if there is anything to show on it."""
    handbook, language = edition.handbook, edition.handbook.outline.language
    for kind in own_make():
        if handbook.shared.get(kind.name):
            lead = kind.lead.to(language)
            context = {"kind": kind, "lead": lead}
            yield Page(kind.page.replace(".html", ".md"), "shared.md", kind.title.to(language), context, lead)
