"""Russian text stands in «quotation marks».

The straight signs of a keyboard are an accident of typing: printed, they cannot be told from inches, and in YAML they
are easily taken for the marks around a value.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Скажите "добрый день" и назовите себя.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Скажите «добрый день» и назовите себя.
```

When to accept: where the text shows what is typed on a keyboard.
"""

import re
from collections.abc import Iterator

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, OneFile, TextOfField
from cjm.model import Outline
from cjm.workspace.narrow import within

RU = """Русский текст стоит в «ёлочках».

Прямые кавычки — след клавиатуры: в печати их не отличить от дюймов, а в YAML легко принять за кавычки вокруг значения.

Когда можно принять: где показано, что именно набирают на клавиатуре.
"""

CODE = "407"
SEVERITY = "warning"

SAYS = Says("кавычки не «ёлочки»: {quoted}", "not the quotation marks of Russian: {quoted}")
HINT = Says("напишите {right}; все сразу исправит cjm lint --fix", "write {right}; cjm lint --fix mends them all")

_INSIDE = r"(?=[^\s\"])((?:[^\"\n]|\n(?!\s*\n)){1,300}?)(?<=[^\s\"])"
_STRAIGHT = re.compile(rf"(?<![\w\"])(\"){_INSIDE}(\")(?![\w\"])")
_ESCAPED = re.compile(
    r"(?<![\w\"\\])(\\\")(?=[^\s\"\\])((?:[^\"\\\n]|\n(?!\s*\n)){1,300}?)(?<=[^\s\"\\])(\\\")(?![\w\"])"
)
_CURLY = re.compile(r"(“)([^“”\n]{1,300})(”)")
_TYPED = re.compile(r"`|\]\([^)\s]*\s+\"")  # code, and the title of a link
_AS_TYPED = (*SOUGHT, "Probe.query", "Words.say")


def check(file: OneFile, outline: Outline) -> Iterator[Found]:
    if outline.language == "ru":
        for text in file.where("", ('"', "“")):
            if text.field not in _AS_TYPED:
                yield from _judged(text, file.source)


# Private functions


def _judged(passage: TextOfField, source: str) -> Iterator[Found]:
    place, written = passage.place, source[passage.place.start : passage.place.end]
    if _TYPED.search(passage.text) or passage.text.count('"') % 2:
        return  # which one opens and which closes cannot be known
    start, end, pattern = place.start, place.end, _STRAIGHT
    if written.startswith('"'):
        pattern = _ESCAPED
    if written.startswith(('"', "'")):
        start, end = start + 1, end - 1
    pairs = sorted(
        (*pattern.finditer(source, start, end), *_CURLY.finditer(source, start, end)), key=lambda pair: pair.start()
    )
    edits: list[Edit] = []
    for pair in pairs:
        before = source[start : pair.start()]
        nested = before.count("«") > before.count("»")
        if nested and "«" in pair[2]:
            continue
        for group, sign in ((1, "„" if nested else "«"), (3, "“" if nested else "»")):
            edits.append(Edit(within(place, pair.start(group), pair.end(group), source), sign))
        for inner in re.finditer("[«»]", pair[2]):
            at = pair.start(2) + inner.start()
            edits.append(Edit(within(place, at, at + 1, source), "„" if inner[0] == "«" else "“"))
    if edits:
        first = pairs[0]
        right = f"{edits[0].text}{first[2]}{edits[1].text}"
        yield found(
            within(place, first.start(), first.end(), source),
            quoted=f"{first[1][-1]}{first[2]}{first[3][-1]}",
            right=right,
            edits=tuple(edits),
        )
