"""A calendar day in, the same as people write it out: in words for a text, in figures for a list."""

import datetime as dt

from cjm.language.says import Language

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def in_words(day: dt.date | None, language: Language) -> str:
    """«2 ноября 2026», "2 November 2026"; empty for no day."""
    if day is None:
        return ""
    month = _MONTHS[day.month - 1] if language == "ru" else f"{day:%B}"
    return f"{day.day}\u00a0{month} {day.year}"


def in_figures(day: dt.date, language: Language) -> str:
    """«02.11.2026», "2026-11-02"."""
    return f"{day:%d.%m.%Y}" if language == "ru" else day.isoformat()
