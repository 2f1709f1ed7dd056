"""Where it hurts: every journey as a grid of its stages with number and n in each cell, and the places that stand out of luck's reach."""

from collections.abc import Iterator

from cjm.figures import heat_figures
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once touchpoints were asked about."""
    made, t = heat_figures(edition.handbook), edition.t
    if made:
        yield Page("heat.md", "heat.md", t.nav_heat, {"hurts": made}, t.heat_lead, hide=("toc",), width="full")
