"""All sections in order, by part."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page with every section, those outside the order at the end."""
    handbook = edition.handbook
    outside = tuple(section for section in handbook.sections if section.id not in handbook.number)
    yield Page("sections.md", "sections.md", edition.t.nav_all_sections, {"outside": outside}, hide=("toc",))
