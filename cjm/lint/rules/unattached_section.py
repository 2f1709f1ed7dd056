"""Every section belongs to a touchpoint or says that it is general.

A standard that no touchpoint names is found by nobody who has a client before him.

Bad:

```yaml
section: parking  # here
title: Парковка
---
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, standard: welcome, outcome: Встречен}
```

Good:

```yaml
section: parking
title: Парковка
kind: general
---
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, standard: welcome, outcome: Встречен}
```

When to accept: while the journey with its touchpoint is being described.
"""

from collections.abc import Iterator

from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Каждый раздел привязан к точке касания или назван общим.

Стандарт, которого не называет ни одна точка, не найдёт никто, перед кем стоит клиент.

Когда можно принять: пока описывают путь с его точкой касания.
"""

CODE = "202"
OVER = "all"
SEVERITY = "warning"
SAYS = Says("раздел «{section}» не привязан ни к одной точке касания", 'the section "{section}" is the standard of no touchpoint')
HINT = Says(
    "допишите standard: {id} у нужной точки касания; если раздел общий — kind: general",
    "add standard: {id} to the touchpoint it is for; if it is a general one, kind: general",
)


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    if ways.partial or not handbook.journeys:
        return
    # A misspelt reference is rule 003's matter; the section that it meant is not called unattached as well.
    meant = {problem.values.get("near") for problem in handbook.problems if problem.values.get("kind") == "section"}
    for section in handbook.sections:
        loose = section.id not in handbook.attached and section.id not in meant
        if loose and not (section.for_all or section.is_looked_up) and section.status == "active":
            yield found(section.at("section"), section=called(section), id=section.id)
