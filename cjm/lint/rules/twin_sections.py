"""What differs in a number or a word is a fact or a word of the value, not a second section.

Two sections of one touchpoint that say nearly the same, each for other values, grow apart: one is mended, the other
forgotten.

Bad:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}
parts:
  - {id: basics, title: Основа, sections: [opening-north, opening-south]}
---
section: opening-north
title: Открытие на Севере
for: {branch: north}
steps:
  - {id: light, do: Включите свет в зале и в раздевалках., how: "Щиток за стойкой, рубильники слева направо."}
---
section: opening-south
title: Открытие на Юге
for: {branch: south}  # here
steps:
  - {id: light, do: Включите свет в зале и в раздевалках., how: "Щиток за стойкой, рубильники слева направо."}
---
journey: visit
title: Визит
stages:
  - stage: begin
    title: Начало
    touchpoints:
      - {id: open, title: Открытие, contact: person, channel: desk, standard: [opening-north, opening-south], outcome: Открыто}
```

Good:

```yaml
section: opening
title: Открытие
steps:
  - {id: light, do: Включите свет в зале и в раздевалках., how: "Щиток за стойкой, рубильники слева направо."}
---
journey: visit
title: Визит
stages:
  - stage: begin
    title: Начало
    touchpoints:
      - {id: open, title: Открытие, contact: person, channel: desk, standard: opening, outcome: Открыто}
```

When to accept: where they are alike by chance and will differ soon.
"""

from collections.abc import Iterator
from itertools import combinations

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import passages
from cjm.model import Handbook, Section
from cjm.model.scope import meet

RU = """То, что отличается числом или словом, — факт или слово значения, а не второй раздел.

Два раздела одной точки касания, которые говорят почти одно, каждый для своих значений, расходятся: один исправят,
другой забудут.

Когда можно принять: если они похожи случайно и скоро разойдутся.
"""

CODE = "321"
SEVERITY = "info"
PROFILE = "review"
OVER = "whole"

SAYS = Says("«{title}» и «{other}» на {share} % одинаковы", '"{title}" and "{other}" are the same by {share} %')
HINT = Says(
    "число — в факт с values, слова — в words значения или вариант скрипта, действие — в шаг с for",
    "a number into a fact with values, words into the words of the value or a variant of a script, an action into a step with for",
)


def check(handbook: Handbook, least: int = 80) -> Iterator[Found]:
    if not handbook.outline.dimensions:
        return
    seen: set[tuple[str, str]] = set()
    for touchpoint in handbook.touchpoint.values():
        own = [section for id in touchpoint.standard if (section := handbook.section.get(id)) and section.scope]
        for one, other in combinations(own, 2):
            if (one.id, other.id) not in seen and not meet(one.scope, other.scope):
                seen.add((one.id, other.id))
                share = _alike(one, other)
                if share >= least:
                    yield found(other.at("for"), title=one.title, other=other.title, share=share)


# Private functions


def _alike(one: Section, other: Section) -> int:
    """How much of their words is the same, in per cent."""
    from difflib import SequenceMatcher

    words = [[word for text in passages(section) for word in text.text.split()] for section in (one, other)]
    return int(100 * SequenceMatcher(None, words[0], words[1], autojunk=False).ratio())
