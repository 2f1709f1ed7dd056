"""A deadline lies in the hours in which somebody is there.

Whoever has promised to call back before 23:00 and goes home at 21:00 breaks the promise every evening. Compared are the
times of day in `within` and in what is promised with the `hours` of `handbook.yml`.

Bad:

```yaml
handbook: test
title: Проба
language: ru
hours:
  - {id: desk, title: Стойка открыта, time: "8:00–21:00", days: пн–сб}
  - {id: chat, title: Пишем, time: "9:00–20:00", days: по чётным}  # here
parts: [{id: basics, title: Основа, sections: [visit]}]
---
section: visit
title: Визит
performer: administrator
steps:
  - id: call
    do: Перезвоните.
    within: до 23:00  # here
```

Good:

```yaml
handbook: test
title: Проба
language: ru
hours:
  - {id: desk, title: Стойка открыта, time: "8:00–21:00", days: пн–сб, except: [31 декабря до 18:00]}
parts: [{id: basics, title: Основа, sections: [visit]}]
---
section: visit
title: Визит
performer: administrator
steps:
  - id: call
    do: Перезвоните.
    within: до 20:30
```

When to accept: where a program answers, not a person.
"""

import re
from collections.abc import Iterator

from cjm.language.hours import ALL_DAY, clocks, span, weekdays
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, OneFile
from cjm.model import Place
from cjm.model.reference import FACT
from cjm.wording.facts import label

RU = """Срок приходится на часы, когда кто-то на месте.

Кто обещал перезвонить до 23:00, а в 21:00 уходит домой, нарушает обещание каждый вечер. Сравниваются время суток в
`within` и в обещаниях с часами `hours` из `handbook.yml`.

Когда можно принять: если отвечает программа, а не человек.
"""

CODE = "319"
SEVERITY = "warning"

SAYS = {
    "outside": Says("срок «{words}» — вне рабочих часов: {hours}", 'the deadline "{words}" lies outside the hours: {hours}'),
    "always": Says("«{words}» обещано, а часы другие: {hours}", '"{words}" is promised, and the hours are others: {hours}'),
    "no-time": Says("здесь ждут срок, а факт говорит «{words}»: это не время", 'a time is expected here, and the fact says "{words}": that is no time'),
    "time": Says("«{words}» — не часы", '"{words}" are no hours'),
    "turned": Says("часы «{words}» кончаются раньше, чем начинаются", 'the hours "{words}" end before they begin'),
    "days": Says("«{words}» — не дни недели", '"{words}" are no days of the week'),
}
HINT = {
    "outside": Says("назовите час, когда кто-то на месте, или поправьте hours в handbook.yml", "name an hour when somebody is there, or mend hours in handbook.yml"),
    "always": Says("обещайте то, что бывает: в эти часы; ночное — утром, с часом", "promise what is true: in these hours; what comes at night, in the morning, with its hour"),
    "no-time": Says("вставьте факт со сроком", "put in a fact that is a length of time"),
    "time": Says('напишите, с какого часа до какого: "8:00–21:00"; если весь день — круглосуточно', 'write from which hour to which: "8:00–21:00"; all day is 24/7'),
    "turned": Says("переставьте: сначала час, когда открываются; если это ночь, напишите «ночью»", "put the hour of opening first; if it is a night, say so"),
    "days": Says("напишите дни так: пн–пт; пн, ср, пт; по будням; ежедневно. Особые дни — в except", "write the days like this: Mon–Fri; Mon, Wed; weekdays; daily. Special days go into except"),
}

