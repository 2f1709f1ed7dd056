"""A placeholder stands in angle brackets, a fact in double braces, both closed.

`<name of`, `{ price }`, `[[name]]`, `%name%` and `____` are read aloud as they stand, or printed as a gap that nobody
fills.

Bad:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
---
placeholders:
  - {id: client-name, name: имя, example: Ольга}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: <Имя, добрый день!  # here
  - id: price
    do: Назовите цену.
    say: "Пробное занятие — { trial-price }."  # here
  - id: bye
    do: Попрощайтесь.
    say: До встречи, %имя%!  # here
  - id: write
    do: Напишите.
    write: Здравствуйте, ________!  # here
```

Good:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
---
placeholders:
  - {id: client-name, name: имя, example: Ольга}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: <Имя>, добрый день! Пробное занятие — {{ trial-price }}.
```

When to accept: where the brackets belong to the words themselves.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import TextOfField
from cjm.lint.wanted import WantedTyped
from cjm.model import Fact, Placeholder
from cjm.wording.gaps import lower_first

RU = """Подстановка стоит в угловых скобках, факт — в двойных фигурных, и скобки закрыты.

`<имя из`, `{ price }`, `[[имя]]`, `%имя%` и `____` прочтут вслух как есть или напечатают как пустое место, которое
никто не заполнит.

Когда можно принять: если скобки принадлежат самим словам.
"""

CODE = "413"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "open": Says("скобка «<» не закрыта: «{words}»", 'the bracket "<" is not closed: "{words}"'),
    "closed": Says("у подстановки «{words}» нет скобки «<» в начале", 'the placeholder "{words}" lacks the bracket "<" before it'),
    "name": Says("«{words}» — подстановка не в тех скобках", '"{words}" is a placeholder in the wrong brackets'),
    "fact": Says("«{words}» — факт не в тех скобках", '"{words}" is a fact in the wrong brackets'),
    "line": Says("«{words}» — пустое место без имени", '"{words}" is a gap without a name'),
    "brackets": Says("скобки «{words}» увидит клиент", 'the client sees the brackets "{words}"'),
}
_PLACEHOLDER = Says("напишите <{name}>", "write <{name}>")
HINT = {
    "open": Says("закройте скобку: <имя подстановки>", "close it: <name of the placeholder>"),
    "closed": _PLACEHOLDER,
    "name": _PLACEHOLDER,
    "fact": Says("напишите {{{{ {name} }}}}", "write {{{{ {name} }}}}"),
    "line": Says("поставьте подстановку <…> из guideline/placeholders.yml", "put a placeholder <…> of guideline/placeholders.yml there"),
    "brackets": Says("напишите подстановку так: <имя>, факт так: {{{{ имя-факта }}}}", "write a placeholder <name>, a fact {{{{ id }}}}"),
}
# Most of what stands in `<…>` is a placeholder that is closed.
WHERE = (
    re.compile(r"[.!?,:;»—\n\0][^<>\n]{1,40}>"), re.compile(r"<(?![^\W\d_][^<>\n]{0,60}>)"),
    WantedTyped(r"[{\[‹⟨%_(…]|\.{6}|[А-ЯЁ]{3}"),
)  # fmt: skip
_OPEN = re.compile(r"<[^\W\d_][^<>\n]{0,200}(?=<)|<[^\W\d_][^<>\n]{0,30}(?:[^<>]{0,60}\Z|\n)|<[^\W\d_][^<>]{80,}")
_CLOSED = re.compile(r"(?:\A|[>.!?,:;»—\n])([^<>\n]{1,40})>")  # what is before it was not opened
_LINE = re.compile(r"_{3,}|\.{6,}|…{2,}")
_OTHER = re.compile(
    r"(?<![{$])\{\s*([^{}\n]{1,60}?)\s*\}(?!\})|\$\{\s*([^{}\n]{1,60}?)\s*\}|\[\[\s*([^\[\]\n]{1,60}?)\s*\]\]|[‹⟨]\s*([^‹›⟩\n]{1,60}?)\s*[›⟩]|<[ \u00a0]+([^\W\d_][^<>\n]{0,60}?)[ \u00a0]*>|%([^\W\d_][\w -]{0,40})%|\[([^\W\d_][^\[\]:,\n]{0,60})\](?![(\]])"
)
_BRACED = re.compile(r"(?<![{\[])\$?[{\[]\s*([a-z][a-z0-9-]*(?:\.[a-z]+)?)\s*[}\]](?![}\](])")
_PLAIN = re.compile(r"\(([^\W\d_][^()\n]{1,40})\)|\b([А-ЯЁ]{3,}(?: [А-ЯЁ]{2,})*)\b")  # only what is exactly a placeholder's name


def check(text: TextOfField, fact: Mapping[str, Fact], placeholders: tuple[Placeholder, ...]) -> Iterator[Found]:
    if text.style != "said":
        for other in _BRACED.finditer(text.text):
            id, _, form = other[1].strip().partition(".")
            if id in fact:
                yield found(text.place, "fact", quote=other[0], words=other[0], name=f"{id}.{form}" if form else id)
        return
    names = _names(placeholders)
    for line in _LINE.finditer(text.text):
        yield found(text.place, "line", quote=line[0], words=line[0])
    for opened in _OPEN.finditer(text.text):
        words = " ".join(opened[0].split())[:30]
        yield found(text.place, "open", quote=words, words=words)
    for closed in _CLOSED.finditer(text.text):
        before = closed[1].split()
        ends = (" ".join(before[count:]) for count in range(len(before)))
        name = next((end for end in ends if lower_first(end) in names), "")
        if name:
            yield found(text.place, "closed", quote=f"{name}>", words=f"{name}>", name=name)
    for other in _OTHER.finditer(text.text):
        inner = next(part for part in other.groups() if part is not None)
        id, _, form = inner.strip().partition(".")
        if lower_first(inner) in names:
            if other[0] not in (f"{{{inner}}}", f"[{inner}]"):  # a name in single braces is rule 404's matter
                yield found(text.place, "name", quote=other[0], words=other[0], name=inner)
        elif id in fact:
            yield found(text.place, "fact", quote=other[0], words=other[0], name=f"{id}.{form}" if form else id)
        else:
            yield found(text.place, "brackets", quote=other[0], words=other[0])
    for plain in _PLAIN.finditer(text.text):
        inner = plain[1] or plain[2]
        name = inner.lower() if plain[2] else lower_first(inner)
        if name in names:
            yield found(text.place, "name", quote=plain[0], words=plain[0], name=name)


# Private functions


@lru_cache(1)
def _names(placeholders: tuple[Placeholder, ...]) -> frozenset[str]:
    return frozenset(lower_first(placeholder.name) for placeholder in placeholders)
