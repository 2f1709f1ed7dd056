"""An acceptance accepts something.

What was accepted is mended; the line that is left would hide the next fault of the same kind at the same place.

Bad:

```yaml
roles:
  - id: administrator
    title: Администратор
    accept: [{rule: "005", reason: Имя переносим из старого гайдлайна}]  # here
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - id: Старший
    title: Старший администратор
    accept: [{rule: "005", reason: Имя переносим из старого гайдлайна}]
```

When to accept: never; take the line out.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.suppress import judged, written_at
from cjm.lint.verdict import Verdict

RU = """Принятому есть что принимать.

Принятое уже исправлено, а оставшаяся строка скроет следующую ошибку того же рода на том же месте.

Когда можно принять: никогда, уберите строку.
"""

CODE = "801"
SEVERITY = "warning"
WHEN = "verdict"

SAYS = {
    "": Says("принимать нечего: правило {rule} здесь ничего не находит", "nothing to accept: rule {rule} finds nothing here"),
    "over": Says("срок принятого вышел {until:%d.%m.%Y}, и принимать нечего: правило {rule} здесь ничего не находит", "the acceptance ran out on {until}, and there is nothing to accept: rule {rule} finds nothing here"),
}
HINT = dict.fromkeys(SAYS, Says("уберите эту запись из accept", "take this entry out of accept"))


def check(verdict: Verdict) -> Iterator[Found]:
    if verdict.handbook.unread or any(problem.form == "missing" for problem in verdict.handbook.problems):
        return  # what an unreadable file would have brought up cannot be known
    for use in verdict.uses:
        one = use.suppression
        if not one.fault and not use.accepted and not use.expired and judged(one, verdict.rules):
            over = one.until is not None and one.until < verdict.today
            yield found(written_at(one, "rule"), "over" if over else "", rule=one.rule, until=one.until)
