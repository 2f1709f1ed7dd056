"""Waits as people write them («15 мин», «1 ч 30 мин», "2 h") in, seconds out, and back."""

import re

from cjm.language.says import Language

MINUTE, HOUR, DAY = 60, 3_600, 86_400

_UNITS: dict[str, int] = {
    "с": 1, "сек": 1, "секунд": 1, "секунда": 1, "секунды": 1, "секунду": 1,
    "s": 1, "sec": 1, "second": 1, "seconds": 1,
    "м": MINUTE, "мин": MINUTE, "минут": MINUTE, "минута": MINUTE, "минуты": MINUTE, "минуту": MINUTE,
    "m": MINUTE, "min": MINUTE, "minute": MINUTE, "minutes": MINUTE,
    "ч": HOUR, "час": HOUR, "часа": HOUR, "часов": HOUR,
    "h": HOUR, "hour": HOUR, "hours": HOUR,
    "д": DAY, "дн": DAY, "день": DAY, "дня": DAY, "дней": DAY, "сут": DAY, "сутки": DAY, "суток": DAY,
    "d": DAY, "day": DAY, "days": DAY,
    "нед": 7 * DAY, "неделя": 7 * DAY, "недели": 7 * DAY, "неделю": 7 * DAY, "недель": 7 * DAY,
    "week": 7 * DAY, "weeks": 7 * DAY,
    "мес": 30 * DAY, "месяц": 30 * DAY, "месяца": 30 * DAY, "месяцев": 30 * DAY,
    "month": 30 * DAY, "months": 30 * DAY,
}  # fmt: skip
_AT_ONCE = {"сразу", "at once", "immediately"}
_PART = re.compile(r"(\d+(?:[.,]\d+)?|пол)?[\s\u00a0]*([a-zа-яё]+)\.?[\s\u00a0]*", re.IGNORECASE)
_SHORT: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": ((DAY, "дн."), (HOUR, "ч"), (MINUTE, "мин"), (1, "с")),
    "en": ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (1, "s")),
}


def seconds(text: str) -> int | None:
    """The length of `text` in seconds, or None where it names none.

    A bare unit counts once («сутки» is 86,400); a month counts 30 days.
    """
    text = text.strip().lower().replace("ё", "е")
    if text in _AT_ONCE:
        return 0
    total, position = 0.0, 0
    while position < len(text):
        part = _PART.match(text, position)
        if part is None or part.end() == position or part[2] not in _UNITS:
            return None
        count = 0.5 if part[1] == "пол" else float((part[1] or "1").replace(",", "."))
        total += count * _UNITS[part[2]]
        position = part.end()
    return round(total) if text else None


def spoken(length: int, language: Language) -> str:
    """`length` seconds in the short form of `language`: «1 ч 30 мин», "45 s"."""
    if length == 0:
        return "сразу" if language == "ru" else "at once"
    parts = []
    for size, unit in _SHORT[language]:
        count, length = divmod(length, size)
        if count:
            parts.append(f"{count}\u00a0{unit}")
    return " ".join(parts)
