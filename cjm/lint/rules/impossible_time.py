"""A length of time, an hour, a day in a text is one that there can be.

“Within 10” of what? Until 25:00, in 20 to 10 minutes, on 31 February: whoever reads it guesses, each something else.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
review_every: 0 дней  # here
steps:
  - id: greet
    do: Поздоровайтесь и до 25:00 отметьте визит.  # here
    within: 10  # here
  - id: sit
    do: Предложите сесть.
    within: 20–10 мин  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
review_every: 90 дней
steps:
  - id: greet
    do: Поздоровайтесь и до 21:00 отметьте визит.
    within: 10 мин
  - id: sit
    do: Предложите сесть.
    within: 10–20 мин
```

When to accept: never; write what was meant.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from cjm.language.durations import DAY, UNITS, seconds, spoken
from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, OneFile, TextOfField
from cjm.lint.wanted import WantedTyped, WantedWords
from cjm.model import Handbook, Section
from cjm.model.fields import Wait, specs
from cjm.model.outline import Review
from cjm.wording.facts import label

RU = """Срок, час и день в тексте — такие, какие бывают.

«За 10» — чего? До 25:00, через 20–10 минут, 31 февраля: кто это читает, догадывается, и каждый по-своему.

Когда можно принять: никогда, напишите то, что имели в виду.
"""

CODE = "017"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "unit": Says("у срока «{words}» нет единицы: чего {words}?", 'the time "{words}" has no unit: {words} of what?'),
    "unknown": Says("в сроке «{words}» нет единицы времени: «{unit}»", 'the time "{words}" has no unit: "{unit}" is none'),
    "vague": Says("«{words}» — не срок: времени в нём нет", '"{words}" is no time'),
    "other": Says("факт «{words}» — не время, а здесь срок", 'the fact "{words}" is no time, and a time stands here'),
    "negative": Says("срок «{words}» меньше нуля", 'the time "{words}" is less than nothing'),
    "zero": Says("срок «{words}» — ноль времени", 'the time "{words}" is no time at all'),
    "turned": Says("в сроке «{words}» первое число больше второго", 'in the time "{words}" the first number is larger than the second'),
    "short": Says("так часто не пересматривают: «{words}» меньше дня", 'nobody does this so often: "{words}" is less than a day'),
    "remind": Says("напоминают (remind) не позже, чем пересматривают (every): напоминание будет стоять всегда", "the reminder (remind) is as long as the time between reviews (every) or longer: it is always on"),
    "hour": Says("часа «{words}» не бывает", 'there is no hour "{words}"'),
    "letters": Says("в числе «{words}» вместо цифр буквы: {letters}", 'in the number "{words}" letters stand for digits: {letters}'),
    "order": Says("«{words}» — раньше, чем у шага выше: {before}", '"{words}" is earlier than at the step above: {before}'),
    "weekday": Says("«{words}»: этот день — {right}", '"{words}": that day is a {right}'),
    "over": Says("срок «{words}» уже прошёл", 'the time "{words}" is over'),
    "long": Says("срок «{words}» так долог, что его никто не дождётся: здесь бывает до {most}", 'nobody lives to see the time "{words}": here it is {most} at most'),
    "day": Says("дня «{words}» не бывает: столько дней в месяце нет", 'there is no day "{words}": the month has fewer'),
}
_LOOK = Says("проверьте день недели и число", "look at the day of the week and the date")
_WRITE = Says("напишите число и единицу: 10 мин, 2 ч, 14 дней", "write a number and a unit: 10 min, 2 h, 14 days")
HINT = {
    "vague": _WRITE, "other": Says("возьмите факт, в котором время", "take a fact that holds a time"), "unit": _WRITE, "unknown": Says("возможно, «{near}»; пишут так: 10 мин, 2 ч, 14 дней", 'perhaps "{near}"; one writes 10 min, 2 h, 14 days'), "negative": _WRITE,
    "zero": Says("напишите, сколько на самом деле; если ждать не нужно, уберите поле или напишите «сразу»", "write how long it is; where nobody waits, take the field out or write at once"),
    "turned": Says("переставьте числа: сначала меньшее", "put the smaller number first"),
    "short": Says("напишите срок в днях: 90 дней", "write it in days: 90 days"),
    "remind": Says("сделайте remind меньше every, например 30 дней", "make remind shorter than every, such as 30 days"),
    "hour": Says("часы — от 0:00 до 24:00: исправьте", "hours go from 0:00 to 24:00: mend it"),
    "letters": Says("наберите цифрами: {right}", "type it in digits: {right}"),
    "order": Says("проверьте оба срока и порядок шагов", "look at both times and at the order of the steps"), "weekday": _LOOK, "over": Says("поправьте год или уберите срок", "mend the year, or take the time out"), "long": Says("проверьте число и единицу", "look at the number and the unit"),
    "day": Says("проверьте число и месяц", "look at day and month"),
}  # fmt: skip

_DEADLINES = frozenset(("Step.within", "PassOn.within", "Promise.within", "Duty.every"))
_VAGUE = frozenset(["скоро", "потом", "позже", "попозже", "недолго", "часто", "иногда", "вовремя", "редко", "soon", "later", "often", "sometimes", "seldom"]) | {"в срок", "in time", "как обычно", "as usual"}
_FACT = re.compile(r"\{\{\s*([a-z0-9-]+)(?:\.[a-z]+)?\s*\}\}")
_NO_TIME = re.compile(r"[₽$€%°]|руб|@|https?:")
_BARE = re.compile(r"\s*(?:за |до |через |within )?(\d+(?:[.,]\d+)?(?:\s*[-–—]\s*\d+)?)\s*")
_COUNTED = re.compile(r"(?<![\w.,:])\d+(?:\s*[-–—]\s*\d+)?\s*([а-яёa-z]+)\.?\s*", re.IGNORECASE)
_TURNED = re.compile(r"(?<![\w.,:–—-])(\d{1,4})\s?[-–—]\s?(\d{1,4})(?=\s*(?:сек|мин|ч\b|час|дн|ден|дня|недел|месяц|лет|sec|min|h\b|hour|day|week|month|year))", re.IGNORECASE)
_HOUR = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d\d)(?![\d:])")
_NO_HOUR = WantedTyped(r"(?:2[4-9]|[3-9]\d):\d\d|\d:[6-9]\d")
_DIGITS = str.maketrans("ОоOoЗlI", "0000311")
_NUMBER = re.compile(r"(?<![\w/=@.:-])\+?[\dОоOoЗlI]+(?:[:.-][\dОоOoЗlI]+)*(?![\w/=@:]|[.-]\w)")
_LETTERED = re.compile(r"\d[ОоOoЗ]\d|\d{2}[ОоOo]+\Z|\A(?:\d\d|[ОоOoЗlI\d]{1,2}):[\dОоOoЗlI]{2}\Z|\A(?:\d[ОоOo]|[ОоOo]\d)\.\d|[-.][ОоOo]{2}(?:\Z|[-.])|[-.](?:\d[ОоOo]|[ОоOo]\d)(?:\Z|[-.])")  # not 2-О, 5-о, О2
_TYPED_SO = WantedTyped(r"\d[:.-]?[ОоOoЗlI]|[ОоOoЗlI][:.-]?\d")
_BEFORE = re.compile(r"(?:^|[\s(«])(?:в|до|с|со|после|к|около|перед|at|by|until|till|after|from|before)\s?\Z", re.IGNORECASE)
_MONTHS = {
    **{word: days for words, days in (("января марта мая июля августа октября декабря", 31), ("апреля июня сентября ноября", 30), ("февраля", 29)) for word in words.split()},
    **{word: days for words, days in (("january march may july august october december", 31), ("april june september november", 30), ("february", 29)) for word in words.split()},
}  # fmt: skip
_IS_MONTH = WantedWords(_MONTHS.keys())
_DAY = re.compile(rf"(?<![\d.,:–—-])(\d{{1,2}}) ({'|'.join(_MONTHS)})\b|\b((?:{'|'.join(one.title() for one in list(_MONTHS)[12:])})) (\d{{1,2}})(?![\d,:.])", re.IGNORECASE)
_WITH_YEAR = WantedTyped(r"\.(?:19|20)")
_NUMBERED = re.compile(r"(?<![\d.])(\d{1,2})\.(0[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d)")
_FROM = re.compile(r"(?:через |не позже чем через |within )?(.+?) ((?:от|после|с|со|after|from) .+)", re.IGNORECASE)
_YEAR = re.compile(r",? (?:года? )?((?:19|20)\d\d)\b")
_WEEK = (("понед", "mon"), ("втор", "tue"), ("сред", "wed"), ("четв", "thu"), ("пятн", "fri"), ("субб", "sat"), ("воскр", "sun"))
_NAMES = (("понедельник", "Monday"), ("вторник", "Tuesday"), ("среда", "Wednesday"), ("четверг", "Thursday"), ("пятница", "Friday"), ("суббота", "Saturday"), ("воскресенье", "Sunday"))
_WEEKDAY = re.compile(r"\b((?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-яё]{0,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? \Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:до|по|until|till|through) \Z", re.IGNORECASE)
_MOST = {("Touchpoint", "wait"): 92, ("", "at_most"): 92, ("", "review_every"): 1100, ("Review", "every"): 1100, ("Index", "within"): 366, ("Exam", "twice"): 366, ("Exam", "retry"): 366, ("Exam", "again"): 366}
_LONGEST = {"Step.within": 92, "PassOn.within": 31, "Promise.within": 366, "Duty.every": 800}  # days
_DIGIT = re.compile(r"\d")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(file: OneFile, facts: FactValues, today: dt.date) -> Iterator[Found]:
    handbook, fact = facts.handbook, facts.handbook.fact
    kind: Any
    for kind, items in file.by_class.items():
        for key in _waits(kind):
            for item in items:
                if key in item.source.names:
                    yield from _wait(item, key, file.source)
        if kind is Section:
            for section in items:
                if isinstance(section, Section):
                    yield from _in_order(section, handbook)
        if kind is Review:
            yield from (found(one.at("remind"), "remind") for one in items if isinstance(one, Review) and one.every and one.remind and one.remind >= one.every)
    for text in file.of_fields(_DEADLINES):
        words = text.text.strip()
        most = _LONGEST.get(text.field, 0)
        length = _length(label(words, handbook) if "{{" in words else " ".join(words.split())) if most and (_DIGIT.search(words) or "{{" in words) else None
        if most and length and length > most * DAY:
            yield found(text.place, "long", words=text.text, most=Says(spoken(most * DAY, "ru"), spoken(most * DAY, "en")))
        if "{{" not in words:
            yield from (Found(text.place, form, quote, {"words": words, **values}) for form, quote, values in _deadline(words))
            continue
        alone = _FACT.fullmatch(words)
        known = fact.get(alone[1]) if alone else None
        if known is not None and _NO_TIME.search(known.value):
            yield found(text.place, "other", words=known.value)
    for text in file.with_any(_NO_HOUR):
        whole = text.field in _DEADLINES or text.field in ("Fact.value", "Hours.time")
        for hour in _HOUR.finditer(text.text):
            wrong = int(hour[1]) > 24 or int(hour[2]) > 59 or (hour[1] == "24" and hour[2] != "00")
            if wrong and text.field != "Hours.time" and (whole or _BEFORE.search(text.text[: hour.start()])):
                yield found(text.place, "hour", quote=hour[0], words=hour[0])
    for text in file.with_any(_TYPED_SO):
        for typed in _NUMBER.finditer(text.text):
            letters = [sign for sign in typed[0] if sign.isalpha()]
            if letters and any(sign.isdigit() for sign in typed[0]) and _LETTERED.search(typed[0]):
                yield found(text.place, "letters", quote=typed[0], words=typed[0], letters=", ".join(dict.fromkeys(letters)), right=typed[0].translate(_DIGITS))
    for text in file.with_any(_IS_MONTH):
        for day in _DAY.finditer(text.text):
            number, month = (day[1], day[2]) if day[1] else (day[4], day[3])
            if not 1 <= int(number) <= _MONTHS[month.lower()]:
                yield found(text.place, "day", quote=day[0], words=day[0])
            else:
                yield from _with_year(text, day, int(number), list(_MONTHS).index(month.lower()), today)
    for text in file.with_any(_WITH_YEAR):
        for numbered in _NUMBERED.finditer(text.text):
            if not 1 <= int(numbered[1]) <= _LENGTHS[int(numbered[2]) - 1]:
                yield found(text.place, "day", quote=numbered[0], words=numbered[0])


# Private functions


def _in_order(section: Section, handbook: Handbook) -> Iterator[Found]:
    """Deadlines that are counted from the same moment grow from step to step."""
    last: dict[str, tuple[int, str]] = {}
    for step in section.steps:
        counted = _FROM.fullmatch(label(step.within, handbook)) if step.within.count(" ") > 1 or "{{" in step.within else None
        length = seconds(counted[1]) if counted else None
        if counted is None or length is None or step.when:
            continue
        before = last.get(counted[2].lower())
        if before is not None and length < before[0]:
            yield found(step.at("within"), "order", words=label(step.within, handbook), before=before[1])
        last[counted[2].lower()] = (length, label(step.within, handbook))


def _with_year(text: TextOfField, day: re.Match[str], number: int, month: int, today: dt.date) -> Iterator[Found]:
    """A day whose year is said too: its day of the week, and whether a time that ends with it is over."""
    year = _YEAR.match(text.text, day.end())
    if year is None:
        return
    before = text.text[: day.start()]
    try:
        date = dt.date(int(year[1]), month % 12 + 1, number)
    except ValueError:  # 29 February of a year that has none
        yield found(text.place, "day", quote=day[0], words=day[0] + year[0])
        return
    called = _WEEKDAY.search(before)
    if called is not None:
        right = next(number for number, name in enumerate(_WEEK) if called[1].lower().startswith(tuple(name)))
        if right != date.weekday():
            words, names = before[called.start(1) :] + day[0] + year[0], _NAMES[date.weekday()]
            yield found(text.place, "weekday", quote=words, words=words, right=Says(*names))
    if date.year < today.year and _UNTIL.search(before) and text.style != "label":
        yield found(text.place, "over", quote=day[0], words=day[0] + year[0])


@cache
def _waits(item: Any) -> tuple[str, ...]:
    """The fields of a class that hold a length of time."""
    return tuple(spec.key for spec in specs(item).values() if isinstance(spec.reads, Wait))


def _wait(item: Any, key: str, source: str) -> Iterator[Found]:
    place = item.at(key)
    words, value = source[place.start : place.end].strip("\"'"), getattr(item, key)
    if isinstance(value, str):  # what a fact says is that fact's matter
        return
    yield from (found(place, "turned", quote=turned[0], words=words) for turned in _TURNED.finditer(words) if int(turned[1]) > int(turned[2]))
    most = _MOST.get((type(item).__name__, key), _MOST.get(("", key), 0))
    if value and most and value > most * DAY:
        yield found(place, "long", words=words, most=Says(spoken(most * DAY, "ru"), spoken(most * DAY, "en")))
    if value == 0 and any(sign.isdigit() for sign in words):
        yield found(place, "zero", words=words)
    elif value and value < DAY and key in ("every", "review_every", "before", "after"):
        yield found(place, "short", words=words)


_length = lru_cache(1_024)(seconds)  # few are written again and again


@lru_cache(1_024)
def _deadline(words: str) -> tuple[tuple[str, str, Mapping[str, str]], ...]:
    """What is wrong with a deadline in these words: the form of the sentence, what is quoted, the values."""
    if words.lower() in _VAGUE:
        return (("vague", "", {}),)
    if _BARE.fullmatch(words):
        return (("unit", "", {}),)
    if re.match(r"[-−]\s?\d", words):
        return (("negative", "", {}),)
    wrong: list[tuple[str, str, Mapping[str, str]]] = []
    if re.match(r"0+\s*[а-яёa-z]", words, re.IGNORECASE):
        wrong.append(("zero", "", {}))
    wrong += [("turned", turned[0], {}) for turned in _TURNED.finditer(words) if int(turned[1]) > int(turned[2])]
    counted = _COUNTED.fullmatch(words)
    if counted is not None and counted[1].lower().replace("ё", "е") not in UNITS:
        near = nearest(counted[1].lower(), UNITS)
        if near:
            wrong.append(("unknown", "", {"unit": counted[1], "near": near}))
    return tuple(wrong)
