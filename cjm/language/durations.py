"""Waits as people write them («15 мин», «1 ч 30 мин», "2 h") in, seconds out, and back."""

import math
import re

from cjm.language.says import Language

MINUTE, HOUR, DAY = 60, 3_600, 86_400

UNITS: dict[str, int] = {
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
    "квартал": 91 * DAY, "квартала": 91 * DAY, "кварталов": 91 * DAY, "quarter": 91 * DAY, "quarters": 91 * DAY,
    "г": 365 * DAY, "год": 365 * DAY, "года": 365 * DAY, "лет": 365 * DAY, "year": 365 * DAY, "years": 365 * DAY,
}  # fmt: skip
_WHOLE: dict[str, int] = {
    **dict.fromkeys(["сразу", "сразу же", "немедленно", "мгновенно", "без ожидания", "at once", "immediately"], 0),
    "до завтра": 2 * DAY, "завтра": 2 * DAY, "на следующий день": 2 * DAY, "the next day": 2 * DAY, "tomorrow": 2 * DAY,
    "до конца недели": 7 * DAY, "by the end of the week": 7 * DAY, "до конца месяца": 31 * DAY,
    "by the end of the month": 31 * DAY, "a fortnight": 14 * DAY, "fortnight": 14 * DAY, "час-полтора": 90 * MINUTE, "час–полтора": 90 * MINUTE, "ежедневно": DAY, "daily": DAY, "еженедельно": 7 * DAY, "weekly": 7 * DAY,
    "ежемесячно": 30 * DAY, "monthly": 30 * DAY, "ежеквартально": 91 * DAY, "quarterly": 91 * DAY,
    "ежегодно": 365 * DAY, "yearly": 365 * DAY, "annually": 365 * DAY,
}  # fmt: skip
# As long as somebody is there, at most; where nobody says how long that is, a day.
_OPEN = frozenset((
    "до конца дня", "к концу дня", "в тот же день", "день в день", "в течение дня", "сегодня", "до вечера", "к вечеру",
    "до конца рабочего дня", "до конца смены", "до закрытия", "the same day", "today", "end of day",
    "by the end of the day", "by closing time",
))  # fmt: skip
_COUNTS: dict[str, float] = {
    "пол": 0.5, "половина": 0.5, "пара": 2, "пару": 2, "a couple of": 2, "три четверти": 0.75, "три четвертых": 0.75, "полтора": 1.5, "полторы": 1.5, "четверть": 0.25, "half a": 0.5, "half an": 0.5,
    "a quarter of a": 0.25, "a quarter of an": 0.25, "quarter of an": 0.25, "a": 1, "an": 1,
    **{word: count for count, words in enumerate((
        "", "один одна одну one", "два две two", "три three", "четыре four", "пять five", "шесть six", "семь seven",
        "восемь eight", "девять nine", "десять ten",
    )) for word in words.split()},
    "пятнадцать": 15, "fifteen": 15, "двадцать": 20, "twenty": 20, "тридцать": 30, "thirty": 30, "сорок": 40,
}  # fmt: skip
_LONGEST = 100 * 365 * DAY  # whoever writes more has slipped, and no calendar can count it
# «не дольше 15 мин», «раз в полгода», «каждые 2 недели»: the longest that it may take is meant all the same.
_LEAD = re.compile(
    r"(?:не (?:дольше|более|больше|позднее|позже)(?: чем)?(?: через| за)? |в течение |в пределах |раз в |кажд(?:ые|ый|ую|ое|ая) |через |за |до |около |примерно |"
    r"no (?:longer|more|later) than |within |up to |once an? |every |about |in )+|[~≈≤<]\s*"
)
_NUMBER = r"\d{1,6}(?:[.,]\d{1,4})?"
_TURNED = re.compile(r"([а-я]+) (\d[\d–—-]*|[а-я]+)")  # «минут пять»
_RANGE = re.compile(rf"(?:от |from )?{_NUMBER}\s*(?:[-–—]|до|или|to|or)\s*(?={_NUMBER}\s*[a-zа-я])")
_PART = re.compile(
    rf"({_NUMBER}|(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))})(?=[^a-z]))?\s*"
    r"(?:(?:(рабоч[а-я]+|business|working)|календарн[а-я]+|calendar)\s+)?([a-zа-я]+)\.?\s*(?:(?:и|and)\s+)?"
)
_SHORT: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": ((DAY, "дн."), (HOUR, "ч"), (MINUTE, "мин"), (1, "с")),
    "en": ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (1, "s")),
}


def seconds(text: str, week: int = 7, day: int = DAY) -> int | None:
    """The length of `text` in seconds, at its longest, or None where it names none.

    A bare unit counts once («сутки» is 86,400), a month 30 days. Of the days of a week `week` are working days, and
    «до конца дня» is as long as a day is open.
    """
    text = " ".join(text.lower().replace("ё", "е").split())
    if text in _WHOLE or text in _OPEN:
        return _WHOLE.get(text, day)
    turned = _TURNED.fullmatch(text)
    if turned and turned[1] in UNITS and len(turned[1]) > 3 and (turned[2][0].isdigit() or turned[2] in _COUNTS):
        text = f"{turned[2]} {turned[1]}"
    lead = _LEAD.match(text)
    position = lead.end() if lead else 0
    total = 0.0
    while position < len(text):
        several = _RANGE.match(text, position)  # «15–20 мин»: the longest that it may take
        part = _PART.match(text, several.end() if several else position)
        if part is None or part[3] not in UNITS:
            return None
        count = _COUNTS.get(part[1]) if part[1] in _COUNTS else float((part[1] or "1").replace(",", "."))
        length = (count or 0.0) * UNITS[part[3]]
        if part[2] and UNITS[part[3]] >= DAY:  # as long as if it began before the days off
            length += math.ceil(length / DAY / week) * (7 - week) * DAY
        total += length
        position = part.end()
    return round(total) if position > (lead.end() if lead else 0) and total <= _LONGEST else None


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
