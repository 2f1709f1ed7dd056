"""What an approved section rests on is what it was when the section was approved.

The section says the same words, but the fact in them, the role that acts or the touchpoint that it stands at is another
one now. Somebody has to read it again and say that it still holds.

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
    do: "Поздоровайтесь за {{ limit }}."
---
facts:
  - {id: limit, title: Срок, value: 10 секунд}
---
approval: 2026-10-01-boris-c7b2535d
by: boris
name: Борис Зимин
role: manager
date: '2026-10-01'
sections:
- section: visit
  digest: n1:3ea001621158c238913f508459c9b0a276e8a856037a0d09dc30567c27782681
  text: 2286c33017977af51ab196d14ab37921c800d6ef84dd2b1285dd454e6efeb35e
  rests:
    fact:limit: n1:ca82fd50ab1c686e360c28132e90419af59169737e555c1c6f3d32df2385131b
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
    do: "Поздоровайтесь за {{ limit }}."
---
facts:
  - {id: limit, title: Срок, value: 5 секунд}
---
approval: 2026-10-01-boris-c7b2535d
by: boris
name: Борис Зимин
role: manager
date: '2026-10-01'
sections:
- section: visit
  digest: n1:3ea001621158c238913f508459c9b0a276e8a856037a0d09dc30567c27782681
  text: 2286c33017977af51ab196d14ab37921c800d6ef84dd2b1285dd454e6efeb35e
  rests:
    fact:limit: n1:ca82fd50ab1c686e360c28132e90419af59169737e555c1c6f3d32df2385131b
    role:administrator: n1:5c8215d81dac82031014d27f5efb379fdc8fb8e728ec467a973d991b5069e522
```

When to accept: while the next approval is being prepared, with its day as the last one.
"""

from collections.abc import Iterator

from cjm.approval import Standings
from cjm.approval.items import LOOK
from cjm.approval.words import reference_title
from cjm.language.says import Says
from cjm.lint.author import where
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Item, Section

RU = """То, на чём держится утверждённый раздел, осталось прежним.

Слова в разделе те же, а факт в них, роль или точка касания, к которой он привязан, уже другие. Кто-то должен перечитать
раздел и сказать, что он ещё верен.

Когда можно принять: пока готовится следующее утверждение, до его дня.
"""

CODE = "602"
SEVERITY = "warning"

SAYS = Says("раздел «{title}» утверждён {day}, а то, на чём он держится, изменилось: {chain}", 'section "{title}" was approved on {day}, and what it rests on changed: {chain}')
HINT = Says("{where}: посмотрите, верен ли раздел. Если верен, утвердите то, что изменилось, по книге, в которой раздел есть: cjm pdf, потом cjm approve {ground} --pdf …; иначе поправьте его и утвердите заново", "{where}: see whether the section still holds. If it does, approve what changed by a book that has the section: cjm pdf, then cjm approve {ground} --pdf …; else mend it and approve it again")


def check(section: Section, standings: Standings, handbook: Handbook) -> Iterator[Found]:
    standing = standings.of.get(section.id)
    if standing is None or standing.status != "suspect" or standing.since is None:
        return
    day = Says(f"{standing.since:%d.%m.%Y}", standing.since.isoformat())
    for suspect in standing.suspects:
        chain = Says(*(" → ".join(reference_title(name, handbook, language) for name in suspect.chain) for language in ("ru", "en")))
        yield found(section.at("section"), title=section.title, id=section.id, day=day, chain=chain, where=where(suspect.after) if isinstance(suspect.after, Item) else suspect.chain[-1].removeprefix(LOOK), ground=suspect.chain[-1])
