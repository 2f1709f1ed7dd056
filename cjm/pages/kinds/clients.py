"""The types of clients, a cheat sheet for talking."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if there is anything to show on it."""
    if edition.handbook.client_types:
        yield Page("clients.md", "clients.md", edition.t.nav_clients, description=edition.t.clients_lead)
