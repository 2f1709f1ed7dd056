"""A promised wait is kept on the slowest way.

A promise with `waits` is checked against the journeys: the waits of all touchpoints on the slowest way are added up, both
ends included, loops as often as `at_most` allows.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: request
    title: Обращение
    touchpoints:
      - {id: request, title: Заявка, contact: product, channel: site, wait: 5 мин}
      - {id: callback, title: Звонок, contact: person, role: administrator, channel: phone, wait: 15 мин, outcome: Записан}
---
promises:
  - id: quick-answer
    from: administrator
    to: Клиент
    promise: Перезвоним за четверть часа.
    measure: Доля звонков в срок.
    waits: {to: visit/callback, at_most: 15 мин}  # here
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: request
    title: Обращение
    touchpoints:
      - {id: request, title: Заявка, contact: product, channel: site}
      - {id: callback, title: Звонок, contact: person, role: administrator, channel: phone, wait: 15 мин, outcome: Записан}
---
promises:
  - id: quick-answer
    from: administrator
    to: Клиент
    promise: Перезвоним за четверть часа.
    measure: Доля звонков в срок.
    waits: {to: visit/callback, at_most: 15 мин}
```

When to accept: while the journey is being made faster.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Ways
from cjm.graph.waits import longest
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.trail import waits
from cjm.model import Promise, touchpoint_id

RU = """Обещанное ожидание выдержано на самом медленном пути.

Обещание с `waits` проверяется по картам: ожидания всех точек самого медленного пути складываются, вместе с обоими концами,
а петли считаются столько раз, сколько позволяет `at_most`.

Когда можно принять: пока путь ускоряют.
"""

CODE = "210"
SEVERITY = "warning"
SAYS = {
    "wait": Says(
        "обещание «{title}» не выдержать: до «{to}» можно прождать {sum}, а обещано не больше {limit}",
        'the promise "{title}" cannot be kept: one can wait {sum} before "{to}", and no more than {limit} is promised',
    ),
    "nowhere": Says("обещание «{title}»: к «{to}» отсюда не ведёт ни один путь", 'the promise "{title}": no way leads from there to "{to}"'),
}
HINT = {
    "wait": Says(
        "дольше всего ждут в «{longest}» ({where}): сократите wait там — или обещайте то, что можно сдержать",
        'the longest wait is at "{longest}" ({where}): shorten it, or promise what can be kept',
    ),
    "nowhere": Says("поправьте from и to", "mend from and to"),
}


def check(promise: Promise, ways: Ways) -> Iterator[Found]:
    promised = promise.waits
    at_most = longest(promised, "at_most", promised.at_most, ways.handbook) if promised else None
    if promised is None or at_most is None or ways.partial or ways.blurred:
        return
    to = touchpoint_id(promised.to)
    if to not in ways.touchpoint:
        return  # an unknown name is rule 003's matter
    starts = [touchpoint_id(promised.start)] if promised.start else list(ways.entries[ways.journey[to].id])
    if not ways.touchpoint.keys() >= set(starts):
        return
    slowest = graph.questions.longest_wait(ways, starts, to)
    if slowest is None:
        yield found(promise.at("waits"), "nowhere", title=promise.promise, to=ways.touchpoint[to].title)
    elif slowest.seconds > at_most:
        yield waits(ways, slowest, promise.at("waits"), "wait", title=promise.promise, at_most=at_most)
