"""No word stands twice in a row.

“We we will call you”: it is heard at once when it is read aloud.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Добрый день! Мы мы вас ждали.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Добрый день! Мы вас очень-очень ждали. Да, да, именно вас.
```

When to accept: where it is said twice on purpose.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, OneFile

RU = """Одно слово не стоит дважды подряд.

«Мы мы вас ждали» слышно сразу, если читать вслух.

Когда можно принять: если так сказано нарочно.
"""

CODE = "421"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "": Says("слово повторено дважды подряд: «{words}»", 'a word stands twice in a row: "{words}"'),
    "sentence": Says("одна фраза стоит дважды подряд: «{words}»", 'a sentence stands twice in a row: "{words}"'),
}
HINT = dict.fromkeys(SAYS, Says("уберите одно из двух", "take one of the two out"))

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+\1(?![\w-])", re.IGNORECASE)
_LEAST = 14  # letters: «Да. Да.» is meant
_MEANT = frozenset(["вот", "ну", "да", "нет", "так", "еле", "чуть", "едва", "что", "кто", "как", "где", "все", "всё", "они", "тише", "bye", "no", "yes", "so", "very", "that", "had", "ha", "is"])


def check(file: OneFile) -> Iterator[Found]:
    for text in file.stammered:
        for twice in _TWICE.finditer(text.text) if text.field not in SOUGHT else ():
            if twice[1].lower() not in _MEANT:
                yield found(text.place, quote=twice[0], words=" ".join(twice[0].split()))
    for text in file.where("", ". "):
        told = [one.strip(" .\n") for one in text.text.split(". ")]
        again = next((then for first, then in pairwise(told) if len(then) > _LEAST and len(first) > _LEAST and (first.startswith(then) or then.startswith(first))), "")
        if again:
            yield found(text.place, "sentence", words=again)
