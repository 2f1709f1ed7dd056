"""A stage has touchpoints.

An empty stage is an empty column on the map: either something is missing, or it is not needed.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: booking  # here
    title: Запись
  - stage: arrival
    title: Приход
    touchpoints:
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
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
```

When to accept: while the stage is being described.
"""

from collections.abc import Iterator

from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Journey

RU = """В этапе есть точки касания.

Пустой этап — пустая колонка на карте: или чего-то не хватает, или он не нужен.

Когда можно принять: пока этап описывают.
"""

CODE = "114"
SEVERITY = "warning"
SAYS = Says("в этапе «{stage}» нет ни одной точки касания", 'the stage "{stage}" has no touchpoint')
HINT = Says("опишите в нём точки касания или уберите его", "describe its touchpoints or remove it")


def check(journey: Journey, ways: Ways) -> Iterator[Found]:
    if not journey.touchpoints or journey.id in ways.blurred:
        return  # a journey that is empty altogether is rule 101's matter
    for stage in journey.stages:
        if not stage.touchpoints:
            yield found(stage.at("stage"), stage=called(stage))
