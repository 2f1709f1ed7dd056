"""A number sign does not cut the end off a text.

After a space `#` begins a comment in YAML: of "Room #3" only "Room" is read, and nobody is told. A comment is written
with a space behind its sign.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Проводите гостя в кабинет #3.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: "Проводите гостя в кабинет #3."
```

When to accept: never; put a space behind the sign of a comment.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile

RU = """Решётка не отрезает конец текста.

После пробела знак # в YAML начинает примечание: от «Кабинет #3» останется «Кабинет», и никто об этом не скажет. Между
# и примечанием ставят пробел.

Когда можно принять: никогда, поставьте пробел после решётки примечания.
"""

CODE = "011"
SEVERITY = "warning"

SAYS = Says("всё после # пропало: «{lost}»", 'what follows # is lost: "{lost}"')
HINT = Says(
    "возьмите весь текст в кавычки или пишите № вместо #; если это примечание, поставьте после # пробел",
    "put quotation marks around the whole text; if it is a comment, put a space behind #",
)

_CUT = re.compile(r"#(?=([^\s#].*))")


def check(file: OneFile) -> Iterator[Found]:
    ends = {len(file.source[: cut.start()].rstrip(" \t")): cut for cut in _CUT.finditer(file.source)}
    for text in file if ends else ():
        cut = ends.get(text.place.end)
        if cut is not None and cut.start() > text.place.end:
            yield found(text.place, lost=f"#{' '.join(cut[1].split())}")
