"""A Handbook with its months in, what clients say of it out: indices by month, heat by touchpoint, who is heard how often.

It sees counts only. What tells of a person is `cjm.answers`' and `cjm.private`'s, and no page may ask those.
"""

from cjm.voice.heard import IndexValue, cuts, glad, latest, months, unhappy, values
from cjm.voice.heat import Heat, heat
from cjm.voice.report import IndexReport, MonthReport, PlaceReport, month_report

__all__ = [
    "Heat",
    "IndexReport",
    "IndexValue",
    "MonthReport",
    "PlaceReport",
    "cuts",
    "glad",
    "heat",
    "latest",
    "month_report",
    "months",
    "unhappy",
    "values",
]
