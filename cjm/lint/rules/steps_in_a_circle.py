"""From every step there is a way to the end of the section.

Two steps that only choose each other are a circle: whoever follows the standard to the letter never gets out of it.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - id: call
    do: Позвоните.
    next: [{when: ответил, to: end}, {when: иначе, to: write}]
  - id: write  # here
    do: Напишите.
    next: [{when: пришёл ответ, to: wait}, {when: иначе, to: wait}]
  - id: wait
    do: Подождите.
    next: [{when: прошёл час, to: write}, {when: иначе, to: write}]
  - {id: end, do: Попрощайтесь.}
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
    next: [{when: ответил, to: end}, {when: иначе, to: write}]
  - id: write
    do: Напишите.
    next: [{when: пришёл ответ, to: end}, {when: иначе, to: call}]
  - {id: end, do: Попрощайтесь.}
```

When to accept: never; give one of the steps a way out.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import in_quotes
from cjm.lint.finding import Found, found
from cjm.lint.steps import END, leads
from cjm.model import Section
from cjm.wording.sentence import first_sentence

RU = """Из любого шага можно дойти до конца раздела.

Два шага, которые выбирают только друг друга, — круг: кто следует стандарту буквально, из него не выйдет.

Когда можно принять: никогда; дайте одному из шагов выход.
"""

CODE = "312"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("из шагов {steps} нет выхода: они ведут только друг к другу", "there is no way out of the steps {steps}: they lead only to each other")
HINT = Says("добавьте одному из них ветвь, которая ведёт дальше", "give one of them a branch that leads on")


def check(section: Section) -> Iterator[Found]:
    to = leads(section)
    ending = {END}
    for _ in section.steps:
        more = {number for number, targets in enumerate(to) if number not in ending and ending & targets}
        if not more:
            break
        ending |= more
    lost = [step for number, step in enumerate(section.steps) if number not in ending]
    # A step that only leads to itself is rule 311's matter.
    if lost and not all(to[section.steps.index(step)] == {section.steps.index(step)} for step in lost):
        yield found(lost[0].at("id"), steps=in_quotes(first_sentence(step.do)[0] or step.id for step in lost))
