"""What is released has a finished standard at every moment of truth.

At a moment of truth it is decided whether the client stays. Under the profile `release` a draft is no standard there.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        moment_of_truth: true
        standard: meeting  # here
        outcome: Гость встречен
---
section: meeting
title: Встреча у стойки
status: draft
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        moment_of_truth: true
        standard: [meeting, welcome]
        outcome: Гость встречен
---
section: meeting
title: Встреча у стойки
status: draft
```

When to accept: never under `release`; finish the section first.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Touchpoint

RU = """В выпущенном гайдлайне у каждого момента истины — законченный стандарт.

В момент истины решается, останется ли клиент. В профиле `release` черновик здесь стандартом не считается.

Когда можно принять: в профиле `release` — никогда; сначала допишите раздел.
"""

CODE = "213"
SEVERITY = "warning"
PROFILE = "release"

SAYS = Says("момент истины «{title}», а стандарт «{section}» — черновик", '"{title}" is a moment of truth, and its standard "{section}" is a draft')
HINT = Says("допишите раздел и уберите status: draft", "finish the section and take status: draft out")


def check(touchpoint: Touchpoint, handbook: Handbook) -> Iterator[Found]:
    standards = [handbook.section[id] for id in touchpoint.standard if id in handbook.section]
    if touchpoint.moment_of_truth and standards and all(section.status == "draft" for section in standards):
        yield found(touchpoint.at("standard"), title=called(touchpoint), section=called(standards[0]))
