"""A title begins with a capital and has no full stop.

Titles stand in menus, on cards and in the contents of the book, one below the other. One that is written otherwise looks
like a slip, and is one.

Bad:

```yaml
section: visit
title: визит гостя  # here
performer: administrator
scripts:
  - id: hello
    title: Приветствие.  # here
    variants: [{channel: desk, text: Добрый день!}]
```

Good:

```yaml
section: visit
title: Визит гостя
performer: administrator
scripts:
  - id: hello
    title: Приветствие и т. д.
    variants: [{channel: desk, text: Добрый день!}]
```

When to accept: where a name is written so, such as that of a program.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile

RU = """Название начинается с большой буквы, и точки в конце нет.

Названия стоят столбиком в меню, на картах и в оглавлении книги. То, что написано иначе, выглядит опиской, и это она.

Когда можно принять: если так пишется имя, например программы.
"""

CODE = "516"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "small": Says("название начинается с маленькой буквы: «{words}»", 'the title begins with a small letter: "{words}"'),
    "stop": Says("в конце названия точка: «{words}»", 'the title ends in a full stop: "{words}"'),
    "capitals": Says("название набрано прописными: «{words}»", 'the title is typed in capitals: "{words}"'),
}
HINT = {
    "small": Says("начните с большой буквы", "begin with a capital"),
    "stop": Says("уберите точку", "take the full stop out"),
    "capitals": Says("наберите его обычными буквами", "type it in ordinary letters"),
}

_TITLES = frozenset(f"{kind}.title" for kind in ["Section", "Journey", "Stage", "Touchpoint", "Part", "Situation", "Channel", "Script", "Detail", "Role", "Planned", "Resource", "Policy", "Hours"]) | {"Outline.title", "Person.name"}
_STOP = re.compile(r"(?<=[^\W\d_]{3})[.]\s*\Z")  # «т. д.», «г.», «…» are no sentences
_SMALL = re.compile(r"[а-яё]{3,}[ ,]|[а-яё]{4,}\Z")
_CAPITALS = re.compile(r"(?=.{8})(?=.*[А-ЯЁA-Z]{5})[А-ЯЁA-Z]+(?:[ ,-]+[А-ЯЁA-Z]+)+")


def check(file: OneFile) -> Iterator[Found]:
    for text in file.of_fields(_TITLES):
        words = text.text.strip()
        if words[-1:] == "." and _STOP.search(words) and not words.endswith(("руб.", "etc.", "коп.", "мин.", "тел.")):
            yield found(text.place, "stop", words=words)
        if _SMALL.match(words):
            yield found(text.place, "small", words=words)
        elif words[1:2].isupper() and (_CAPITALS.fullmatch(words) or re.fullmatch(r"[А-ЯЁ]{6,}", words)):
            yield found(text.place, "capitals", words=words)
