"""A phrase to look for leads to one section, and a section has several.

The same phrase in two sections sends half of those who type it to the wrong one. Where others have several, a section
that is found by one phrase only is found by those who already know what it is called.

Bad:

```yaml
section: arrival
title: Визит
performer: administrator
look_for:
  - гость пришёл раньше
  - рано пришли
  - ждут у двери
---
section: leaving
title: Уход
performer: administrator
look_for:
  - Гость пришёл раньше?  # here
  - уходят
  - забрать вещи
```

Good:

```yaml
section: arrival
title: Визит
performer: administrator
look_for:
  - гость пришёл раньше
  - рано пришли
  - ждут у двери
---
section: leaving
title: Уход
performer: administrator
look_for:
  - гость уходит
  - уходят
  - забрать вещи
```

When to accept: where both sections really answer it.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Place, Section

RU = """Поисковая фраза ведёт в один раздел, а у раздела их несколько.

Одна фраза в двух разделах отправляет половину людей не туда. Если у других фраз несколько, раздел с одной фразой находят
те, кто и так знает, как он называется.

Когда можно принять: если на неё и правда отвечают оба раздела.
"""

CODE = "517"
SEVERITY = "warning"
PROFILE = "review"
OVER = "all"

SAYS = {
    "twice": Says("та же фраза поиска ведёт и в другой раздел, «{other}»: «{words}»", 'the same phrase leads to another section, "{other}", too: "{words}"'),
    "few": Says("раздел ищут только по одной фразе (look_for), а нужно 5–8", "the section is looked for by one phrase only (look_for); it wants 5 to 8"),
    "synonym": Says("слово «{words}» повторено: в строке синонимов оно уже есть", 'the word "{words}" is repeated: it stands in the row of synonyms already'),
    "alone": Says("в строке синонимов одно слово: «{words}»", 'a row of synonyms has one word: "{words}"'),
    "probe": Says("пробный запрос «{words}» повторён", 'the probe "{words}" stands twice'),
}
HINT = {
    "twice": Says("оставьте её там, где на неё отвечают", "leave it where it is answered"),
    "few": Says("допишите, какими словами его ищут те, кто названия не знает", "add the words by which those look for it who do not know its title"),
    "synonym": Says("оставьте его один раз", "keep it once"),
    "alone": Says("допишите в скобках слово, которым ищут то же самое: [црм, crm] — или уберите строку", "add in brackets a word for the same: [crm, program], or take the row out"),
    "probe": Says("оставьте один из двух", "keep one of the two"),
}

_SEARCH = "guideline/search.yml"
_ROW = re.compile(r"(?m)^ *- +(?!query)\[?([^\[\]{}:#\n]+)\]?[ ]*(?:#.*)?$")
_FEW = 3
_SIGNS = re.compile(r"[\W_]+")


def check(handbook: Handbook) -> Iterator[Found]:
    seen: dict[str, Section] = {}
    usual = sum(len(section.look_for) > _FEW for section in handbook.sections) > _FEW
    for section in handbook.sections:
        if section.status == "retired":
            continue
        if len(section.look_for) == 1 and section.kind in ("standard", "general") and usual:
            yield found(section.at("look_for"), "few")
        for index, phrase in enumerate(section.look_for):
            first = seen.setdefault(_SIGNS.sub(" ", folded(phrase)).strip(), section)
            if first is not section:
                yield found(section.at("look_for", index), "twice", quote=phrase, words=phrase, other=first.title)
    yield from _synonyms(handbook.sources.get(_SEARCH, ""))
    asked: set[str] = set()
    for probe in handbook.probes:
        plain = _SIGNS.sub(" ", folded(probe.query)).strip()
        if plain and plain in asked:
            yield found(probe.at("query"), "probe", words=probe.query)
        asked.add(plain)


# Private functions


def _synonyms(source: str) -> Iterator[Found]:
    """The rows are plain lists of words, of which the model keeps no places."""
    begin = source.find("synonyms:")
    end = source.find("\nprobes:", begin) if begin >= 0 else 0
    for row in _ROW.finditer(source, begin, end if end > 0 else len(source)) if begin >= 0 else ():
        words = [folded(word.strip(" \"'")) for word in row[1].split(",")]
        start = row.start(1)
        place = Place(_SEARCH, source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start), start, row.end(1))
        twice = next((word for word in words if words.count(word) > 1), "")
        if twice:
            yield found(place, "synonym", words=twice)
        elif len(words) == 1 or "[" not in row[0]:
            yield found(place, "alone", words=row[1].strip())
