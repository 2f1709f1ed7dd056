"""A way to an earlier stage is marked as a way back, and only such a way.

The map draws ways back apart, and sums of waits leave them out: both need to know. A way back that closes a loop is
rule 107's matter; an outcome that stands in an earlier stage is no way back.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: booking
    title: Запись
    touchpoints:
      - {id: call, title: Звонок, contact: person, role: administrator, channel: phone, next: desk}
      - {id: letter, title: Письмо, contact: product, channel: site, next: room}
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        next:
          - {to: room, when: всё с собой}
          - {to: letter, when: иначе}  # here
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: booking
    title: Запись
    touchpoints:
      - {id: call, title: Звонок, contact: person, role: administrator, channel: phone, next: desk}
      - {id: letter, title: Письмо, contact: product, channel: site, next: room}
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        next:
          - {to: room, when: всё с собой}
          - {to: letter, when: иначе, back: true}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
```

When to accept: never; the mark costs two words.
"""

from collections.abc import Iterator
from typing import Any

from cjm import graph
from cjm.graph import Way, Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Дорога к более раннему этапу помечена как возврат, и только такая.

Карта рисует возвраты отдельно, а суммы ожиданий их не считают: и той и другим нужно это знать. Возврат, который замыкает
петлю, — дело правила 107; исход, который стоит в более раннем этапе, — не возврат.

Когда можно принять: никогда, это два слова.
"""

CODE = "113"
SEVERITY = "warning"
SAYS = {
    "unmarked": Says(
        "из «{source}» путь ведёт назад, в этап «{stage}», а возвратом это не названо",
        'from "{source}" the way leads back to the stage "{stage}" and is not marked as a way back',
    ),
    "forward": Says(
        "дорога из «{source}» к «{target}» названа возвратом, а ведёт вперёд",
        'the way from "{source}" to "{target}" is marked as a way back and leads on',
    ),
}
HINT = {
    "unmarked": Says("допишите back: true — или перенесите точку в нужный этап", "add back: true, or move the touchpoint to its stage"),
    "forward": Says("уберите back: true — или переставьте точки по порядку", "remove back: true, or put the touchpoints in order"),
}


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    stage = {id(point): stage for journey in handbook.journeys for stage in journey.stages for point in stage.touchpoints}
    rising: list[tuple[Way, Found]] = []
    for source, out in ways.out.items():
        if ways.journey[source].id in ways.blurred:
            continue
        for way in out:
            if way.edge is None or not way.target or way.continues:
                continue
            here, there = ways.touchpoint[source], ways.touchpoint[way.target]
            on = ways.position[way.target] - ways.position[source]
            values: dict[str, Any] = {"source": called(here), "target": called(there), "stage": called(stage[id(there)])}
            if way.back and on > 0:
                yield found(way.edge.at("back"), "forward", **values)
            elif not way.back and on < 0 and stage[id(here)] is not stage[id(there)] and not (there.outcome and not there.next):
                rising.append((way, found(way.edge.at("to"), "unmarked", **values)))
    looped = graph.questions.in_unmarked_loop(ways) if rising else frozenset()
    for way, one in rising:
        if way.source not in looped or way.target not in looped:
            yield one
