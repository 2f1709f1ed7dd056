"""A journey begins somewhere.

A journey without a single touchpoint has no beginning: nobody can be met on it.

Bad:

```yaml
journey: visit  # here
title: Посещение
stages:
  - stage: arrival
    title: Приход
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
```

When to accept: while the journey is only planned.
"""

from collections.abc import Iterator

from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Journey

RU = """Путь с чего-то начинается.

В пути без единой точки касания нет начала: встретить на нём некого.

Когда можно принять: пока путь только задуман.
"""

CODE = "101"
SAYS = Says("в пути «{journey}» нет ни одной точки касания: ему неоткуда начаться", 'the journey "{journey}" has no touchpoint to begin with')
HINT = Says(
    "опишите первую точку: - {{id: …, title: …, contact: person, channel: …}}; началом станет она",
    "describe the first touchpoint: - {{id: …, title: …, contact: person, channel: …}}; the journey begins there",
)


def check(journey: Journey, ways: Ways) -> Iterator[Found]:
    if not journey.touchpoints and journey.id not in ways.blurred:
        yield found(journey.at("journey"), journey=called(journey))
