"""A handbook that writes the Russian letter yo writes it everywhere.

A text that has the two dots here and not there looks unfinished, and names and forms are read wrongly. Only words that
are no word at all without them are found, and only where the handbook writes them elsewhere.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь с ребёнком.
  - id: card
    do: Откройте карточку ребенка.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь с ребёнком.
  - id: card
    do: Откройте карточку ребёнка.
```

When to accept: in a name that its owner spells without ё.
"""

import re
from collections.abc import Iterator
from itertools import chain

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.language.yo import spelled, with_yo
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, OfEachFile, OneFile, TextOfField
from cjm.lint.wanted import WantedWords
from cjm.model import Handbook, Outline
from cjm.workspace.narrow import within

RU = """Если в гайдлайне пишут ё, её пишут везде.

Текст, где ё то есть, то нет, выглядит недоделанным, а имена и формы в нём читаются неверно. Находятся только слова,
которых без ё нет вовсе, и только если ё в гайдлайне уже пишут.

Когда можно принять: в имени, которое его владелец пишет без ё.
"""

CODE = "408"
SEVERITY = "warning"

SAYS = Says("«{word}» без ё", '"{word}" without ё')
HINT = Says("напишите «{right}»; все сразу исправит cjm lint --fix", 'write "{right}"; cjm lint --fix mends them all')

_WORD = re.compile(r"[^\W\d_]+")
_BARE = WantedWords(lambda word: any(part in with_yo() for part in _WORD.findall(word)), with_yo())
_AS_TYPED = (*SOUGHT, "Probe.query", "Term.forms", "Term.not", "Words.say")  # words that are searched for


def gather(file: OneFile, outline: Outline) -> tuple[Found, ...] | None:
    """The words of a file without ё."""
    return tuple(_found(file)) or None if outline.language == "ru" else None


def check(handbook: Handbook, words: OfEachFile) -> Iterator[Found]:
    if any("ё" in source for source in handbook.sources.values()):
        yield from chain.from_iterable(words.values())


# Private functions


def _found(file: OneFile) -> Iterator[Found]:
    bare = {number for word, there in file.wanted(_BARE) for number in there if word in file.texts[number].text.lower()}
    for text in map(file.texts.__getitem__, sorted(bare)):
        edits = _edits(text, file.source) if text.field not in _AS_TYPED else ()
        if edits:
            word = file.source[edits[0].place.start : edits[0].place.end]
            yield found(edits[0].place, word=word, right=edits[0].text, edits=edits)


def _edits(passage: TextOfField, source: str) -> tuple[Edit, ...]:
    table = with_yo()
    if not any(word.lower() in table for word in _WORD.findall(passage.text)):
        return ()
    place = passage.place
    return tuple(
        Edit(within(place, match.start(), match.end(), source), spelled(match[0], table[match[0].lower()]))
        for match in _WORD.finditer(source, place.start, place.end)
        if match[0].lower() in table
    )
