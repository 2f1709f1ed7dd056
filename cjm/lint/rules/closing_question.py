"""An answer ends in a question only where the client has a choice.

“All right?” and «Идёт?» ask for consent to what is decided already. Where there is a choice, the question names it.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
conflicts:
  - {id: one, says: Сколько можно ждать!, answer: "Простите, что ждёте. Сейчас займусь вами. Хорошо?"}  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
conflicts:
  - {id: one, says: Сколько можно ждать!, answer: "Простите, что ждёте. Займусь вами сейчас или записать на вечер?"}
```

When to accept: where the client's consent is really needed, as before a call to somebody else.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Conflict

RU = """Ответ кончается вопросом, только если клиенту есть из чего выбрать.

«Хорошо?» и «Идёт?» просят согласия на то, что уже решено. Если выбор есть, вопрос его называет.

Когда можно принять: если согласие и правда нужно, например перед звонком кому-то ещё.
"""

CODE = "416"
SEVERITY = "info"
PROFILE = "review"

SAYS = Says("вопрос без выбора: «{words}»", 'a question without a choice: "{words}"')
HINT = Says("уберите его — или спросите, что клиент выбирает", "take it out, or ask what the client chooses")

_TAIL = re.compile(r"(?:^|[.!?…,]\s+)([^.!?…,]+\?)\s*$")
_EMPTY = frozenset(
    ("хорошо", "идет", "ладно", "договорились", "согласны", "да", "подойдет", "устроит", "годится", "верно", "правда", "понятно", "ок", "okay", "ok", "all right", "alright", "right", "agreed", "deal", "fine", "is that ok", "is that all right")
)  # fmt: skip


def check(conflict: Conflict) -> Iterator[Found]:
    tail = _TAIL.search(conflict.answer)
    if tail and folded(tail[1].rstrip("? ")).strip() in _EMPTY:
        yield found(conflict.at("answer"), quote=tail[1], words=tail[1])
