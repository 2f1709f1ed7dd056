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

from collections.abc import Iterator

from cjm.language.hours import ALL_DAY, clocks, span, weekdays
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, OneFile
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
    "time": Says("«{words}» — не часы", '"{words}" are no hours'),
    "days": Says("«{words}» — не дни недели", '"{words}" are no days of the week'),
}
HINT = {
    "outside": Says("назовите час, когда кто-то на месте, или поправьте hours в handbook.yml", "name an hour when somebody is there, or mend hours in handbook.yml"),
    "time": Says('напишите, с какого часа до какого: "8:00–21:00"; если весь день — круглосуточно', 'write from which hour to which: "8:00–21:00"; all day is 24/7'),
    "days": Says("напишите дни так: пн–пт; пн, ср, пт; по будням; ежедневно. Особые дни — в except", "write the days like this: Mon–Fri; Mon, Wed; weekdays; daily. Special days go into except"),
}

_DEADLINES = ("Step.within", "PassOn.within", "Promise.promise")


def check(file: OneFile, facts: FactValues) -> Iterator[Found]:
    spans, handbook = [], facts.handbook
    for hours in facts.outline.hours:
        time = label(hours.time, handbook)
        if facts.outline in file.items and time and "{{" not in time and span(time) is None:
            yield found(hours.at("time"), "time", words=time)
        if facts.outline in file.items and weekdays(label(hours.days, handbook)) is None:
            yield found(hours.at("days"), "days", words=hours.days)
        spans.append(span(time) or ALL_DAY)
    told = "; ".join(f"{hours.title.lower()} {label(hours.time, handbook)}" for hours in facts.outline.hours)
    for text in file if spans else ():
        if text.field not in _DEADLINES:
            continue
        for words, minute in clocks(label(text.text, handbook)):
            if not any(first <= at <= last for first, last in spans for at in (minute, minute + ALL_DAY[1])):
                yield found(text.place, "outside", quote=words, words=words, hours=told)
