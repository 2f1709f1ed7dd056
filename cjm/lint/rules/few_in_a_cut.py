"""Nobody is told from the counts of answers: cut by what people are, no number is below five.

Of three answers of «once» and «morning group» everybody at the desk knows whose they are. What is left of the whole is a
number too: 40 answers, 38 of them of families that stay, tell what two others said.

Bad:

```yaml
indices:
  - {id: nps, title: NPS}
---
month: 2026-10
answers:
  - {index: nps, source: phone, best: 10, scores: {"10": 30, "6": 10}}
  - {index: nps, source: phone, by: {state: once}, best: 10, scores: {"10": 3}}  # here
  - {index: nps, source: desk, best: 10, scores: {"10": 30, "6": 10}}
  - {index: nps, source: desk, by: {state: stays}, best: 10, scores: {"10": 29, "6": 9}}  # here
```

Good:

```yaml
indices:
  - {id: nps, title: NPS}
---
month: 2026-10
answers:
  - {index: nps, source: phone, best: 10, scores: {"10": 30, "6": 10}}
  - {index: nps, source: phone, by: {state: once}, best: 10, scores: {"10": 5, "6": 4}}
```

When to accept: never; `cjm voice close` writes no such rows.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model.month import FEWEST, Month

RU = """По числам не узнать, кто ответил: в разрезе по людям нет числа меньше пяти.

Про три ответа «был один раз, утренняя группа» на стойке все знают, чьи они. Остаток от целого — тоже число: из 40 ответов
38 от тех, кто ходит, и видно, что сказали двое остальных.

Когда можно принять: никогда; `cjm voice close` таких строк не пишет.
"""

CODE = "430"

SAYS = {
    "few": Says("{by}: ответов {n}, по ним узнают людей", "{by}: {n} answers, people are known by them"),
    "rest": Says("без «{by}» остаётся {n}: вычтут и узнают людей", 'without "{by}" {n} remain: who subtracts knows the people'),
}
HINT = Says("посчитайте месяц заново: cjm voice close {month}", "count the month again: cjm voice close {month}")


def check(month: Month) -> Iterator[Found]:
    whole = {(row.index, row.touchpoint, row.journey, row.known_from): row.n for row in month.answers if not row.by}
    shown: dict[tuple[str, ...], int] = {}
    for row in month.answers:
        if not row.by:
            continue
        place = (row.index, row.touchpoint, row.journey, row.known_from)
        named = ", ".join(f"{name}: {value}" for name, value in row.by)
        key = (*place, *(name for name, _ in row.by))
        shown[key] = shown.get(key, 0) + row.n
        if row.n < FEWEST:
            yield found(row.at("by"), "few", by=named, n=row.n, month=month.id)
    for row in reversed(month.answers):
        place = (row.index, row.touchpoint, row.journey, row.known_from)
        rest = whole.get(place, 0) - shown.pop((*place, *(name for name, _ in row.by)), 0) if row.by else 0
        if 0 < rest < FEWEST and row.n >= FEWEST:
            named = ", ".join(f"{name}: {value}" for name, value in row.by)
            yield found(row.at("by"), "rest", by=named, n=rest, month=month.id)
