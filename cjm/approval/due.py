"""The days on which a section was looked at in, the day by which it is to be looked at again out."""

import datetime as dt

from cjm.model import Handbook, Section


def due(section: Section, handbook: Handbook, *looked_at: dt.date | None) -> dt.date | None:
    """The interval of the section, or of the handbook, counted from the last of the days; None where one is missing."""
    every = section.review_every or (handbook.outline.review.every if handbook.outline.review else None)
    days = [day for day in looked_at if day is not None]
    try:
        return max(days) + dt.timedelta(seconds=every) if days and every else None
    except OverflowError:  # «раз в 9999 лет» is never
        return None
