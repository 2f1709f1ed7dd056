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
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Стандарт, по которому работают, не снят.

Кто откроет раздел точки касания, найдёт правила, которые больше не действуют.

Когда можно принять: пока раздел, который его заменит, не утверждён.
"""

CODE = "205"
SAYS = {
    "one": Says("стандарт точки касания «{title}» — раздел «{section}», а он снят", 'the standard of the touchpoint "{title}" is the section "{section}", which is retired'),
    "many": Says("раздел «{section}» снят (status: retired), а он стандарт в точках: {count}", 'the section "{section}" is retired, and it is the standard of {count} touchpoints'),
}
HINT = {
    "one": Says("назовите раздел, который его заменил, — или верните status: active", "name the section that replaced it, or set status: active again"),
    "many": Says("назовите в них раздел, который его заменил ({where}), — или верните status: active", "name the section that replaced it in {where}, or set status: active again"),
}


def check(handbook: Handbook) -> Iterator[Found]:
    for section in handbook.sections:
        attached = handbook.attached.get(section.id, ()) if section.status == "retired" else ()
        if len(attached) == 1:
            at = attached[0].at("standard", attached[0].standard.index(section.id))
            yield found(at, "one", title=called(attached[0]), section=called(section))
        elif attached:
            where_all = in_quotes(called(touchpoint) for touchpoint in attached)
            yield found(section.at("status"), "many", section=called(section), count=len(attached), where=where_all)
