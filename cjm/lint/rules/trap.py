"""From every touchpoint some outcome can be reached.

Touchpoints that lead only to each other keep the client going round for ever.

Bad:

```yaml
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
          - {to: room, when: записан}
          - {to: waiting, when: иначе}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
      - id: waiting  # here
        title: Лист ожидания
        contact: product
        channel: site
      - {id: reminder, title: Напоминание, contact: product, channel: site, next: {to: waiting, back: true, at_most: 2}}
```

Good:

```yaml
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
          - {to: room, when: записан}
          - {to: waiting, when: иначе}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
      - id: waiting
        title: Лист ожидания
        contact: product
        channel: site
      - id: reminder
        title: Напоминание
        contact: product
        channel: site
        next:
          - {to: waiting, when: мест всё нет, back: true, at_most: 2}
          - {to: room, when: иначе}
```

When to accept: never; somebody is on this way now.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.lint.rules.no_outcome import is_endless
from cjm.lint.trail import trail
from cjm.model import Handbook

RU = """От каждой точки касания можно дойти до какого-нибудь исхода.

Точки, которые ведут только друг к другу, водят клиента по кругу без конца.

Когда можно принять: никогда, по этому кругу кто-то сейчас ходит.
"""

CODE = "106"
SAYS = Says("отсюда не выйти: {titles} ведут только друг к другу", "no way out: {titles} lead only to each other")
HINT = Says(
    "добавьте одной из них дорогу наружу: - {{to: …, when: иначе}} — или назовите исход: outcome: …",
    "give one of them a way out: - {{to: …, when: otherwise}} — or name an outcome: outcome: …",
)


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    for group in graph.questions.traps(ways):
        journey = ways.journey[group[0]]
        inside = all(ways.journey[point] is journey for point in group)
        if inside and journey.id not in ways.blurred and not is_endless(journey, ways):
            yield found(
                ways.touchpoint[group[0]].at("id"),
                trail=trail(ways, graph.questions.circle(ways, group)),
                titles=in_quotes(called(ways.touchpoint[point]) for point in group),
            )
