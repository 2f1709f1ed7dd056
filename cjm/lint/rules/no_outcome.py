"""A journey ends somewhere.

A journey without an outcome promises nothing: nobody can say whether it went well for the client.

Bad:

```yaml
journey: visit  # here
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk}
      - {id: room, title: Раздевалка, contact: product, channel: desk}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
```

When to accept: while the end of the journey is not described yet.
"""

from collections.abc import Iterator

from cjm.graph import Ways, name
from cjm.language.says import Says
from cjm.lint.author import called, where
from cjm.lint.finding import Found, found
from cjm.model import Journey

RU = """Путь чем-то кончается.

Путь без исхода ничего не обещает: нельзя сказать, удался ли он для клиента.

Когда можно принять: пока конец пути ещё не описан.
"""

CODE = "102"
SAYS = Says("путь «{journey}» ничем не кончается", 'the journey "{journey}" has no outcome')
HINT = Says(
    "допишите у последней точки «{last}» ({where}) строку outcome: чем кончился путь — или продолжите его: next: [{{to: другой-путь/точка}}]",
    'add to the last touchpoint "{last}" ({where}) a line outcome: how it ended, or continue it: next: [{{to: journey/touchpoint}}]',
)


def check(journey: Journey, ways: Ways) -> Iterator[Found]:
    asked = any(touchpoint.is_open("outcome") or touchpoint.is_open("next") for touchpoint in journey.touchpoints)
    if journey.touchpoints and not asked and journey.id not in ways.blurred and is_endless(journey, ways):
        last = journey.touchpoints[-1]
        yield found(journey.at("journey"), journey=called(journey), last=called(last), where=where(last))


def is_endless(journey: Journey, ways: Ways) -> bool:
    """Whether no touchpoint of a journey ends it or leads out of it."""
    points = [name(point) for point in journey.touchpoints]
    return ways.ends.isdisjoint(points) and not any(way.continues for point in points for way in ways.out[point])
