"""Nobody promises to himself, stands in for himself or passes a matter on to himself.

Such a line is a slip of copying: another role was meant, and whoever looks for it finds nobody.

Bad:

```yaml
roles:
  - {id: administrator, title: Администратор, substitutes: [administrator]}  # here
---
section: visit
title: Визит
performer: administrator
conflicts:
  - id: late
    says: Вы опоздали!
    pass_on: {to: administrator, when: просит старшего, how: звонком, within: 5 мин}  # here
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - {id: senior, title: Старший, substitutes: [administrator]}
---
section: visit
title: Визит
performer: administrator
conflicts:
  - id: late
    says: Вы опоздали!
    pass_on: {to: senior, when: просит старшего, how: звонком, within: 5 мин}
```

When to accept: where two people of one role share a shift and hand matters over.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Никто не обещает сам себе, не заменяет себя и не передаёт вопрос себе же.

Такая строка — след копирования: имелась в виду другая роль, и тот, кто её ищет, не находит никого.

Когда можно принять: если на смене двое в одной роли и передают дела друг другу.
"""

CODE = "216"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "substitutes": Says("роль «{title}» заменяет саму себя", 'the role "{title}" stands in for itself'),
    "part": Says("роль «{title}» отнесена к самой себе (part_of)", 'the role "{title}" is a part of itself (part_of)'),
    "promise": Says("роль «{title}» обещает самой себе", 'the role "{title}" promises to itself'),
    "pass-on": Says("вопрос передают тому же, кто его решает: «{title}»", 'the matter is passed on to the one who handles it: "{title}"'),
}
_NAME = Says("назовите другую роль или уберите эту строку", "name another role, or take the line out")
HINT = dict.fromkeys(SAYS, _NAME)


def check(handbook: Handbook) -> Iterator[Found]:
    def title(role: str) -> str:
        return handbook.role[role].title if role in handbook.role else role

    for role in handbook.roles:
        if role.id in role.substitutes:
            yield found(role.at("substitutes", role.substitutes.index(role.id)), "substitutes", title=role.title)
        if role.part_of == role.id:
            yield found(role.at("part_of"), "part", title=role.title)
    for promise in handbook.promises:
        if len(promise.giver) == 1 and tuple(promise.to) in (tuple(promise.giver), (title(promise.giver[0]),)):
            yield found(promise.at("to"), "promise", title=title(promise.giver[0]))
    for section in handbook.sections:
        for conflict in section.conflicts:
            if conflict.pass_on is not None and (conflict.pass_on.to,) == section.performer:
                yield found(conflict.pass_on.at("to"), "pass-on", title=title(conflict.pass_on.to))
