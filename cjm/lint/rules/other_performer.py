"""The role that answers at a touchpoint performs its standard.

Whoever answers the client reads another standard than the one that is attached here, or none. Either the touchpoint
names the wrong role, or the standard does not know one of its performers.

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
        role: manager  # here
        channel: desk
        standard: welcome
        outcome: Гость встречен
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
```

When to accept: where the role only stands in for another for a while.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Touchpoint
from cjm.wording.titles import role_title

RU = """Кто отвечает клиенту в точке касания, тот и выполняет её стандарт.

Тот, кто отвечает, читает другой стандарт или никакого. Либо в точке касания названа не та роль, либо стандарт не
знает одного из своих исполнителей.

Когда можно принять: если роль здесь только временно заменяет другую.
"""

CODE = "211"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says(
    "в точке «{title}» отвечает «{role}», а её стандарт выполняет {performers}",
    '"{role}" answers at "{title}", and its standard is performed by {performers}',
)
HINT = Says(
    "исправьте role — или добавьте роль в performer раздела «{section}»",
    'mend the role, or add it to the performers of section "{section}"',
)


def check(touchpoint: Touchpoint, handbook: Handbook) -> Iterator[Found]:
    standards = [handbook.section[id] for id in touchpoint.standard if id in handbook.section]
    performers = dict.fromkeys(role for section in standards for role in section.performer)
    if len(standards) < len(touchpoint.standard):
        return  # who performs the others is not known
    if touchpoint.contact == "person" and touchpoint.role in handbook.role and performers and touchpoint.role not in performers:
        yield found(
            touchpoint.at("role"), title=called(touchpoint), role=role_title(touchpoint.role, handbook),
            performers=in_quotes(role_title(role, handbook) for role in performers), section=called(standards[0]),
        )  # fmt: skip
