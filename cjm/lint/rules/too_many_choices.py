"""A journey differs in few ways by its dimensions, so that each can be looked through.

A map that is another one for each of forty choices is read by nobody.

Bad:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}
  - {id: state, title: Клиент, chosen: by-client, values: [{id: new, title: новый}, {id: old, title: давний}]}
lint: {options: {"120": {most: 3}}}
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
section: visit
title: Визит
steps: [{id: greet, do: Поздоровайтесь.}]
---
journey: visit  # here
title: Визит
stages:
  - stage: begin
    title: Начало
    touchpoints:
      - {id: call, title: Звонок, contact: person, channel: phone, for: {branch: north}}
      - {id: come, title: Приход, contact: person, channel: desk, for: {state: new}}
      - {id: leave, title: Уход, contact: person, channel: desk, outcome: Ушёл}
```

Good:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}
lint: {options: {"120": {most: 3}}}
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
section: visit
title: Визит
steps: [{id: greet, do: Поздоровайтесь.}]
---
journey: visit
title: Визит
stages:
  - stage: begin
    title: Начало
    touchpoints:
      - {id: call, title: Звонок, contact: person, channel: phone, for: {branch: north}}
      - {id: leave, title: Уход, contact: person, channel: desk, outcome: Ушёл}
```

When to accept: while it is being split.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.cells import MOST_CHOICES, classes, scopes_of_journey
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Путь разный по разрезам в немногих видах: каждый можно просмотреть.

Карту, которая для каждого из сорока выборов другая, не прочтёт никто.

Когда можно принять: пока его делят.
"""

CODE = "120"
SEVERITY = "warning"
OVER = "whole"

SAYS = Says("путь «{title}» по разрезам разный в {count} видах: проверены первые {most}", 'the journey "{title}" differs in {count} ways by its dimensions: the first {most} are checked')
HINT = Says("разделите его на несколько путей или уберите из for то, что одинаково", "split it into several journeys, or take out of the for what is the same")


def check(handbook: Handbook, most: int = MOST_CHOICES) -> Iterator[Found]:
    for journey in handbook.journeys if handbook.outline.dimensions else ():
        count = len(classes(handbook, scopes_of_journey(journey, handbook), {}))
        if count > most:
            yield found(journey.at("journey"), title=journey.title, count=count, most=most)
