"""Some way leads to every step.

A step behind a choice that leads past it is never done, and nobody notices that it is missing. A step with a
condition of its own, and one that a link leads to, is reached.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - id: call
    do: Позвоните.
    next: [{when: ответил, to: greet}, {when: иначе, to: greet}]
  - {id: write, do: Напишите.}  # here
  - {id: greet, do: Поздоровайтесь.}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - id: call
    do: Позвоните.
    next: [{when: ответил, to: greet}, {when: иначе, to: write}]
  - {id: write, do: Напишите.}
  - {id: greet, do: Поздоровайтесь.}
```

When to accept: where the step is found through a table or by its condition in words.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.steps import END, leads
from cjm.model import Handbook, Section
from cjm.wording.sentence import first_sentence

RU = """К каждому шагу ведёт какая-нибудь дорога.

Шаг за развилкой, которая ведёт мимо него, никто не сделает и никто этого не заметит. Шаг со своим условием и шаг, на
который ведёт ссылка, достижимы.

Когда можно принять: если шаг находят по таблице или по словам другого шага.
"""

CODE = "314"
OVER = "all"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("к шагу «{title}» ничто не ведёт", 'nothing leads to the step "{title}"')
HINT = Says("добавьте ветвь, которая ведёт к «{id}», или условие when, или уберите шаг", 'add a branch that leads to "{id}" or a condition (when), or take the step out')


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    to, steps = leads(section), section.steps
    own = {step.id for step in steps}
    if any(":" not in choice.to and choice.to not in own for step in steps for choice in step.next):
        return  # what a name leads to that is not there is another rule's matter
    reached = {0}
    # A step with a condition is met by whoever passes by; behind a fork nobody does.
    waiting = [0, *(number for number, step in enumerate(steps) if step.when and not (number and steps[number - 1].next and not steps[number - 1].when))] if steps else []
    while waiting:
        number = waiting.pop()
        reached.add(number)
        waiting += [target for target in to[number] if target != END and target not in reached]
    for number, step in enumerate(steps):
        if number not in reached and not _is_linked(f"section:{section.id}/{step.id}", handbook):
            yield found(step.at("id"), title=first_sentence(step.do)[0] or step.id, id=step.id)


# Private functions


def _is_linked(address: str, handbook: Handbook) -> bool:
    return any(address in source for source in handbook.sources.values())
