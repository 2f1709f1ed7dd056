"""A sentence uses the fact of which it speaks.

Two facts stand side by side in the file and have like names; the wrong one is put in, and the page looks sound: «Пробное
занятие стоит 1 400 ₽» is a price, only another one.

Bad:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: single-price, title: Цена разового занятия, value: 1 400 ₽}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: price
    do: Назовите цену.
    say: Пробное занятие стоит {{ single-price }}.  # here
```

Good:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: single-price, title: Цена разового занятия, value: 1 400 ₽}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: price
    do: Назовите цену.
    say: Пробное занятие стоит {{ trial-price }}, разовое — {{ single-price }}.
```

When to accept: where both are meant and one is said in words.
"""

import re
from collections import Counter
from collections.abc import Iterator

from cjm.language.durations import seconds
from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, OneFile
from cjm.model import Handbook
from cjm.model.derived import derived
from cjm.model.reference import FACT

RU = """В предложении стоит тот факт, о котором оно говорит.

Два факта стоят в файле рядом и названы похоже. Вписали не тот, а страница выглядит целой: «Пробное занятие стоит
1 400 ₽» — тоже цена, только другая.

Когда можно принять: если имеются в виду оба, а один назван словом.
"""

CODE = "335"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("речь о том, что в факте «{other}» ({there}), а вписан факт «{title}» ({id})", 'this speaks of the fact "{other}" ({there}), and the fact "{title}" ({id}) is put in')
HINT = Says("впишите {{{{ {there} }}}} — или скажите, о чём это число", "put in {{{{ {there} }}}}, or say of what the number is")

_PARTS = re.compile(r"(?<=[.!?;…])\s|\n|\|| — если|, если|, if ")


def check(file: OneFile, facts: FactValues) -> Iterator[Found]:
    alike = _alike(facts.handbook)
    for text in file.where("", "{{") if alike else ():
        if text.field.startswith(("Fact.", "FactValue.")):
            continue
        for part in _PARTS.split(text.text) if any(id in alike for id, _ in FACT.findall(text.text)) else ():
            named = FACT.findall(part)
            if len(named) != 1 or named[0][0] not in alike:
                continue
            said, id = gist(part), named[0][0]
            for other, own, its in alike[id]:
                if its <= said and own.isdisjoint(said):
                    yield found(text.place, quote=id, id=id, title=facts.handbook.fact[id].title, other=facts.handbook.fact[other].title, there=other)
                    break


# Private functions


@derived
def _alike(handbook: Handbook) -> dict[str, list[tuple[str, frozenset[str], frozenset[str]]]]:
    """For each fact those that may be taken for it: of one sort, with a title that shares a word; the words of each alone."""
    told = [(fact.id, gist(fact.title), _sort(handbook.value(fact.id) or "")) for fact in handbook.facts]
    sorts: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for id, words, sort in told:
        sorts.setdefault(sort, []).append((id, words))
    found_: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
    common = Counter((sort, word) for _, words, sort in told for word in words)
    for sort, several in sorts.items():
        for id, words in several if sort else ():
            others = [(other, words - there, there - words) for other, there in several if other != id and not words.isdisjoint(there)]
            near = [one for one in others if one[1] and one[2] and len(one[2]) <= _FEW and all(common[sort, word] <= _RARE for word in one[2])]
            if sort == "time":  # lengths of time have titles like each other: one word is too little
                near = [one for one in near if len(one[2]) > 1]
            if near:
                found_[id] = near
    return found_


_FEW, _RARE = 2, 4


def _sort(value: str) -> str:
    if seconds(value) is not None:
        return "time"
    return next((sign for sign in ("₽", "$", "€", "%") if sign in value), "")
