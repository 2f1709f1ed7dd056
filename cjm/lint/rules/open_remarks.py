"""What was approved with remarks is open until they are dealt with.

«Yes, but» is no full yes. Remarks that nobody comes back to are forgotten, and the page still says that it is approved.

Bad:

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
approval: 2026-10-01-boris-eb5bf30b
by: boris
name: Борис Зимин
role: manager
date: '2026-10-01'
decision: remarks  # here
remarks:
- Назвать срок
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

When to accept: never; whoever made the remarks closes them by approving without any.
"""

from collections.abc import Iterator

from cjm.approval import Standings
from cjm.approval.decisions import open_remarks
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Утверждённое с замечаниями открыто, пока с ними не разобрались.

«Да, но» — не полное «да». О замечаниях, к которым никто не возвращается, забывают, а на странице стоит «утверждён».

Когда можно принять: никогда; замечания закрывает тот, кто их сделал, когда утверждает уже без них.
"""

CODE = "608"
SEVERITY = "warning"

SAYS = Says("утверждено с замечаниями {day}, {name}: {remarks}", "approved with remarks on {day}, {name}: {remarks}")
HINT = Says("исправьте, соберите книгу (cjm pdf), и пусть {name} утвердит без замечаний: cjm approve --by {by}; если этого не будет, утверждённое можно отозвать: --decision withdrawn", "mend it, make the book (cjm pdf), and let {name} approve without remarks: cjm approve --by {by}; else take the approval back: --decision withdrawn")


def check(handbook: Handbook, standings: Standings) -> Iterator[Found]:
    for record in open_remarks(standings):
        day = Says(f"{record.date:%d.%m.%Y}", f"{record.date}") if record.date else Says("—", "—")
        remarks = "; ".join(record.remarks) or "—"
        yield found(record.at("decision"), day=day, name=record.name or record.by, by=record.by, remarks=remarks)
