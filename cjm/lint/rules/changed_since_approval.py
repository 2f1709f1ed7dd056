"""What a section asks for is what was approved.

Readers take a page for agreed. If somebody reworded a step yesterday, nobody agreed to that.

Bad:

```yaml
section: visit  # here
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь первым.
---
approval: 2026-10-01-boris-5943b14f
by: boris
name: Борис Зимин
role: manager
date: '2026-10-01'
sections:
- section: visit
  digest: n1:118c7ec188dd93222621977629b0389bc2ba2c5c7df6b1fe5aaa93f60a6ff3d9
  text: 60a95aa217cc8ba064d6a42acd9708c2e4fccd599a88f0d46efa7ec3190f7509
  rests:
    role:administrator: n1:5c8215d81dac82031014d27f5efb379fdc8fb8e728ec467a973d991b5069e522
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
---
approval: 2026-10-01-boris-5943b14f
by: boris
name: Борис Зимин
role: manager
date: '2026-10-01'
sections:
- section: visit
  digest: n1:118c7ec188dd93222621977629b0389bc2ba2c5c7df6b1fe5aaa93f60a6ff3d9
  text: 60a95aa217cc8ba064d6a42acd9708c2e4fccd599a88f0d46efa7ec3190f7509
  rests:
    role:administrator: n1:5c8215d81dac82031014d27f5efb379fdc8fb8e728ec467a973d991b5069e522
```

When to accept: while the next approval is being prepared, with its day as the last one.
"""

from collections.abc import Iterator

from cjm.approval import Standings
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Раздел требует того же, что утвердили.

Читатель считает страницу согласованной. Если шаг переписали вчера, на это никто не соглашался.

Когда можно принять: пока готовится следующее утверждение, до его дня.
"""

CODE = "601"
SEVERITY = "warning"

SAYS = Says("раздел «{title}» изменился после утверждения {day}", 'section "{title}" changed since it was approved on {day}')
HINT = Says("что изменилось: cjm diff approved. Утвердите заново: cjm pdf, потом cjm approve; если изменились только знаки: cjm approve {id} --minor", "what changed: cjm diff approved. Approve it again: cjm pdf, then cjm approve; if only marks changed: cjm approve {id} --minor")


def check(section: Section, standings: Standings) -> Iterator[Found]:
    standing = standings.of.get(section.id)
    if standing is not None and standing.status == "changed" and standing.since is not None:
        day = Says(f"{standing.since:%d.%m.%Y}", standing.since.isoformat())
        yield found(section.at("section"), title=section.title, id=section.id, day=day)
