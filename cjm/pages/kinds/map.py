"""All journeys at one glance."""

from collections.abc import Iterator

from cjm.pages import maps
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """The overview, if there are journeys."""
    if edition.handbook.journeys:
        context = {"map": maps.overview_map(edition.handbook, "map.html")}
        yield Page("map.md", "map.md", edition.t.nav_way, context, hide=("toc",), width="full")
