"""A comma does not cut a sentence in two.

Between square brackets a comma begins the next entry of the list. Written there without quotation marks, "discount, if
the class was cancelled" becomes two promises, and the second has lost what it depends on.

Bad:

```yaml
roles:
  - id: administrator
    title: Администратор
    decides: [Скидка за ожидание, если ждали дольше часа]  # here
```

Good:

```yaml
roles:
  - id: administrator
    title: Администратор
    decides: ["Скидка за ожидание, если ждали дольше часа"]
```

When to accept: where the entries are single words and the first one is a name; better still, begin all of them alike.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile, TextOfField

RU = """Запятая не режет предложение надвое.

Внутри квадратных скобок запятая начинает следующую запись списка. Без кавычек «Скидка, если занятие отменили» станет
двумя обещаниями, и второе потеряет условие.

Когда можно принять: если записи — отдельные слова и только первое из них имя; лучше начать все записи одинаково.
"""

CODE = "010"
SEVERITY = "warning"

SAYS = Says("запятая отрезала «{words}» в отдельную запись", 'the comma made "{words}" an entry of its own')
HINT = Says(
    "если это одна фраза, возьмите её в кавычки; если две записи, начните вторую с прописной буквы",
    "put quotation marks around what is one phrase; begin the second of two entries with a capital letter",
)

# Short texts that are whole sentences too, unlike titles and the words of a search.
_SENTENCES = ("Pain.pain", "ClientType.asks")
_MAY_BE = re.compile(r"\[[^\[\]]*[A-ZА-ЯЁ][^\[\],]*,\s*[a-zа-яё]")  # in brackets, a capital letter and then a small one


def check(file: OneFile) -> Iterator[Found]:
    before: TextOfField | None = None
    for passage in file if _MAY_BE.search(file.source) else ():
        if before is not None and _cut_off(before, passage, file.source):
            yield found(passage.place, words=" ".join(passage.text.split()))
        before = passage


# Private functions


def _cut_off(before: TextOfField, passage: TextOfField, source: str) -> bool:
    """Whether the entry goes on with a small letter after one that began with a capital, and only a comma between."""
    if not passage.index or passage.item is not before.item or passage.field != before.field:
        return False
    if not ((passage.style == "prose" or passage.field in _SENTENCES) and passage.text[:1].islower() and before.text[:1].isupper()):
        return False
    return source[before.place.end : passage.place.start].strip() == ","
