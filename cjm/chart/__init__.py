"""Numbers in, a small picture in SVG out: the same bytes each time, the same on the site and in the book.

Colours stand in the picture for print; the site lays its own over them by the classes. No colour speaks alone, and whoever
shows a picture shows its table too.
"""

from cjm.chart.bars import Bar, bars
from cjm.chart.heat_map import HeatCell, HeatColumn, heat_map
from cjm.chart.intervals import IntervalRow, intervals
from cjm.chart.trend import TrendPoint, trend
from cjm.chart.usual_course import usual_course

__all__ = [
    "Bar", "HeatCell", "HeatColumn", "IntervalRow", "TrendPoint", "bars", "heat_map", "intervals", "trend", "usual_course",
]  # fmt: skip
