"""The channels, each with the touchpoints and sections that use it."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if the handbook names channels."""
    handbook = edition.handbook
    used = tuple(
        (
            channel,
            tuple(section for section in handbook.sections if channel.id in section.channels),
            tuple(touchpoint for touchpoint in handbook.touchpoint.values() if touchpoint.channel == channel.id),
        )
        for channel in handbook.outline.channels
    )
    if used:
        yield Page("channels.md", "channels.md", edition.t.nav_channels, {"used": used}, edition.t.channels_lead)
