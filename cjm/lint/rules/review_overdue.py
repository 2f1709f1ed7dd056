"""A section is looked at again before its day.

A standard that nobody has looked at for half a year describes a company that is no longer there.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
reviewed: 2026-01-10  # here
review_every: 180 дней
steps:
  - id: greet
    do: Поздоровайтесь.
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
reviewed: 2026-10-10
review_every: 180 дней
steps:
  - id: greet
    do: Поздоровайтесь.
```

When to accept: while the owner is away, with the day of the return as the last one.
"""

from collections.abc import Iterator

from cjm.approval import Standings
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Раздел пересматривают в срок.

Стандарт, на который полгода никто не смотрел, описывает компанию, которой больше нет.

Когда можно принять: пока ответственный в отъезде, до дня его возвращения.
"""

CODE = "603"
SEVERITY = "warning"

SAYS = Says("раздел «{title}» пора было пересмотреть до {day}", 'section "{title}" was to be reviewed by {day}')
HINT = Says("прочитайте его, поправьте, что устарело, и поставьте в reviewed день пересмотра; утверждение через cjm approve тоже считается", "read it, mend what is out of date and put the day into reviewed; an approval by cjm approve counts as well")


def check(section: Section, standings: Standings) -> Iterator[Found]:
    standing = standings.of.get(section.id)
    if standing is not None and standing.review == "overdue" and standing.due is not None:
        day = Says(f"{standing.due:%d.%m.%Y}", standing.due.isoformat())
        place = section.at("reviewed") if section.reviewed else section.at("section")
        yield found(place, title=section.title, day=day)
