"""A touchpoint either ends the way or leads on.

Where `outcome` and `next` stand together, the map shows an end from which people walk on, and sums of waits stop too
early.

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
        outcome: Гость встречен  # here
        next: room
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, next: room}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
```

When to accept: never; move the outcome to a touchpoint of its own, or take it out.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Touchpoint

RU = """Точка касания либо заканчивает путь, либо ведёт дальше.

Если `outcome` и `next` стоят вместе, на карте виден конец, из которого идут дальше, а сумма ожиданий обрывается
раньше времени.

Когда можно принять: никогда; дайте исходу свою точку касания или уберите его.
"""

CODE = "119"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("«{title}» — и конец пути, и дорога дальше", '"{title}" both ends the way and leads on')
HINT = Says("оставьте одно: outcome или next", "keep one of them: outcome or next")


def check(touchpoint: Touchpoint, handbook: Handbook) -> Iterator[Found]:
    if touchpoint.outcome and touchpoint.next:
        yield found(touchpoint.at("outcome"), title=called(touchpoint))
