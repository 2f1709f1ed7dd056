"""What is published names no client and no stranger in full.

A first name and a surname together are personal data. The people of `handbook.yml` are known and never reported.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь так, как с Мариной Кузнецовой в субботу.  # here
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь. Не знаете, как быть, — позовите Анну Орлову.
```

When to accept: for an author or a public figure who is quoted.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from cjm.language.inflection import Forms, folded, forms_of
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.names import NAMES
from cjm.lint.one_file import OneFile
from cjm.lint.wanted import WantedWords
from cjm.model import Outline, Role

RU = """В том, что публикуется, ни один клиент и ни один посторонний не назван полным именем.

Имя вместе с фамилией — персональные данные. Люди из `handbook.yml` известны, о них правило молчит.

Когда можно принять: для автора или известного человека, которого вы цитируете.
"""

CODE = "409"
SEVERITY = "warning"

SAYS = Says("полное имя в тексте: «{words}»", 'a full name in the text: "{words}"')
HINT = Says(
    "оставьте одно имя или роль; сотрудника добавьте в people файла guideline/handbook.yml",
    "keep the first name or the role; add a colleague to the people of guideline/handbook.yml",
)

_PAIR = re.compile(r"(?<![\w-])([А-ЯЁ][а-яё]+|[A-Z][a-z]+) +(?=([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?![\w-]))")
_PATRONYMIC = re.compile(r"(?:вич|вна|ична)(?:а|у|ем|е|ы|ой)?$|вн(?:у|ы|е|ой)$|ичн(?:у|ы|е|ой)$")
_SURNAME = re.compile(
    r"(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|е|ых|ыми|ы)?|(?:ск|цк)(?:ий|ая|ого|ому|им|ой|ую|ом)|енко|(?:ч|щ|н|ж)ук(?:а|у|ом|е)?"
    r"|юк(?:а|у|ом|е)?|ян(?:а|у|ом|е)?|швили|дзе|son|man|sen|ley|ton|er|s)$"
)
_ADJECTIVE = re.compile(r"(?:ый|ий|ого|его|ому|ему|ым|им|ая|ую)$")  # «Безродный»: only behind a first name
# Streets, schools and books are named after people who are known to all.
_KNOWN = re.compile(
    r"(?:улиц|ул\.|площад|пл\.|проспект|пр-т|переул|бульвар|набережн|сквер|парк|школ|гимнази|лице|имени|им\.|театр|музе|метро|станци|стих|сказк|роман|рассказ"
    r"|книг|повест|песн|картин|поэт|писател|композитор|художник|памятник|street|school|avenue|named after|poem|novel|poet|writer)\S*(?:\s+\S+){0,2}\s*$",
    re.IGNORECASE,
)
_THIRD = re.compile(r"[А-ЯЁ][а-яё]+ +([А-ЯЁ][а-яё]+)")  # behind a first name: the patronymic, the surname
_HEAD = 3  # letters
_NOT_HERE = frozenset(("Person.name", "Outline.title", "Outline.organisation", "Fact.value", "Fact.title", "Fact.forms"))


def check(file: OneFile, outline: Outline, roles: tuple[Role, ...]) -> Iterator[Found]:
    names, wanted = _names(outline.language)
    for passage in file.with_any(wanted):
        for match in _PAIR.finditer(passage.text) if passage.field not in _NOT_HERE else ():
            one, other = folded(match[1]), folded(match[2])
            third = _THIRD.match(passage.text, match.end()) if _PATRONYMIC.search(other) else None
            whole = third is not None and any(name.has(one) for name in names) and _SURNAME.search(folded(third[1]))
            if not (whole or _is_full(one, other, names)) or other in _of_titles(roles):
                continue
            if _KNOWN.search(passage.text, max(0, match.start() - 40), match.start()):
                continue
            if not any(_is(person, one, other) for person in _people(outline)):
                words = f"{match[1]} {third[0] if whole and third else match[2]}"
                yield found(passage.place, quote=words, words=words)


# Private functions


@cache
def _names(language: str) -> tuple[tuple[Forms, ...], WantedWords]:
    """The first names of a language, and the words that are a form of one."""
    names = tuple(forms_of(name) for name in NAMES if name.isascii() == (language == "en"))
    by_head: dict[str, list[Forms]] = {}
    for name in names:
        for head in {form[:_HEAD] for form in (name.stem, *name.exactly) if form}:
            by_head.setdefault(head, []).append(name)
    return names, WantedWords(lambda word: any(name.has(word) for name in by_head.get(word[:_HEAD], ())), by_head)


@lru_cache(1)
def _of_titles(roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset(folded(word) for role in roles for word in role.title.split())


@lru_cache(1)
def _people(outline: Outline) -> tuple[tuple[Forms, ...], ...]:
    return tuple(tuple(forms_of(word) for word in person.name.split()) for person in outline.people)


def _is_full(one: str, other: str, names: Sequence[Forms]) -> bool:
    """Whether two words with capitals are a first name and a surname, in either order; any two may stand together."""
    if any(name.has(one) for name in names) and not _PATRONYMIC.search(other) and len(other) > 3:
        return bool(_SURNAME.search(other) or _ADJECTIVE.search(other))
    return bool(_SURNAME.search(one)) and any(name.has(other) for name in names)


def _is(person: Sequence[Forms], one: str, other: str) -> bool:
    return any(word.has(one) for word in person) and any(word.has(other) for word in person)
