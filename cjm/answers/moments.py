"""How a table writes its days in, the days out: Russian and ISO, American where the column says so, Excel's serial numbers."""

import datetime as dt
import re
from collections.abc import Iterable

from cjm.language import dates

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_SERIAL = re.compile(r"[3-6]\d{4}(?:[.,]\d+)?")
_ZERO = dt.date(1899, 12, 30)


def month_first(texts: Iterable[str]) -> bool:
    """Whether the days of a column are written in the American order: somewhere a month could be none otherwise."""
    pairs = [(int(one[1]), int(one[2])) for one in map(_YEAR_LAST.match, texts) if one]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def day_of(text: str, american: bool = False) -> dt.date | None:
    """The day that a cell names; the time of day is left out. None for «не закрыта» and the like."""
    text = text.strip()
    if found := _YEAR_FIRST.match(text):
        return _date(found[1], found[2], found[3])
    if found := _YEAR_LAST.match(text):
        year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
        return _date(year, *((found[1], found[2]) if american else (found[2], found[1])))
    if _SERIAL.fullmatch(text):
        return _ZERO + dt.timedelta(days=int(float(text.replace(",", "."))))
    return dates.day(text)[1]


# Private functions


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
