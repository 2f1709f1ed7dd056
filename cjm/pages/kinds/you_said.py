"""You said, we changed: what is different because clients spoke of it, with the words of thanks to those who did."""

from collections.abc import Iterator

from cjm.figures import changes_for_clients
from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, once an improvement is live."""
    made, t = changes_for_clients(edition.handbook), edition.t
    if made:
        yield Page("you-said.md", "you-said.md", t.nav_you_said, {"changed": made}, t.you_said_lead)
