"""The matrix of touchpoints and what covers them."""

from collections.abc import Iterator

from cjm.coverage import COLUMNS, coverage
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if there are touchpoints."""
    rows = coverage(edition.handbook, edition.today)
    if rows:
        context = {"rows": rows, "columns": COLUMNS, "whole": sum(not row.holes for row in rows)}
        yield Page(
            "coverage.md",
            "coverage.md",
            edition.t.nav_coverage,
            context,
            edition.t.coverage_lead,
            hide=("toc",),
            width="full",
        )
