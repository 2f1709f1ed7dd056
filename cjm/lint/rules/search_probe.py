"""A query of `search.yml` brings its section among the first three results.

A reader with a client before her looks at three results, no more. The queries are asked of the search that the site
ships, by the code that runs in the browser, each time the site is built.

Bad:

```yaml
section: welcome
title: Встреча гостя
purpose: Гость в первую минуту видит, что его ждали.
trigger: Гость вошёл.
result: Гость знает, куда идти.
look_for: [пришёл новый человек]
---
probes:
  - {query: где взять ключ, section: welcome}   # here
```

Good:

```yaml
section: welcome
title: Встреча гостя
purpose: Гость в первую минуту видит, что его ждали.
trigger: Гость вошёл.
result: Гость знает, куда идти.
look_for: [пришёл новый человек, где взять ключ от шкафчика]
---
probes:
  - {query: где взять ключ, section: welcome}
```

When to accept: never for a query that people really type; take out one that nobody does.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.built import LostProbe
from cjm.lint.finding import Found, found

RU = """Запрос из search.yml находит свой раздел среди первых трёх.

У кого перед стойкой стоит клиент, тот смотрит на три строки и не дальше. Запросы задаются тому самому поиску, который
уйдёт на сайт, тем же кодом, что работает в браузере, — при каждой сборке.

Когда можно принять: никогда, если так правда ищут; запрос, который никто не набирает, просто уберите.
"""
CODE = 504
WHEN = "build"
SAYS = {
    "lower": Says(
        "запрос «{query}»: раздел «{section}» только на {rank}-м месте, выше — {instead}",
        'query "{query}": section "{section}" comes only at place {rank}, after {instead}',
    ),
    "other": Says(
        "запрос «{query}» не находит раздел «{section}»; первыми идут {instead}",
        'query "{query}" does not find section "{section}"; first come {instead}',
    ),
    "nothing": Says(
        "запрос «{query}» не находит ничего, а должен найти раздел «{section}»",
        'query "{query}" finds nothing; it should find section "{section}"',
    ),
}
_HINT = Says(
    "добавьте эти слова в look_for раздела «{section}» или синоним в guideline/search.yml",
    'add these words to look_for of section "{section}", or a synonym to guideline/search.yml',
)
HINT = {"lower": _HINT, "other": _HINT, "nothing": _HINT}


def check(lost: LostProbe) -> Iterator[Found]:
    form = "lower" if lost.rank else "other" if lost.instead else "nothing"
    yield found(
        lost.probe.at("query"), form, query=lost.probe.query, section=lost.probe.section, rank=lost.rank or 0,
        instead=", ".join(f"«{title}»" for title in lost.instead),
    )  # fmt: skip
