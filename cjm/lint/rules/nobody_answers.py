"""Where a person answers, it is said who.

"Somebody will answer" is nobody: the role is what holds, whoever is on duty.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk  # here
        title: Стойка
        contact: person
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

When to accept: never; if no role fits, `roles.yml` lacks one.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called, left_out, misspelt
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Journey

RU = """Где отвечает человек, сказано кто.

«Кто-нибудь ответит» — значит никто: держится то, что поручено роли, кто бы ни был на смене.

Когда можно принять: никогда; если ни одна роль не подходит, её нет в `roles.yml`.
"""

CODE = "209"
_SAYS = Says("в точке «{title}» отвечает человек, а какая роль — не сказано", 'at "{title}" a person answers, and no role is named')
SAYS = {"": _SAYS, "standard": _SAYS}
HINT = {
    "": Says("добавьте строку role: {roles}", "add a line role: {roles}"),
    "standard": Says("добавьте строку role: {roles} — так в разделе «{section}»", 'add a line role: {roles}, as the section "{section}" has it'),
}


def check(journey: Journey, handbook: Handbook) -> Iterator[Found]:
    for touchpoint in journey.touchpoints:
        if touchpoint.contact != "person" or touchpoint.role or not left_out(touchpoint, "role"):
            continue
        if misspelt(touchpoint, "role", handbook):
            continue
        sections = (handbook.section.get(id) for id in touchpoint.standard)
        section = next((section for section in sections if section and section.performer), None)
        if section is not None:
            names = " / ".join(section.performer)
            yield found(touchpoint.at("id"), "standard", title=called(touchpoint), roles=names, section=called(section))
        else:
            names = " / ".join(role.id for role in handbook.roles[:4]) or "…"
            yield found(touchpoint.at("id"), title=called(touchpoint), roles=names)