_RANGE = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)\s?(?:[-–—]|до|to)\s?(\d{1,2}):(\d\d)(?![\d:])")
_SPOKEN = frozenset(("Hours.time", "Fact.value", "Step.within", "PassOn.within", "Duty.every", "Duty.when"))
_PROMISED = frozenset(("Promise.promise", "Promise.measure", "Step.say", "Step.write", "Variant.text", "Conflict.answer", "Step.within", "Duty.when"))
_NIGHT = re.compile(r"ноч|круглосут|сутк|вечер|night|overnight|late", re.IGNORECASE)
_DONE, _EARLY = frozenset(("Step.do", "Step.how", "Conflict.follow_up", "Conflict.alone", "Never.instead", "Step.done_when")), 60  # minutes: a shift comes before the door opens
_AT = re.compile(r"(?<![\w-])(?:в|к|до|после|с) (\d{1,2}):(\d\d)(?![\d:])")
_SMALL_HOURS = 6 * 60
_DEADLINES = ("Step.within", "PassOn.within", "Promise.promise", "Promise.measure", "Duty.done_when", "Duty.when", "Situation.hint")
_NO_TIME = re.compile(r"[₽$€%@°]|\+?\d[\d\s()-]{6,}")
_ALWAYS_WORDS = frozenset(("круглосуточно", "24", "суток", "ночи", "ночью", "clock", "night"))
_ALWAYS = re.compile(r"(?<!\w)(?:круглосуточно|24/7|в любое время (?:суток|дня и ночи|ночи)|днём и ночью|ночью и днём|around the clock|day and night)(?!\w)", re.IGNORECASE)


def check(file: OneFile, facts: FactValues) -> Iterator[Found]:
    spans, handbook, seen = [], facts.handbook, set[Place]()
    for hours in facts.outline.hours:
        time = label(hours.time, handbook)
        if facts.outline in file.items and time and "{{" not in time and span(time) is None:
            yield found(hours.at("time"), "time", words=time)
        if facts.outline in file.items and weekdays(label(hours.days, handbook)) is None:
            yield found(hours.at("days"), "days", words=hours.days)
        spans.append(span(time) or ALL_DAY)
    for text in file.where("", ":"):
        for row in _RANGE.finditer(text.text) if text.field in _SPOKEN or text.style != "label" else ():
            first, last = (int(row[n]) * 60 + int(row[n + 1]) for n in (1, 3))
            if last < first and last > _SMALL_HOURS and not _NIGHT.search(f"{text.text} {getattr(text.item, 'title', '')}"):
                yield found(text.place, "turned", quote=row[0], words=row[0])
    told = "; ".join(f"{hours.title.lower()} {label(hours.time, handbook)}" for hours in facts.outline.hours)
    for text in file.with_any(_ALWAYS_WORDS) if spans and ALL_DAY not in spans else ():
        always = _ALWAYS.search(text.text)
        if always is not None and text.field in _PROMISED:
            yield found(text.place, "always", quote=always[0], words=always[0], hours=told)
    for text in file.of_fields(("Step.within", "PassOn.within")):
        if FACT.fullmatch(text.text.strip()) and _NO_TIME.search(label(text.text, handbook)):
            yield found(text.place, "no-time", words=label(text.text, handbook))
    for text in (one for one in file.where("prose", ":") if one.field in _DONE) if spans else ():
        for at in _AT.finditer(FACT.sub(" ", text.text)):
            minute = int(at[1]) * 60 + int(at[2])
            if minute < ALL_DAY[1] and not any(first - _EARLY <= one <= last + _EARLY for first, last in spans for one in (minute, minute + ALL_DAY[1])) and not _NIGHT.search(text.text):
                yield found(text.place, "outside", quote=at[0], words=at[0], hours=told)
    for text in file.of_fields(_DEADLINES) if spans else ():
        for words, minute in clocks(label(text.text, handbook)):
            if not any(first <= at <= last for first, last in spans for at in (minute, minute + ALL_DAY[1])):
                fact = next((fact for id, _ in FACT.findall(text.text) if (fact := handbook.fact.get(id)) and words in fact.value), None)
                place = fact.at("value") if fact is not None else text.place  # what a fact says is mended there
                if place not in seen:
                    seen.add(place)
                    yield found(place, "outside", quote=words, words=words, hours=told)
