"""What changed last stands first.

Readers look at the first line to learn what is new. An older change above it tells them that nothing is.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
changes:
  - {date: 2025-01-15, what: Появились папки новичков.}
  - {date: 2026-10-19, what: Анкета заполняется дома.}  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
changes:
  - {date: 2026-10-19, what: Анкета заполняется дома.}
  - {date: 2025-01-15, what: Появились папки новичков.}
```

When to accept: never; move the entry up.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Что изменилось последним, стоит первым.

Новое ищут в первой строке. Если выше стоит давнее, кажется, что нового нет.

Когда можно принять: никогда, переставьте запись выше.
"""

CODE = "330"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("изменения не по порядку: {day:%d.%m.%Y} новее, чем {above:%d.%m.%Y} выше, а новое стоит сверху", "changes out of order: {day:%Y-%m-%d} is newer than {above:%Y-%m-%d} above it, and the newest stands first")
HINT = Says("переставьте эту запись выше или исправьте дату", "move the entry up, or mend its date")


def check(section: Section) -> Iterator[Found]:
    for above, one in zip(section.changes, section.changes[1:], strict=False):
        if above.date and one.date and above.date < one.date:
            yield found(one.at("date"), day=one.date, above=above.date)
            return
