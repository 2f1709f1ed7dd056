"""Hours and days of the week as people write them («8:00–22:00», «пн–сб», "Mon–Fri") in, minutes and weekdays out."""

import re

WEEK = frozenset(range(7))
_WORKDAYS = frozenset(range(5))
_SETS = {
    "ежедневно": WEEK, "каждый день": WEEK, "без выходных": WEEK, "daily": WEEK, "every day": WEEK,
    "будни": _WORKDAYS, "по будням": _WORKDAYS, "в будни": _WORKDAYS, "рабочие дни": _WORKDAYS, "weekdays": _WORKDAYS,
    "выходные": WEEK - _WORKDAYS, "по выходным": WEEK - _WORKDAYS, "weekends": WEEK - _WORKDAYS,
}  # fmt: skip
_DAYS = ("пн пон mon", "вт tue", "ср wed", "чт чет thu", "пт пят fri", "сб суб sat", "вс вос sun")
_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?(?: ?(?:час(?:а|ов)?|ч)\b\.?)?"
_SPAN = re.compile(rf"(?:с |from )?{_CLOCK} ?(?:[-–—]|до|to|till) ?{_CLOCK}")
_TIME = re.compile(r"(?<![\d:.,])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
ALL_DAY = (0, 24 * 60)


def span(text: str) -> tuple[int, int] | None:
    """From which minute of the day to which `text` lasts; one that goes past midnight ends beyond 24 hours."""
    text = " ".join(text.lower().split())
    if text in ("круглосуточно", "24/7", "around the clock"):
        return ALL_DAY
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    first, second = (int(found[n]) * 60 + int(found[n + 1] or 0) for n in (1, 3))
    if max(first, second) > ALL_DAY[1] or int(found[2] or 0) > 59 or int(found[4] or 0) > 59 or first == second:
        return None
    return first, second if second > first else second + ALL_DAY[1]


def weekdays(text: str) -> frozenset[int] | None:
    """The days that `text` names, Monday first; every day where it names none, None where it cannot be read."""
    text = " ".join(text.lower().replace("ё", "е").split())
    if not text or text in _SETS:
        return _SETS.get(text, WEEK)
    days: set[int] = set()
    for part in re.split(r" *[,;] *| и | and ", text):
        ends = [_day(word) for word in re.split(r" ?[-–—] ?| по | to ", part.removeprefix("с "))]
        if len(ends) > 2 or None in ends:
            return None
        first, last = int(ends[0] or 0), int(ends[-1] or 0)
        days.update(range(first, last + 1) if last >= first else (*range(first, 7), *range(last + 1)))
    return frozenset(days)


def clocks(text: str) -> tuple[tuple[str, int], ...]:
    """Each time of day in `text`, with its minute of the day."""
    return tuple((found[0], int(found[1]) * 60 + int(found[2])) for found in _TIME.finditer(text))


# Private functions


def _day(word: str) -> int | None:
    found = (number for number, starts in enumerate(_DAYS) if word.startswith(tuple(starts.split())))
    return next(found, None)
