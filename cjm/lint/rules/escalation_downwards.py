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

import re
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

SAYS = {
    "down": Says("вопрос передают вниз: от «{above}» к «{below}»", 'the matter is passed down: from "{above}" to "{below}"'),
    "aside": Says("вопрос («{when}») передают роли «{below}» — той же ступени: прав у неё не больше", 'the matter ("{when}") is passed to "{below}" of the same rank, who may decide no more'),
}
_UP = Says("назовите роль выше — или исправьте rank в guideline/roles.yml", "name a higher role, or mend rank in guideline/roles.yml")
HINT = dict.fromkeys(SAYS, _UP)

# What goes beyond somebody's rights, and not to whoever knows the matter.
_BEYOND = re.compile(r"втор\w+ (?:раз|за |отмен|жалоб|возврат|случа)|снова|опять|больше|сверх|не соглас|руковод|жалоб|требу|второе|second time|again|more|beyond|disagree|complain|manager", re.IGNORECASE)


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    ranks = {role.id: role.rank for role in handbook.roles if role.rank is not None}
    if not section.performer or not all(role in ranks for role in section.performer):
        return
    lowest = min(section.performer, key=ranks.__getitem__)
    for conflict in section.conflicts:
        to = conflict.pass_on.to if conflict.pass_on is not None else ""
        above = max(section.performer, key=ranks.__getitem__) if to in section.performer else lowest
        if conflict.pass_on is not None and to in ranks and ranks[to] < ranks[above] and ranks[to] <= ranks[lowest]:
            yield found(conflict.pass_on.at("to"), "down", above=role_title(above, handbook), below=role_title(to, handbook))
        elif conflict.pass_on is not None and to in section.performer and all(ranks[to] == ranks[one] for one in section.performer) and _BEYOND.search(conflict.pass_on.when) and any(rank > ranks[to] for rank in ranks.values()):
            yield found(conflict.pass_on.at("to"), "aside", when=conflict.pass_on.when, below=role_title(to, handbook))
