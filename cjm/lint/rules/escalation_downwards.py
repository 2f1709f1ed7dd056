"""A matter is passed on to somebody who may decide at least as much.

Passed on to a lower rank, the client tells his story again to one who may do less. `rank` of a role says how much it
may decide: the higher, the more.

Bad:

```yaml
roles:
  - {id: administrator, title: Администратор, rank: 1}
  - {id: manager, title: Руководитель, rank: 2}
---
section: visit
title: Визит
performer: manager
conflicts:
  - id: too-long
    says: Сколько можно ждать!
    pass_on: {to: administrator, when: ждал дважды, how: звонком, within: 10 мин}  # here
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор, rank: 1}
  - {id: manager, title: Руководитель, rank: 2}
---
section: visit
title: Визит
performer: administrator
conflicts:
  - id: too-long
    says: Сколько можно ждать!
    pass_on: {to: manager, when: ждал дважды, how: звонком, within: 10 мин}
```

When to accept: where the other role alone knows the matter, such as a technician.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section
from cjm.wording.titles import role_title

RU = """Вопрос передают тому, кто решает не меньше.

Если вопрос уходит вниз, клиент повторяет всё тому, кто может меньше. Ступень роли, `rank`, говорит, сколько она
решает: чем больше, тем больше прав.

Когда можно принять: если в этом вопросе разбирается только та роль, например техник.
"""

CODE = "214"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("вопрос передают вниз: от «{above}» к «{below}»", 'the matter is passed down: from "{above}" to "{below}"')
HINT = Says("назовите роль той же ступени или выше — или исправьте rank в guideline/roles.yml", "name a role of the same rank or a higher one, or mend rank in guideline/roles.yml")


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    ranks = {role.id: role.rank for role in handbook.roles if role.rank is not None}
    if not section.performer or not all(role in ranks for role in section.performer):
        return
    lowest = min(section.performer, key=ranks.__getitem__)
    for conflict in section.conflicts:
        to = conflict.pass_on.to if conflict.pass_on is not None else ""
        above = max(section.performer, key=ranks.__getitem__) if to in section.performer else lowest
        if conflict.pass_on is not None and to in ranks and ranks[to] < ranks[above] and ranks[to] <= ranks[lowest]:
            yield found(conflict.pass_on.at("to"), above=role_title(above, handbook), below=role_title(to, handbook))
