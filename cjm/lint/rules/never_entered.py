"""Somebody comes to every journey.

Where entries are marked, each journey has one of its own (`entry: true`), or another continues into it; else the way to it
was forgotten. A handbook that marks none needs no marks: each journey begins with its first touchpoint.

Bad:

```yaml
journey: renewal  # here
title: Продление
stages:
  - stage: pay
    title: Оплата
    touchpoints:
      - {id: payment, title: Оплата продления, contact: product, channel: site, outcome: Продлил}
---
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        entry: true
        outcome: Гость встречен
```

Good:

```yaml
journey: renewal
title: Продление
stages:
  - stage: pay
    title: Оплата
    touchpoints:
      - {id: payment, title: Оплата продления, contact: product, channel: site, outcome: Продлил}
---
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        entry: true
        next: renewal/payment
```

When to accept: while the journey that leads into it is not described yet.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """В каждый путь кто-то попадает.

Если входы помечены, то у каждого пути есть свой (`entry: true`) или в него продолжается другой путь; иначе дорогу к нему
забыли. Где не помечен ни один, пометки не нужны: каждый путь начинается со своей первой точки.

Когда можно принять: пока путь, который в него ведёт, не описан.
"""

CODE = "118"
OVER = "all"
SEVERITY = "warning"
_FEW = 3
SAYS = {
    "unmarked": Says("в пути «{journey}» вход не отмечен (entry: true), а во всех остальных отмечен", 'no entry is marked in the journey "{journey}" (entry: true), and in all others one is'),
    "none": Says("в путь «{journey}» никто не попадает: входа извне у него нет, и другие пути в него не ведут", 'nobody comes to the journey "{journey}": it has no entry from outside, and no other journey leads into it'),
}
HINT = {
    "unmarked": Says("отметьте точку, с которой клиент может начать («{first}»?): entry: true", 'mark where a client may begin ("{first}"?): entry: true'),
    "none": Says(
    "пометьте точку, с которой его начинают («{first}»?): entry: true — или продолжите в него другой путь: next: [{{to: {id}/{to}}}]",
    'mark where clients begin it ("{first}"?): entry: true — or continue another journey into it: next: [{{to: {id}/{to}}}]',
    ),
}


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    if ways.partial or ways.blurred:
        return
    for journey in graph.questions.never_entered(ways):
        first = journey.touchpoints[0]
        yield found(journey.at("journey"), "none", journey=called(journey), first=called(first), id=journey.id, to=first.id)
    silent = {journey.id for journey in graph.questions.never_entered(ways)}
    begun = [journey for journey in handbook.journeys if journey.enter != "anywhere" and journey.touchpoints]
    unmarked = [journey for journey in begun if not any(touchpoint.entry for touchpoint in journey.touchpoints)]
    if len(unmarked) == 1 and len(begun) > _FEW and unmarked[0].id not in silent:
        first = unmarked[0].touchpoints[0]
        yield found(first.at("id"), "unmarked", journey=called(unmarked[0]), first=called(first), id=unmarked[0].id, to=first.id)
