"""A review, a change, an approval lies in the past.

A day to come says that something happened which has not. Most often the year is mistyped, and no reminder comes.

Bad:

```yaml
section: visit
title: Визит
reviewed: 2062-11-02  # here
changes:
  - {date: 2026-12-24, what: Появилась семейная душевая}  # here
```

Good:

```yaml
section: visit
title: Визит
reviewed: 2026-11-02
changes:
  - {date: 2026-10-24, what: Появилась семейная душевая}
```

When to accept: never; write the day on which it was.
"""

import datetime as dt
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section, Written
from cjm.model.shared.improvement import Improvement
from cjm.model.shared.resource import Resource

RU = """Пересмотр, изменение и утверждение — в прошлом.

День, который ещё не настал, говорит о том, чего не было. Чаще всего это опечатка в годе, и напоминание не придёт.

Когда можно принять: никогда; напишите день, когда это было.
"""

CODE = "507"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "ahead": Says("{day:%d.%m.%Y} ещё не наступило", "{day:%Y-%m-%d} is still to come"),
    "ancient": Says("{day:%d.%m.%Y} — так давно гайдлайна не было", "{day:%Y-%m-%d}: there was no handbook so long ago"),
}
_MEND = Says("проверьте год и месяц", "check the year and the month")
HINT = {"ahead": _MEND, "ancient": _MEND}
_FIRST = dt.date(1990, 1, 1)


def check(handbook: Handbook, today: dt.date) -> Iterator[Found]:
    checked: tuple[Section | Resource, ...] = (*handbook.sections, *handbook.of(Resource))
    days: list[tuple[Written, str, dt.date | None]] = [(one, "reviewed", one.reviewed) for one in checked]
    days += [(one, "since", one.since) for one in handbook.of(Improvement)]
    days += [(change, "date", change.date) for section in handbook.sections for change in section.changes]
    days += [(one, "date", one.date) for one in handbook.approvals]
    days += [(one, "edition", one.edition) for one in handbook.approvals]
    for item, key, day in days:
        if day is not None and (day > today or day < _FIRST):
            yield found(item.at(key), "ahead" if day > today else "ancient", day=day)
