"""The baseline holds only what still occurs.

A baseline keeps quiet what was there before it was written. What was mended since must leave it, or the same fault
could come back unseen.

Bad:

```yaml
{"version": 1, "findings": [
  {"rule": "CJM005", "id": "role:administrator", "count": 1}  # here
]}
```

Good:

```yaml
roles:
  - {id: Старший, title: Старший администратор}
---
{"version": 1, "findings": [
  {"rule": "CJM005", "id": "role:Старший", "count": 1}
]}
```

When to accept: while branches that mend things are being merged; write the baseline anew afterwards.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.baseline import FILE
from cjm.lint.finding import Found, found
from cjm.lint.verdict import Verdict
from cjm.model import Place

RU = """В базе известных замечаний только то, что ещё есть.

База скрывает то, что было до неё. Исправленное должно её покинуть, иначе та же ошибка вернётся незамеченной.

Когда можно принять: пока сливаются ветки с исправлениями; после запишите базу заново.
"""

CODE = "804"
SEVERITY = "warning"
WHEN = "verdict"

SAYS = {
    "stale": Says("этого в гайдлайне больше нет: {named}", "these no longer occur: {named}"),
    "broken": Says("файл базы не читается: ничего не скрыто", "the baseline cannot be read: nothing is kept quiet"),
}
_AGAIN = Says("запишите базу заново: cjm lint --write-baseline", "write the baseline anew: cjm lint --write-baseline")
HINT = {"stale": _AGAIN, "broken": _AGAIN}

_MOST = 3


def check(verdict: Verdict) -> Iterator[Found]:
    if verdict.baseline.broken:
        yield found(Place(FILE, 1, 1), "broken")
    ran = {rule.code for rule in verdict.rules}
    stale = [entry for entry in verdict.stale if entry.rule in ran]
    if stale and not verdict.handbook.unread:
        named = ", ".join(f"{entry.rule} {entry.id}" for entry in stale[:_MOST])
        more = f" +{len(stale) - _MOST}" if len(stale) > _MOST else ""
        yield found(Place(FILE, stale[0].line, 1), "stale", named=named + more)
