"""Where the way forks, each branch says when it is taken.

A branch without a condition cannot be chosen by anybody who was not there when the map was drawn.

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
          - {to: desk, when: придёт}
          - {to: letter}  # here
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает дорогу}
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
          - {to: desk, when: придёт}
          - {to: letter, when: иначе}
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает дорогу}
```

When to accept: never.
"""

from collections.abc import Iterator

from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Edge, Journey, touchpoint_id

RU = """На развилке у каждой ветви сказано, когда по ней идут.

Ветвь без условия не выберет никто, кого не было рядом, когда рисовали карту.

Когда можно принять: никогда.
"""

CODE = "110"
SAYS = Says("развилка у «{title}»: у ветви к «{to}» нет условия", 'the way forks at "{title}": the branch to "{to}" has no condition')
HINT = Says(
    "допишите when: … — или when: иначе, если она для всех остальных случаев",
    "add when: … — or when: otherwise, if it takes all other cases",
)


def check(journey: Journey, ways: Ways) -> Iterator[Found]:
    if journey.id in ways.blurred:
        return
    for touchpoint in journey.touchpoints:
        if len({(edge.to, edge.when) for edge in touchpoint.next}) < 2:
            continue
        seen: set[str] = set()  # the same way written twice is rule 109's matter
        for edge in touchpoint.next:
            if not edge.when.strip() and not edge.otherwise and not edge.is_open("when") and edge.to not in seen:
                yield found(edge.at("to"), title=called(touchpoint), to=_to(edge, ways))
                seen.add(edge.to)


# Private functions


def _to(edge: Edge, ways: Ways) -> str:
    target = ways.touchpoint.get(touchpoint_id(edge.to))
    return called(target) if target else edge.to
