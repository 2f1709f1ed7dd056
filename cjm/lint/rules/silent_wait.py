"""Whoever waits long sees or knows something meanwhile.

Ten minutes without a word are longer than an hour with a named time. The option `minutes` says from which wait on
`meanwhile` is asked for.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: callback
        title: Звонок по заявке
        contact: person
        role: administrator
        channel: phone
        wait: 2 ч  # here
        outcome: Знает дорогу
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: callback
        title: Звонок по заявке
        contact: person
        role: administrator
        channel: phone
        wait: 2 ч
        meanwhile: На экране стоит час, в который позвоним
        outcome: Знает дорогу
```

When to accept: where the client does not know that he waits.
"""

from collections.abc import Iterator

from cjm.graph.waits import most
from cjm.language.durations import MINUTE, spoken
from cjm.language.says import Says
from cjm.lint.author import called, left_out
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Touchpoint

RU = """Кто ждёт долго, тот что-то видит или знает.

Десять минут молчания длиннее часа с названным временем. С какого ожидания нужен ответ на вопрос «что он видит
тем временем», говорит настройка `minutes`.

Когда можно принять: если клиент не знает, что ждёт.
"""

CODE = "116"
SEVERITY = "warning"
SAYS = Says(
    "в точке «{title}» ждут до {wait}, а что клиент тем временем видит или знает — не сказано",
    'at "{title}" one waits up to {wait}, and nothing is said of what the client sees or knows meanwhile',
)
HINT = Says("допишите meanwhile: что он видит или знает, пока ждёт", "add meanwhile: what he sees or knows while he waits")


def check(touchpoint: Touchpoint, handbook: Handbook, minutes: int = 10) -> Iterator[Found]:
    wait = most(touchpoint, handbook) or 0
    if wait > minutes * MINUTE and left_out(touchpoint, "meanwhile"):
        yield found(touchpoint.at("wait"), title=called(touchpoint), wait=Says(spoken(wait, "ru"), spoken(wait, "en")))
