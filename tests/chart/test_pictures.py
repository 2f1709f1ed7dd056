"""Pictures are the same bytes each time, well formed whatever stands in them, and tell in words what they show."""

import xml.etree.ElementTree as tree

from hypothesis import given
from hypothesis import strategies as st

from cjm.chart import Bar, HeatCell, HeatColumn, IntervalRow, TrendPoint, bars, heat_map, intervals, trend, usual_course
from cjm.indices import Limits

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</svg><script>alert(1)</script> & "x"'


def test_a_month_without_a_value_is_a_gap_and_few_answers_a_hollow_point() -> None:
    points = [TrendPoint(f"м{at}", f"м{at}: {at}", at, at - 1, at + 1, few=at == 2) for at in range(3)]
    points.insert(2, TrendPoint("нет", "нет: мало ответов", None))
    made = tree.fromstring(trend("NPS по месяцам", points, "+2", 5, "цель 5"))
    assert len(made.findall(f"{SVG}polygon")) == 2 and len(made.findall(f"{SVG}circle")) == 3
    assert [one.get("fill") for one in made.findall(f"{SVG}circle")].count("#FFFFFF") == 1
    assert made.findtext(f"{SVG}title") == "NPS по месяцам" and "мало ответов" in (made.findtext(f"{SVG}desc") or "")


def test_an_index_known_without_n_has_no_band() -> None:
    assert "polygon" not in trend("NPS", [TrendPoint("янв", "янв: 41", 41), TrendPoint("фев", "фев: 40", 40)], "40")


def test_the_same_numbers_are_the_same_bytes_and_nothing_escapes() -> None:
    rows = [IntervalRow(HOSTILE, HOSTILE, 0.4, 0.2, 0.6), IntervalRow("Душ", "1 из 9", 0.1, 0, 0.4, few=True)]
    for made in (
        lambda: intervals(HOSTILE, rows, 0.12, "в среднем 12 %"),
        lambda: bars(HOSTILE, [Bar("сен", 9), Bar("окт", 3, after=True), Bar(HOSTILE, 0, after=True)]),
        lambda: trend(HOSTILE, [TrendPoint(HOSTILE, HOSTILE, 1)], HOSTILE),
        lambda: heat_map(
            HOSTILE,
            [
                HeatColumn(
                    HOSTILE,
                    (HeatCell(HOSTILE, HOSTILE, HOSTILE, HOSTILE, None, True, HOSTILE), HeatCell(HOSTILE, "", level=3)),
                )
            ],
        ),
        lambda: usual_course(
            HOSTILE, [(HOSTILE, HOSTILE, at % 2) for at in range(9)], Limits(0.5, -1, 2, (3,)), (HOSTILE, HOSTILE)
        ),
    ):
        assert made() == made() and "<script" not in made()
        tree.fromstring(made())


@given(st.lists(st.one_of(st.none(), st.floats(-100, 100)), max_size=14))
def test_any_row_of_months_can_be_drawn(values: list[float | None]) -> None:
    points = [TrendPoint("м", "м", value, value, value) for value in values]
    made = tree.fromstring(trend("NPS", points, "x", 50, "цель"))
    for circle in made.findall(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx") or -1) <= 340 and 0 <= float(circle.get("cy") or -1) <= 120


@given(st.lists(st.lists(st.text(max_size=60), max_size=4), max_size=7))
def test_no_cell_of_a_heat_map_leaves_it(columns: list[list[str]]) -> None:
    made = tree.fromstring(
        heat_map(
            "x",
            [
                HeatColumn("y", tuple(HeatCell("Очень длинное название точки касания", "27 %", "из 74") for _ in one))
                for one in columns
            ],
        )
    )
    wide, tall = float(made.get("width") or 0), float(made.get("height") or 0)
    for one in made.iter(f"{SVG}rect"):
        right, foot = (float(one.get(a) or 0) + float(one.get(b) or 0) for a, b in (("x", "width"), ("y", "height")))
        assert right <= wide + 1 and foot <= tall + 1
