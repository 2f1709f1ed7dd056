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

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.language.yo import spelled, with_yo
from cjm.lint.finding import Found, found
from cjm.lint.texts import SOUGHT, TextOfField, Texts
from cjm.model import Handbook
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
_AS_TYPED = (*SOUGHT, "Probe.query", "Term.forms", "Term.not", "Words.say")  # words that are searched for


def check(handbook: Handbook, texts: Texts) -> Iterator[Found]:
    if handbook.outline.language != "ru" or not any("ё" in source for source in handbook.sources.values()):
        return
    for file in _files(handbook, texts):
        for passage in texts.of_file(file):
            edits = _edits(passage, handbook) if passage.field not in _AS_TYPED else ()
            if edits:
                word = handbook.sources[file][edits[0].place.start : edits[0].place.end]
                yield found(edits[0].place, word=word, right=edits[0].text, edits=edits)


# Private functions


def _files(handbook: Handbook, texts: Texts) -> list[str]:
    """The files in which one of the words stands without ё; the list of words that `texts` keeps does not tell ё from е."""
    words: dict[str, list[str]] = {}
    for word in with_yo():
        for file in texts.files.get(word, ()):
            words.setdefault(file, []).append(word)
    return [file for file in handbook.sources if file in words and _stands(words[file], handbook.sources[file].lower())]


def _stands(words: list[str], source: str) -> bool:
    """Whether one of `words` stands in `source`, and not only as a part of other words."""
    inside = [word for word in words if word in source]
    return bool(inside) and re.search(rf"\b(?:{'|'.join(inside)})\b", source) is not None


def _edits(passage: TextOfField, handbook: Handbook) -> tuple[Edit, ...]:
    table = with_yo()
    if not any(word.lower() in table for word in _WORD.findall(passage.text)):
        return ()
    place, source = passage.place, handbook.sources[passage.place.file]
    return tuple(
        Edit(within(place, match.start(), match.end(), source), spelled(match[0], table[match[0].lower()]))
        for match in _WORD.finditer(source, place.start, place.end)
        if match[0].lower() in table
    )
