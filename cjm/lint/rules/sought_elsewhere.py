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
from cjm.language.sought_row import RowsByName, row_heads, sought_row
from cjm.lint.finding import Found, found
from cjm.lint.one_file import passages, sought
from cjm.model import Conflict, Handbook, Place, Script, Section, Step
from cjm.model.derived import derived, of_thing

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
    "title": Says("фраза поиска повторяет название раздела: «{words}»", 'the phrase repeats the title of the section: "{words}"'),
    "short": Says("по «{words}» никто не ищет", 'nobody searches for "{words}"'),
    "nothing": Says("пробный запрос «{words}» — не о разделе «{title}»: его слов там нет", 'the probe "{words}" is not about section "{title}": its words are not there'),
    "row": Says("фраза «{words}» ведёт в строку «{row}», а такой строки в тексте нет или она не одна", 'the phrase "{words}" leads to the row "{row}", but the text has no such row, or several'),
    "arrow": Says("стрелка ведёт в строку справочного блока, а здесь строк нет: «{words}»", 'the arrow leads to a row of a reference block, and here are no rows: "{words}"'),
    "probe": Says("пробный запрос «{words}» повторён", 'the probe "{words}" stands twice'),
}
HINT = {
    "twice": Says("оставьте её там, где на неё отвечают", "leave it where it is answered"),
    "few": Says("допишите, какими словами его ищут те, кто названия не знает", "add the words by which those look for it who do not know its title"),
    "synonym": Says("оставьте его один раз", "keep it once"),
    "alone": Says("допишите в скобках слово, которым ищут то же самое: [црм, crm] — или уберите строку", "add in brackets a word for the same: [crm, program], or take the row out"),
    "title": Says("назовите то же словами того, кто названия не знает", "say it in the words of somebody who does not know the title"),
    "short": Says("напишите, что набирают, когда это нужно", "write what one types who needs it"),
    "nothing": Says("назовите раздел, где на него отвечают", "name the section that answers it"),
    "row": Says("после стрелки напишите слова из начала строки, каких нет в другой", "write after the arrow words of the row's first cell that no other has"),
    "arrow": Says("уберите стрелку — или перенесите фразу в look_for того блока details, где стоит строка", "take the arrow away, or move the phrase to look_for of the block under details that has the row"),
    "probe": Says("оставьте один из двух", "keep one of the two"),
}

_SEARCH = "guideline/search.yml"
_ROW = re.compile(r"(?m)^ *- +(?!query)\[?([^\[\]{}:#\n]+)\]?[ ]*(?:#.*)?$")
_STEM = 5  # letters
_SMALL = frozenset(["как", "что", "где", "кто", "если", "для", "при", "чем", "или", "когда", "куда", "кому", "сколько", "почему", "мне", "его", "она", "они", "это", "нам", "без", "над", "под", "про", "the", "and", "what", "how", "when", "where", "who", "why", "does", "for", "with", "not", "are", "can"])
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
        own = _plain(section.title)
        for index, phrase in enumerate(section.look_for):
            plain = _plain(phrase)
            if plain == own:
                yield found(section.at("look_for", index), "title", quote=phrase, words=phrase)
            elif len(set(plain)) == 1 or 0 < len(plain) < 3:
                yield found(section.at("look_for", index), "short", quote=phrase, words=phrase)
            first = seen.setdefault(plain, section)
            if first is not section:
                yield found(section.at("look_for", index), "twice", quote=phrase, words=phrase, other=first.title)
        yield from _rows(section)
    yield from _synonyms(handbook.sources.get(_SEARCH, ""))
    asked: set[str] = set()
    for probe in handbook.probes:
        plain = _plain(probe.query)
        if plain and plain in asked:
            yield found(probe.at("query"), "probe", words=probe.query)
        asked.add(plain)
        meant = handbook.section.get(probe.section)
        if meant is not None and not _of_it(plain, meant, handbook):
            yield found(probe.at("section"), "nothing", words=probe.query, title=meant.title)


# Private functions


def _rows(section: Section) -> Iterator[Found]:
    without: tuple[Section | Step | Script | Conflict, ...] = (section, *section.steps, *section.scripts, *section.conflicts)
    for holder in without:
        for index, phrase in enumerate(holder.look_for):
            if sought_row(phrase)[1]:
                yield found(holder.at("look_for", index), "arrow", quote=phrase, words=phrase)
    for detail in section.details:
        named = [(index, *sought_row(phrase)) for index, phrase in enumerate(detail.look_for)]
        if any(row for _, _, row in named):
            rows = RowsByName(row_heads(detail.text))
            for index, phrase, row in named:
                if row and rows.named(row) is None:
                    yield found(detail.at("look_for", index), "row", quote=row, words=phrase, row=row)


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", folded(text)).strip()


def _of_it(query: str, section: Section, handbook: Handbook) -> bool:
    """Whether the section holds the words of the query, or others that are searched for as the same."""
    words = {word[:_STEM] for word in query.split() if len(word) > 2 and word not in _SMALL}
    same = _same_words(handbook)
    text = _beginnings(handbook, section)
    known = sum(1 for word in words if word in text or not same.get(word, frozenset()).isdisjoint(text))
    if not words or known > len(words) / 2:
        return True
    elsewhere = any(all(word in phrase or not same.get(word, frozenset()).isdisjoint(phrase) for word in words) for id, phrases in _phrases(handbook).items() if id != section.id for phrase in phrases)
    return known >= max(1, len(words) / 3) and not elsewhere


@derived
def _phrases(handbook: Handbook) -> dict[str, tuple[frozenset[str], ...]]:
    """The phrases by which each section is looked for, and its title, as the beginnings of their words."""
    return {section.id: _phrases_of(handbook, section) for section in handbook.sections}


@of_thing
def _phrases_of(section: Section) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(word[:_STEM] for word in _plain(phrase).split()) for phrase in (section.title, *sought(section)))


@of_thing
def _beginnings(section: Section) -> frozenset[str]:
    """The beginnings of all its words."""
    words = _plain(" ".join([passage.text for passage in passages(section)]))
    return frozenset([word[:_STEM] for word in words.split()])


@derived
def _same_words(handbook: Handbook) -> dict[str, frozenset[str]]:
    rows = [frozenset(folded(word)[:_STEM] for word in row) for row in handbook.synonyms]
    return {word: frozenset().union(*(other for other in rows if word in other)) for row in rows for word in row}


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
