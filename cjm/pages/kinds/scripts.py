"""Every script of every section, ready to be filled in and copied."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if any section has a script."""
    sections = tuple(section for section in edition.handbook.sections if section.scripts)
    if sections:
        yield Page("scripts.md", "scripts.md", edition.t.nav_scripts, {"sections": sections}, edition.t.scripts_lead)
