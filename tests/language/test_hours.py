"""Days and hours as people type them."""

import pytest

from cjm.language.hours import clocks, weekdays


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", "0123456"),
        ("пн–пт", "01234"),
        ("с понедельника по среду", "012"),
        ("пт–пн", "0456"),
        ("вс-вт", "016"),
        ("сб, вс", "56"),
        ("вт и чт", "13"),
        ("Mon to Wed", "012"),
        ("пн; ср–чт", "023"),
        ("пн–ср–пт", None),
        ("когда-нибудь", None),
    ],
)
def test_days(text: str, days: str | None) -> None:
    found = weekdays(text)
    assert (None if found is None else "".join(map(str, sorted(found)))) == days


def test_each_time_of_day_with_its_minute() -> None:
    assert clocks("с 9:05 до 21:30") == (("9:05", 545), ("21:30", 1290))
