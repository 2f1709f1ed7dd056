"""Whoever performs a standard has something to do in it.

A role that is named and has no step reads the standard, learns it and is examined on it, and nobody says what for.

Bad:

```yaml
section: visit
title: Визит
performer: [administrator, manager]  # here
steps:
  - id: greet
    who: administrator
    do: Поздоровайтесь.
```

Good:

```yaml
section: visit
title: Визит
performer: [administrator, manager]
steps:
  - id: greet
    who: administrator
    do: Поздоровайтесь.
  - id: sign
    who: manager
    do: Подпишите договор.
```

When to accept: where the role does what all do; then leave `who` out of the steps that all perform.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section

RU = """У каждого исполнителя есть что делать.

Роль, которую назвали и которой не дали ни одного шага, читает раздел, учит его и сдаёт по нему экзамен, а зачем — не
сказано.

Когда можно принять: если роль делает то же, что все; тогда уберите `who` из шагов, которые делают все.
"""

CODE = "327"
SEVERITY = "warning"
PROFILE = "review"
OVER = "all"

SAYS = Says("исполнитель «{title}» ({id}) назван, а ни одного шага у него нет", 'the performer "{title}" ({id}) is named and has no step')
HINT = Says("уберите роль из performer — или поставьте её в who того шага, который она делает", "take the role out of performer, or name it in the who of the step that it does")


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    doing = {step.who or "" for step in section.steps}
    if len(section.performer) < 2 or not section.steps or "" in doing:
        return
    texts = " ".join(f"{step.do} {step.how} {step.when}" for step in section.steps).lower()
    meeting = {touchpoint.role for touchpoint in handbook.attached.get(section.id, ())}
    for index, id in enumerate(section.performer):
        role = handbook.role.get(id)
        if role is not None and id not in doing and id not in meeting and role.title.split()[0][:-1].lower() not in texts:
            yield found(section.at("performer", index), title=role.title, id=id)
