"""The page of one journey: its map, and the same in words."""

import dataclasses
from collections.abc import Iterator

from cjm import view
from cjm.pages import maps
from cjm.pages.page import Edition, Page
from cjm.voice import heat


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each journey."""
    handbook = edition.handbook
    for journey in handbook.journeys:
        page = Page(
            f"journeys/{journey.id}.md",
            "journey.md",
            journey.title,
            description=journey.purpose,
            hide=("toc",),
            width="full",
        )
        touchpoints = journey.touchpoints
        context = {
            "journey": journey,
            "heat": heat(handbook),
            "shown": view.form(journey, handbook),
            "map": maps.journey_map(journey, handbook, page.address),
            "numbers": {touchpoint.id: number for number, touchpoint in enumerate(touchpoints, start=1)},
            "truths": sum(touchpoint.moment_of_truth for touchpoint in touchpoints),
            "without": sum(not touchpoint.standard for touchpoint in touchpoints),
        }
        yield dataclasses.replace(page, context=context)
