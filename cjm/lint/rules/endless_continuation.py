"""Journeys that continue into each other come to an end somewhere.

A round of journeys is life: he renews, attends, renews again. But if no touchpoint of the round is an outcome, nobody
ever leaves, and the maps do not say how.

Bad:

```yaml
journey: renewal
title: Продление
stages:
  - stage: pay
    title: Оплата
    touchpoints:
      - id: payment
        title: Оплата продления
        contact: product
        channel: site
        next: visit/desk  # here
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
        next: renewal/payment
```

Good:

```yaml
journey: renewal
title: Продление
stages:
  - stage: pay
    title: Оплата
    touchpoints:
      - id: payment
        title: Оплата продления
        contact: product
        channel: site
        next: visit/desk
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
        next:
          - {to: renewal/payment, when: абонемент кончился}
          - {to: farewell, when: иначе}
      - {id: farewell, title: Прощание, contact: person, role: administrator, channel: desk, outcome: Ушёл довольным}
```

When to accept: while one of the journeys is not described to its end.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.lint.trail import trail
from cjm.model import Handbook

RU = """Пути, которые продолжают друг друга, где-то кончаются.

Круг из путей — это жизнь: продлил, ходит, снова продлил. Но если в круге нет ни одного исхода, из него никто не уходит, и
карты не говорят как.

Когда можно принять: пока один из путей не описан до конца.
"""

CODE = "117"
SAYS = Says("пути {journeys} продолжают друг друга без конца: ни одного исхода в этом круге нет", "the journeys {journeys} continue into each other without end: the round has no outcome")
HINT = Says(
    "назовите исход одной из точек круга: outcome: … — или дайте ей дорогу наружу",
    "name an outcome at one of the touchpoints of the round: outcome: … — or give it a way out",
)


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    if not any(way.continues for out in ways.out.values() for way in out):
        return
    for group in graph.questions.traps(ways):
        journeys = dict.fromkeys(ways.journey[point] for point in group)
        if len(journeys) < 2 or not ways.blurred.isdisjoint(journey.id for journey in journeys):
            continue
        across = (way for point in group for way in ways.out[point] if way.continues and way.target in group)
        edge = next(way.edge for way in across if way.edge)
        titles = in_quotes(called(journey) for journey in journeys)
        yield found(edge.at("to"), trail=trail(ways, graph.questions.circle(ways, group)), journeys=titles)
