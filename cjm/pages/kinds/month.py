"""The client's voice of the last month that was counted, at one address: indices with their bounds, what changed, where to look."""

from collections.abc import Iterator

from cjm.figures import heat_figures, month_figures
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once a month was counted."""
    made, t = month_figures(edition.handbook), edition.t
    if made:
        context = {"month": made, "has_heat": heat_figures(edition.handbook) is not None}
        yield Page(
            "month.md",
            "month.md",
            t.nav_month,
            context,
            t.month_lead.format(month=made.name),
            hide=("toc",),
            width="full",
        )
