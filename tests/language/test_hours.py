"""Days and hours as people type them."""

import pytest

from cjm.language.hours import clocks, span, weekdays


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


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9:00–18:00", (540, 1080)), ("с 9 до 18", (540, 1080)), ("From 9:30 to 18", (570, 1080)), ("22:00-2:00", (1320, 1560)), ("0:00–24:00", (0, 1440)),
        ("Круглосуточно", (0, 1440)), ("24/7", (0, 1440)), ("9 часов – 18 ч.", (540, 1080)),
        ("25:00–9:00", None), ("9:00–25:00", None), ("9:60–18:00", None), ("9:00–18:60", None), ("9:00–9:00", None), ("9:00", None), ("", None),
    ],
)  # fmt: skip
def test_how_long_somebody_is_there(text: str, minutes: tuple[int, int] | None) -> None:
    assert span(text) == minutes
