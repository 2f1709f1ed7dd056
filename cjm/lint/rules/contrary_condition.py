"""The condition of a step is the one under which it is chosen.

A choice leads to the step when a stand-in was found, and the step says it is for when there is none: one of the two was put
for the other, and at the desk both are read.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: ask
    do: Спросите о замене.
    next:
      - {when: замена есть, to: tell}
      - {when: иначе, to: close}
  - id: tell
    do: Назовите нового инструктора.
    when: замены нет  # here
  - id: close
    do: Отмените занятие.
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: ask
    do: Спросите о замене.
    next:
      - {when: замена есть, to: tell}
      - {when: иначе, to: close}
  - id: tell
    do: Назовите нового инструктора.
    when: замена есть
  - id: close
    do: Отмените занятие.
    when: замены нет
```

When to accept: where other steps lead there too, and their condition is meant.
"""

import re
from collections.abc import Iterator

from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Условие шага — то же, по которому его выбирают.

Развилка ведёт в шаг, когда замена есть, а в шаге сказано, что он нужен, когда замены нет. Одно из двух перепутано, а у
стойки читают оба.

Когда можно принять: если сюда ведут и другие шаги и условие — их.
"""

CODE = "337"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("сюда ведёт развилка «{choice}» (строка {line}), а шаг — для случая «{own}»", 'the choice "{choice}" (line {line}) leads here, and the step is for the case "{own}"')
HINT = Says("условия противоположны: исправьте when здесь или to в развилке", "the conditions are opposite: mend when here, or to in the choice")

_THERE = frozenset(("запо", "гото", "прин", "найд", "приш", "полу", "опла", "нашл", "подп", "запи", "fill", "read", "paid", "sign"))  # that something is there
_NOT = re.compile(r"(?<!\w)(?:не|нет|ни|без|кончил\w*|no|not|none|without)(?!\w)", re.IGNORECASE)


def check(section: Section) -> Iterator[Found]:
    steps = {step.id: step for step in section.steps if step.id and step.when}
    for choice in (choice for step in section.steps for choice in step.next):
        step = steps.get(choice.to)
        if step is None or bool(_NOT.search(choice.when)) == bool(_NOT.search(step.when)):
            continue
        meant = gist(_NOT.sub(" ", choice.when), 4)
        own = gist(_NOT.sub(" ", step.when), 4)
        if meant and own and (meant == own or (meant ^ own <= _THERE and meant & own)):
            yield found(step.at("when"), choice=choice.when, own=step.when, line=choice.at("when").line)
