"""A way that stops is an outcome.

Where a touchpoint leads nowhere and is no outcome, the client is left standing, and so is whoever serves him.

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
          - {to: refusal, when: иначе}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
      - id: refusal  # here
        title: Мест нет
        contact: person
        role: administrator
        channel: desk
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
          - {to: refusal, when: иначе}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
      - id: refusal
        title: Мест нет
        contact: person
        role: administrator
        channel: desk
        outcome: Ушёл с записью на завтра
```

When to accept: while what follows is not described yet.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.lint.rules.no_outcome import is_endless
from cjm.model import Handbook

RU = """Где путь обрывается, там назван его исход.

Если точка никуда не ведёт и исходом не названа, клиент остаётся стоять, и тот, кто его встречает, — вместе с ним.

Когда можно принять: пока продолжение не описано.
"""

CODE = "105"
SAYS = Says("путь обрывается: из точки касания «{title}» некуда идти, и исходом она не названа", 'the way stops: the touchpoint "{title}" leads nowhere and is no outcome')
HINT = Says(
    "допишите, чем здесь кончается путь: outcome: … — или куда он ведёт дальше: next: [{{to: …}}]",
    "say how the journey ends here: outcome: … — or where it goes on: next: [{{to: …}}]",
)


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    for point in graph.questions.dead_ends(ways):
        touchpoint, journey = ways.touchpoint[point], ways.journey[point]
        asked = touchpoint.is_open("next") or touchpoint.is_open("outcome")
        if not asked and journey.id not in ways.blurred and not is_endless(journey, ways):
            yield found(touchpoint.at("id"), title=called(touchpoint))
