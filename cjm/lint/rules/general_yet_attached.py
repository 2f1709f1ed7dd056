"""A section that is general is the standard of no touchpoint.

`kind: general` says that nobody looks for the section on a map. Where it stands on one all the same, one of the two was
forgotten when the other changed.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
kind: general  # here
---
journey: way
title: Путь
stages:
  - stage: all
    title: Всё
    touchpoints:
      - {id: come, title: Пришёл, contact: person, channel: desk, role: administrator, standard: visit, outcome: Ушёл}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
---
journey: way
title: Путь
stages:
  - stage: all
    title: Всё
    touchpoints:
      - {id: come, title: Пришёл, contact: person, channel: desk, role: administrator, standard: visit, outcome: Ушёл}
```

When to accept: never; take `general` out, or name another standard on the map.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Общий раздел не стоит стандартом ни в одной точке.

`kind: general` говорит, что на картах этого раздела нет. Если он там есть, одно из двух забыли поправить.

Когда можно принять: никогда; уберите `general` или назовите на карте другой стандарт.
"""

CODE = "217"
SEVERITY = "warning"
PROFILE = "review"
OVER = "whole"

SAYS = Says("раздел назван общим (general), а на картах он стандарт: {where}", "the section is called general, and on the maps it is the standard of {where}")
HINT = Says("уберите kind: general — или назовите в этих точках другой стандарт", "take kind: general out, or name another standard at these touchpoints")


def check(handbook: Handbook) -> Iterator[Found]:
    for section in handbook.sections:
        attached = handbook.attached.get(section.id, ()) if section.general or section.kind == "general" else ()
        if attached:
            yield found(section.at("general" if section.general else "kind"), where=in_quotes(called(touchpoint) for touchpoint in attached))
