"""The review of a section is coming up.

A review takes a quiet hour, and that is planned ahead: here is the reminder, thirty days before the day.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
reviewed: 2026-06-10  # here
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

When to accept: never; it is a reminder, and goes when the section has been reviewed.
"""

from collections.abc import Iterator

from cjm.approval import Standings
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Скоро пересмотр раздела.

На пересмотр нужен спокойный час, и его планируют заранее: вот напоминание за тридцать дней до срока.

Когда можно принять: никогда; это напоминание, после пересмотра оно уходит само.
"""

CODE = "606"
SEVERITY = "info"

SAYS = Says("раздел «{title}» пересмотреть до {day}", 'section "{title}" is to be reviewed by {day}')
HINT = Says("прочитайте его, поправьте, что устарело, и поставьте в reviewed день пересмотра; утверждение через cjm approve тоже считается", "read it, mend what is out of date and put the day into reviewed; an approval by cjm approve counts as well")


def check(section: Section, standings: Standings) -> Iterator[Found]:
    standing = standings.of.get(section.id)
    if standing is not None and standing.review == "soon" and standing.due is not None:
        day = Says(f"{standing.due:%d.%m.%Y}", standing.due.isoformat())
        place = section.at("reviewed") if section.reviewed else section.at("section")
        yield found(place, title=section.title, day=day)
