"""A standard that is in use is not retired.

Whoever opens the touchpoint's section finds rules that no longer hold.

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
        standard: paper-forms  # here
        outcome: Гость встречен
---
section: paper-forms
title: Бумажные анкеты
status: retired
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
        standard: welcome
        outcome: Гость встречен
---
section: paper-forms
title: Бумажные анкеты
status: retired
```

When to accept: until the section that replaces it is approved.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Journey

RU = """Стандарт, по которому работают, не снят.

Кто откроет раздел точки касания, найдёт правила, которые больше не действуют.

Когда можно принять: пока раздел, который его заменит, не утверждён.
"""

CODE = "205"
SAYS = Says("стандарт точки касания «{title}» — раздел «{section}», а он снят", 'the standard of the touchpoint "{title}" is the section "{section}", which is retired')
HINT = Says("назовите раздел, который его заменил, — или верните status: active", "name the section that replaced it, or set status: active again")


def check(journey: Journey, handbook: Handbook) -> Iterator[Found]:
    for touchpoint in journey.touchpoints:
        for index, id in enumerate(touchpoint.standard):
            section = handbook.section.get(id)
            if section is not None and section.status == "retired":
                yield found(touchpoint.at("standard", index), title=called(touchpoint), section=called(section))
