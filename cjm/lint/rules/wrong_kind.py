"""A reference leads to the kind of thing that is asked for.

A role where a section should stand is a slip that no reader can follow.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: check-in
        title: Оформление
        contact: person
        role: administrator
        channel: desk
        standard: administrator  # here
        outcome: Оформлен
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: check-in
        title: Оформление
        contact: person
        role: administrator
        channel: desk
        standard: welcome
        outcome: Оформлен
```

When to accept: never.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Problem
from cjm.model.registry import KINDS

RU = """Ссылка ведёт к вещи нужного вида.

Роль там, где ждут раздел, — описка, по которой читателю идти некуда.

Когда можно принять: никогда.
"""

CODE = "004"

SAYS = Says("«{id}» — это {other_ru}, а здесь ждут другое: {ru}", '"{id}" is a {other_en}, and a {en} is expected here')
HINT = Says("назовите то, что нужно: {ru}", "name a {en}")


def check(problem: Problem) -> Iterator[Found]:
    if problem.trouble == "wrong-kind":
        kind, other = KINDS[problem.values["kind"]].says, KINDS[problem.values["other"]].says
        yield found(
            problem.place, id=problem.values["id"], ru=kind.ru, en=kind.en, other_ru=other.ru, other_en=other.en
        )  # fmt: skip
