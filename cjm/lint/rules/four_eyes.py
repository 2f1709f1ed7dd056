"""What is in force was not approved by its owner alone.

Whoever wrote a standard does not see its gaps. Four eyes do.

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
    do: Поздоровайтесь.
---
approval: 2026-10-01-anna-1e8dcaf3
by: anna
name: Анна Орлова
role: administrator
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

When to accept: in a team of one, for good.
"""

from collections.abc import Iterator

from cjm.approval import Standings
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section

RU = """Действующее утвердил не один только ответственный за раздел.

Кто писал стандарт, не видит в нём пробелов. Четыре глаза видят.

Когда можно принять: в команде из одного человека, бессрочно.
"""

CODE = "604"

SAYS = Says("раздел «{title}» утвердил(а) только {name}, а это ответственный за раздел", 'section "{title}" was approved by its owner alone: {name}')
HINT = Says("пусть утвердит кто-то ещё: cjm approve {id} --by …; утверждать могут: {may}", "let somebody else approve it: cjm approve {id} --by …; these may: {may}")


def check(section: Section, standings: Standings, handbook: Handbook) -> Iterator[Found]:
    standing = standings.of.get(section.id)
    if standing is None or not standing.approvers or standing.last is None:
        return
    if all(by == section.owner for by in standing.approvers):
        may = ", ".join(person.name for person in handbook.outline.people if person.approves) or "—"
        last = standing.last.record
        yield found(section.at("section"), title=section.title, id=section.id, name=last.name or last.by, may=may)
