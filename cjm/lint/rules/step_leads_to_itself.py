"""No step leads to itself.

Whoever comes to such a branch stands still, with the client before him.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - id: call
    do: Позвоните.
    next: [{when: ответил, to: greet}, {when: иначе, to: call}]  # here
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
    do: Позвоните, не ответил — ещё раз через час.
    next: [{when: ответил, to: greet}, {when: иначе, to: write}]
  - {id: greet, do: Поздоровайтесь.}
  - {id: write, do: Напишите.}
```

When to accept: never; say what is done the second time, and lead there.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Ни один шаг не ведёт к самому себе.

На такой развилке стоят на месте, и клиент вместе с вами.

Когда можно принять: никогда; скажите, что делают во второй раз, и ведите туда.
"""

CODE = "311"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("шаг «{id}» ведёт к самому себе", 'the step "{id}" leads to itself')
HINT = Says("назовите шаг, который идёт за ним", "name the step that follows")


def check(section: Section) -> Iterator[Found]:
    for step in section.steps:
        for choice in step.next:
            if step.id and choice.to in (step.id, f"section:{section.id}/{step.id}"):
                yield found(choice.at("to"), id=step.id)
