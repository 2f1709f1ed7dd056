"""No touchpoint leads to itself.

A way that leads to where it starts is a slip, or a repetition that says neither that it is one nor how often.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        role: administrator
        channel: phone
        next:
          - {to: desk, when: дозвонились}
          - {to: call, when: иначе}  # here
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        role: administrator
        channel: phone
        next:
          - {to: desk, when: дозвонились}
          - {to: call, when: занято, back: true, at_most: 2}
          - {to: letter, when: иначе}
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает, когда перезвоним}
```

When to accept: never; a repetition is written `back: true, at_most: 2`.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Touchpoint, touchpoint_id

RU = """Точка касания не ведёт сама к себе.

Дорога, которая ведёт туда же, откуда вышла, — описка или повтор, который не назван повтором и не сказал, сколько раз.

Когда можно принять: никогда; повтор пишется так: `back: true, at_most: 2`.
"""

CODE = "108"
SAYS = Says("точка касания «{title}» ведёт сама к себе", 'the touchpoint "{title}" leads to itself')
HINT = Says(
    "назовите другую точку; если это повтор, допишите back: true, at_most: 2",
    "name another touchpoint; if it is a repetition, add back: true, at_most: 2",
)


def check(touchpoint: Touchpoint) -> Iterator[Found]:
    for edge in touchpoint.next:
        if touchpoint.id and touchpoint_id(edge.to) == touchpoint.id and not (edge.back and edge.at_most):
            yield found(edge.at("to"), title=called(touchpoint))
