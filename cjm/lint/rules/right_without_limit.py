"""A right to give something away has its limit.

“A discount if the client is upset” is nothing to one and half the price to the next. Whoever decides alone knows how
much, how often or that it is always so.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
conflicts:
  - id: late
    says: Я жду полчаса!
    alone:
      - Сделать скидку, если гость очень расстроен  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
conflicts:
  - id: late
    says: Я жду полчаса!
    alone:
      - Скидка — до 500 ₽, раз в полгода
      - Вернуть деньги за визит — всегда
```

When to accept: where the limit stands in the next entry.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile

RU = """У права что-то отдать есть предел.

«Скидка, если клиент расстроен» для одного — ничего, для другого — полцены. Кто решает сам, знает, сколько, как часто
или что так бывает всегда.

Когда можно принять: если предел стоит в соседней строке.
"""

CODE = "328"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("у права нет предела: «{words}»", 'the right has no limit: "{words}"')
HINT = Says("назовите предел числом: сколько, как часто, до какого срока — или «всегда»", "name the limit: how much, how often, until when, or always")

_GIVES = re.compile(r"\b(?:скидк|подар(?:ок|к|и)|компенс|бонус|верну|возврат|возмес|бесплатн|продл|discount|gift|refund|compensat|bonus|for free|voucher)", re.IGNORECASE)
_LIMIT = re.compile(
    r"\d|\{\{|%|\b(?:всегда|никогда|любую|любой|полностью|целиком|одн[оаиу]\w*|один|дв[аеу]\w*|тр[иё]\w*|раз|разу|разниц\w*|предел\w*|расчёт\w*|остат\w*|стоимост\w*|по справк\w*|по гаранти\w*|остал\w*|остав\w*|по чеку|в тот же день|в течение|до (?:конца|начала|первого)|в тех же|сразу|неиспользованн\w*|ошибочн\w*|неверн\w*|пропущенн\w*|кажд\w+|always|never|any|full\w*|whole|one|once|twice|two|three|limit\w*|difference|unused|up to|until|per|rest|cost|price)\b",
    re.IGNORECASE,
)


def check(file: OneFile) -> Iterator[Found]:
    for text in file.of_fields(("Conflict.alone", "Role.decides")):
        if _GIVES.search(text.text) and not _LIMIT.search(text.text):
            yield found(text.place, words=" ".join(text.text.split())[:60])
