"""The day by which a section is to be looked at again."""

import datetime as dt

import pytest

from cjm.approval.due import due
from cjm.model import Handbook, Outline, Section
from cjm.model.outline import Review

YEARLY = Handbook(outline=Outline(review=Review(every=365 * 86_400)))
NEW_YEAR, SPRING = dt.date(2026, 1, 1), dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("section", "handbook", "looked_at", "day"),
    [
        (Section(id="call"), YEARLY, (NEW_YEAR, SPRING), dt.date(2027, 3, 1)),  # from the later of the two
        (Section(id="call"), YEARLY, (NEW_YEAR, None), dt.date(2027, 1, 1)),
        (Section(id="call", review_every=10 * 86_400), YEARLY, (NEW_YEAR,), dt.date(2026, 1, 11)),  # its own goes first
        (Section(id="call"), YEARLY, (None,), None),
        (Section(id="call"), Handbook(), (NEW_YEAR,), None),
        (Section(id="call", review_every=9_999 * 365 * 86_400), YEARLY, (NEW_YEAR,), None),
    ],
)
def test_the_interval_counts_from_the_last_look(
    section: Section, handbook: Handbook, looked_at: tuple[dt.date | None, ...], day: dt.date | None
) -> None:
    assert due(section, handbook, *looked_at) == day
