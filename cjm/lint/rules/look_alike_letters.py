"""A word is written in the letters of one alphabet.

A Latin o in a Russian word looks the same, and the search does not find the word, no rule knows the phrase, and a
placeholder stays in its brackets. Such letters come along with what is copied from a PDF or typed with the wrong layout.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: pay
    do: Оплaта на стойке.  # here
  - id: with-child
    do: Пройдите c ребёнком в раздевалку.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: pay
    do: Оплата на стойке, квитанция в CRM, вход с SMSки.
  - id: with-child
    do: Пройдите с ребёнком в раздевалку.
```

When to accept: in a name that is written so on purpose.
"""

import re
from collections.abc import Iterator

from cjm.edit import Edit
from cjm.language.letters import of_one_alphabet
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile, TextOfField
from cjm.lint.wanted import WantedWords
from cjm.workspace.narrow import within

RU = """Слово набрано буквами одного алфавита.

Латинская o в русском слове выглядит так же, но поиск это слово не найдёт, правила не узнают фразу, а подстановка
останется в скобках. Такие буквы приходят с текстом из PDF или с чужой раскладки.

Когда можно принять: в названии, которое так пишут нарочно.
"""

CODE = "418"
SEVERITY = "warning"

SAYS = Says("в слове «{word}» буквы другого алфавита: {letters}", 'the word "{word}" has letters of another alphabet: {letters}')
HINT = Says("наберите «{right}» заново; все сразу исправит cjm lint --fix", 'type "{right}" anew; cjm lint --fix mends them all')

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-z]")
_MIXED = WantedWords(lambda word: word in ("a", "c", "o", "y", "k", "b") or (not word.isascii() and _LATIN.search(word)))  # in capitals there are more that look alike
_ALONE = re.compile(r"(?<=[а-яё,] )[acoyk](?= [«<]?[а-яё])|(?:(?<=[.!?…] )|\A)[ACOYKB](?= [а-яё]{2})")
_NAMED = re.compile(r"\{\{[^{}]*\}\}|\]\([^()\n]*\)|\w+://\S+|`[^`\n]*`")  # ids and addresses are not read aloud
_RUSSIAN = str.maketrans("acoykACOYKB", "асоукАСОУКВ")


def check(file: OneFile) -> Iterator[Found]:
    source = file.source
    for text in file.with_any(_MIXED):
        edits = tuple(_edits(text, source))
        if edits:
            place = next(within(text.place, *word.span(), source) for word in _WORD.finditer(source, text.place.start) if word.end() > edits[0].place.start)
            wrong = source[place.start : place.end]
            right = "".join(edit.text for edit in edits if edit.place.start < place.end) if len(wrong) == 1 else of_one_alphabet(wrong)
            letters = ", ".join(dict.fromkeys(one for one, other in zip(wrong, right, strict=True) if one != other))
            yield found(place, word=wrong, right=right, letters=letters, edits=edits)


# Private functions


def _edits(text: TextOfField, source: str) -> Iterator[Edit]:
    """Each letter of the other alphabet in a text, as it stands in its file."""
    bare = _NAMED.sub(lambda named: " " * len(named[0]), text.text)
    mixed = {word for word in _WORD.findall(bare) if not word.isascii() and of_one_alphabet(word) != word}
    alone = _ALONE.search(bare)
    if not mixed and not alone:
        return
    place = text.place
    written = _NAMED.sub(lambda named: " " * len(named[0]), source[place.start : place.end])
    made = [(word.start(), word[0], of_one_alphabet(word[0])) for word in _WORD.finditer(written) if word[0] in mixed]
    made += [(letter.start(), letter[0], letter[0].translate(_RUSSIAN)) for letter in _ALONE.finditer(written)]
    for start, wrong, right in sorted(made):
        for at, (one, other) in enumerate(zip(wrong, right, strict=True), place.start + start):
            if one != other:
                yield Edit(within(place, at, at + 1, source), other)
