"""Where several roles take part, each step says who acts.

A step that belongs to two people is done by neither.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: [administrator, manager]
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    who: administrator
    do: Поздоровайтесь.
  - id: card  # here
    do: Запишите имя в журнал.
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: [administrator, manager]
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    who: administrator
    do: Поздоровайтесь.
  - id: card
    who: manager
    do: Запишите имя в журнал.
```

When to accept: where whoever is nearest acts and it is all the same who it is.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Где участвуют несколько ролей, у каждого шага назван исполнитель.

Шаг, который принадлежит двоим, не делает никто.

Когда можно принять: если делает тот, кто ближе, и всё равно, кто это.
"""

CODE = "303"
SEVERITY = "warning"

SAYS = {
    "step": Says("исполнителей {count}, а у шага «{step}» не сказано, кто его делает", '{count} roles take part, and step "{step}" does not say who acts'),
    "all": Says("исполнителей {count}, и ни у одного шага не сказано, кто его делает", "{count} roles take part, and no step says who acts"),
}
HINT = Says("добавьте шагу who: {some}", "give the step who: {some}")


def check(section: Section) -> Iterator[Found]:
    roles = section.performer or tuple(dict.fromkeys(step.who for step in section.steps if step.who))
    silent = [step for step in section.steps if not step.who]
    if len(roles) < 2 or not silent or section.kind == "emergency":  # in danger whoever stands there acts
        return
    if len(silent) == len(section.steps) > 1:
        yield found(section.at("performer"), "all", count=len(roles), some=roles[0])
        return
    for step in silent:
        yield found(step.at(), "step", count=len(roles), step=step.id or step.do[:40], some=roles[0])
