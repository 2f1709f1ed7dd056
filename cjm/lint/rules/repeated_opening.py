"""Of ten neighbouring answers no three begin alike.

Where every answer opens with the same turn, it becomes a formula, and clients hear that it is one.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
conflicts:
  - {id: one, says: Сколько можно ждать!, answer: "<Имя>, понимаю ваше огорчение. Сейчас займусь вами."}
  - {id: two, says: Почему так дорого?, answer: "<Имя>, понимаю ваше удивление. Покажу, из чего цена."}
  - {id: three, says: Холодно!, answer: "Понимаю ваше недовольство. Сейчас закрою окно."}  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
conflicts:
  - {id: one, says: Сколько можно ждать!, answer: "<Имя>, вы ждёте уже полчаса, простите. Сейчас займусь вами."}
  - {id: two, says: Почему так дорого?, answer: "<Имя>, понимаю ваше удивление. Покажу, из чего цена."}
  - {id: three, says: Холодно!, answer: "Сейчас закрою окно, а плед лежит у зеркала."}
```

When to accept: for a greeting that the house wants everywhere.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Из десяти соседних ответов не больше двух начинаются одинаково.

Если каждый ответ открывает один и тот же оборот, это уже формула, и клиент её слышит.

Когда можно принять: для приветствия, которое принято везде.
"""

CODE = "415"
SEVERITY = "info"
PROFILE = "review"

SAYS = Says("третий ответ из соседних начинается с «{words}…»", 'the third of neighbouring answers begins with "{words}…"')
HINT = Says("начните с того, что случилось у этого клиента", "begin with what happened to this client")

_GAP_FIRST = re.compile(r"^(?:<[^<>]*>[,!.]?\s*|добрый день[,!.]?\s*|здравствуйте[,!.]?\s*)+", re.IGNORECASE)
_WORDS = 2


def check(handbook: Handbook, neighbours: int = 10, most: int = 2) -> Iterator[Found]:
    openings: list[str] = []
    for section in handbook.sections if not handbook.unread else ():  # what stands between two may not be known
        for conflict in section.conflicts:
            words = re.findall(r"[\w-]+", _GAP_FIRST.sub("", conflict.answer))[:_WORDS]
            opening = folded(" ".join(words)) if len(words) == _WORDS else ""
            if opening and openings[-neighbours + 1 :].count(opening) >= most:
                yield found(conflict.at("answer"), quote=" ".join(words), words=" ".join(words))
            openings.append(opening)
