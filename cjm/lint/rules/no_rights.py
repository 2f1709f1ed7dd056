"""Whoever handles conflicts knows what he may decide alone.

A role without `decides` asks before every promise, and the client waits. The list of rights in `roles.yml` is the one
that sections refer to.

Bad:

```yaml
roles:
  - {id: administrator, title: Администратор}  # here
  - {id: manager, title: Руководитель, decides: [Скидка до десяти процентов]}
---
section: visit
title: Визит
performer: administrator
conflicts:
  - id: too-long
    says: Сколько можно ждать!
    pass_on: {to: manager, when: ждал дважды, how: звонком, within: 10 мин}
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор, decides: [Чай и место вне очереди — всегда]}
  - {id: manager, title: Руководитель, decides: [Скидка до десяти процентов]}
---
section: visit
title: Визит
performer: administrator
conflicts:
  - id: too-long
    says: Сколько можно ждать!
    pass_on: {to: manager, when: ждал дважды, how: звонком, within: 10 мин}
```

When to accept: for a role that may decide nothing at all; say so in `decides`.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Кто разбирает конфликты, тот знает, что решает сам.

Роль без `decides` перед каждым обещанием спрашивает, а клиент ждёт. Список прав в `roles.yml` — тот, на который
опираются разделы.

Когда можно принять: если роль и правда ничего не решает сама; скажите об этом в `decides`.
"""

CODE = "212"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("роль «{title}» разбирает конфликты, а что она решает сама — не сказано", 'the role "{title}" handles conflicts, and it is not said what it may decide')
HINT = Says("добавьте роли decides: что она решает сама, с пределами в числах", "add decides to the role: what it may decide alone, with limits in numbers")


def check(handbook: Handbook) -> Iterator[Found]:
    handling = {
        role
        for section in handbook.sections
        for conflict in section.conflicts
        for role in (*section.performer, *((conflict.pass_on.to,) if conflict.pass_on else ()))
    }
    for role in handbook.roles:
        if role.id in handling and not role.decides and left_out(role, "decides"):
            yield found(role.at("id"), title=role.title)
