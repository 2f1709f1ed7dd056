"""An acceptance holds until its last day.

The day was set so that somebody would come back to the gap. It has passed, so the finding is reported again.

Bad:

```yaml
roles:
  - id: Старший
    title: Старший администратор
    accept: [{rule: "005", reason: Имя переносим из старого гайдлайна, until: 2026-03-01}]  # here
```

Good:

```yaml
roles:
  - id: Старший
    title: Старший администратор
    accept: [{rule: "005", reason: Имя переносим из старого гайдлайна, until: 2027-03-01}]
```

When to accept: never; mend the gap, or set a new day on purpose.
"""

from collections.abc import Iterator

from cjm.language.numerals import counted
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.suppress import written_at
from cjm.lint.verdict import Verdict

RU = """Принятое действует до своего последнего дня.

День назначали для того, чтобы к пробелу вернулись. Он прошёл, и замечание снова в списке.

Когда можно принять: никогда, исправьте пробел или осознанно назначьте новый день.
"""

CODE = "803"
SEVERITY = "warning"
WHEN = "verdict"

SAYS = Says(
    "срок принятого вышел {until}, снова в списке: {count}",
    "the acceptance ran out on {until}; reported again: {count}",
)
HINT = Says(
    "исправьте то, что принимали, или назначьте новый срок в until", "mend what was accepted, or set a new day in until"
)

_RU, _EN = ("замечание", "замечания", "замечаний"), ("finding", "findings")


def check(verdict: Verdict) -> Iterator[Found]:
    for use in verdict.uses:
        until = use.suppression.until
        if use.expired and until is not None:
            count = Says(counted(use.expired, _RU, _EN, "ru"), counted(use.expired, _RU, _EN, "en"))
            day = Says(f"{until:%d.%m.%Y}", until.isoformat())
            yield found(written_at(use.suppression, "until"), until=day, count=count)
