"""A calendar day in, the same as people write it out: in words for a text, in figures for a list."""

import datetime as dt
import re

from cjm.language.says import Language

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_MONTHS_ALONE = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OTHERWISE = (  # year, month and day as people write them, and by which group each of them is found
    (re.compile(r"(\d{1,2})[. ](\d{1,2})[. ](\d{4})(?: ?г\.?)?"), (3, 2, 1)),
    (re.compile(r"(\d{1,2})[ \u00a0]([а-я]+)[ \u00a0](\d{4})(?: ?г\.?| года)?"), (3, 2, 1)),
    (re.compile(r"(\d{4})[./ _–—-]?(\d{1,2})[./ _–—-]?(\d{1,2})"), (1, 2, 3)),
)


def day(text: str) -> tuple[str, dt.date | None]:
    """The day that `text` names; behind the form in which rule 001 says what is wrong, empty for `2026-11-02`.

    A day that is written otherwise and can be only one is given all the same, so that it can be shown as it should be.
    """
    text = text.strip().lower()
    if _DAY.fullmatch(text):
        found = _date(*text.split("-"))
        return ("", found) if found else ("no-such-day", None)
    for form, order in _OTHERWISE:
        match = form.fullmatch(text)
        if match:
            parts = [match[group] for group in order]
            month = next((str(number) for number, name in enumerate(_MONTHS, 1) if name == parts[1]), parts[1])
            found = _date(parts[0], month, parts[2]) if month.isdigit() else None
            return "day-otherwise" if found else "not-a-day", found
    return "not-a-day", None


def in_words(day: dt.date | None, language: Language) -> str:
    """«2 ноября 2026», "2 November 2026"; empty for no day."""
    if day is None:
        return ""
    month = _MONTHS[day.month - 1] if language == "ru" else f"{day:%B}"
    return f"{day.day}\u00a0{month} {day.year}"


def in_figures(day: dt.date, language: Language) -> str:
    """«02.11.2026», "2026-11-02"."""
    return f"{day:%d.%m.%Y}" if language == "ru" else day.isoformat()


def month_in_words(month: str, language: Language, short: bool = False) -> str:
    """«октябрь 2026» of `2026-10`; short «окт»."""
    number = int(month[5:7])
    name = _MONTHS_ALONE[number - 1] if language == "ru" else f"{dt.date(2000, number, 1):%B}"
    return name[:3] if short else f"{name}\u00a0{month[:4]}"


# Private functions


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
