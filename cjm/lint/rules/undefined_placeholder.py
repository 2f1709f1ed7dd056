"""Every `{{ fact }}` and every `<placeholder>` is defined.

An undefined fact stands on the site in its braces, and whoever reads a script aloud stops at a gap that nobody named.

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
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
    say: <Имяя>, добрый день!  # here
  - id: price
    do: Назовите цену.
    say: Пробное занятие — {{ trial-prise }}.  # here
  - id: bye
    do: Попрощайтесь.
    say: "{Имя}, до встречи!"  # here
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
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
    say: <Имя>, добрый день! Пробное занятие — {{ trial-price }}.
```

When to accept: never; the reader sees the braces.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cjm.language import letters
from cjm.language.letters import of_one_alphabet
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile, TextOfField
from cjm.model import Fact, Placeholder
from cjm.wording.gaps import GAP, lower_first

RU = """Каждый {{ факт }} и каждая <подстановка> определены.

Неизвестный факт так и останется на сайте в скобках, а тот, кто читает скрипт вслух, споткнётся о пустое место без имени.

Когда можно принять: никогда, скобки увидит читатель.
"""

CODE = "404"

SAYS = {
    "fact": Says("факта «{id}» нет", 'there is no fact "{id}"'),
    "fact-near": Says("факта «{id}» нет", 'there is no fact "{id}"'),
    "look-alike": Says("факта «{id}» нет — «{letters}» здесь русскими буквами", 'there is no fact "{id}": "{letters}" is typed in Cyrillic'),
    "broken": Says("«{words}» не читается как факт", '"{words}" does not read as a fact'),
    "nested": Says("в форме факта «{id}» стоит другой факт — он не подставится", 'a form of the fact "{id}" names another fact: it is not filled in'),
    "gap": Says("подстановки <{name}> нет", "there is no placeholder <{name}>"),
    "gap-near": Says("подстановки <{name}> нет", "there is no placeholder <{name}>"),
    "braces": Says("«{words}» — подстановка не в тех скобках", '"{words}" is a placeholder in the wrong brackets'),
}
HINT = {
    "fact": Says("добавьте его в guideline/facts.yml", "add it to guideline/facts.yml"),
    "fact-near": Says("возможно, вы имели в виду «{near}»; новый факт добавьте в guideline/facts.yml", 'did you mean "{near}"? A new fact goes into guideline/facts.yml'),
    "look-alike": Says("наберите «{near}» латиницей", 'type "{near}" in Latin letters'),
    "broken": Says("напишите имя факта латиницей между двойными скобками: {example}", "write the id of a fact between double braces: {example}"),
    "nested": Says("наберите форму целиком", "write the form out"),
    "gap": Says("добавьте её в guideline/placeholders.yml с примером", "add it to guideline/placeholders.yml with an example"),
    "gap-near": Says(
        "возможно, вы имели в виду <{near}>; новую добавьте в guideline/placeholders.yml", "did you mean <{near}>? A new one goes into guideline/placeholders.yml"
    ),
    "braces": Says("напишите <{name}>", "write <{name}>"),
}

_BRACES = re.compile(r"\{\{[^{}]*\}\}|\{\{[^{}\n]*\}?")
_FACT = re.compile(r"\{\{[ \t\u00a0]*([\w-]+)(?:\.([\w-]+))?[ \t\u00a0]*\}\}")
_OTHER_BRACKETS = re.compile(r"\{([^\W\d_][^{}:,\n]{1,60})\}(?!\})|\[([^\W\d_][^\[\]:,\n]{1,60})\](?!\()|<<([^<>\n]{2,60})>>")


def check(
    file: OneFile, fact: Mapping[str, Fact], placeholders: tuple[Placeholder, ...], unread: frozenset[str]
) -> Iterator[Found]:
    for text in file.where("", ("{{",)) if "guideline/facts.yml" not in unread else ():
        yield from _facts(text, fact)
    if "guideline/placeholders.yml" not in unread:
        said, names = file.row("said").text, _names(placeholders)
        unknown = "{" in said or "[" in said or "<<" in said or any(_key(name) not in names for name in set(GAP.findall(said)))
        for text in file.where("said", ("<", "{", "[")) if unknown else ():
            yield from _gaps(text, names)


# Private functions


@lru_cache(1)
def _names(placeholders: tuple[Placeholder, ...]) -> Mapping[str, str]:
    return {_key(placeholder.name): placeholder.name for placeholder in placeholders}


def _facts(passage: TextOfField, facts: Mapping[str, Fact]) -> Iterator[Found]:
    if passage.field == "Fact.forms":
        words = _BRACES.findall(passage.text)
        if words:
            yield found(passage.place, "nested", quote=words[0], id=getattr(passage.item, "id", ""))
        return
    for words in dict.fromkeys(_BRACES.findall(passage.text)):
        trouble = _fact_trouble(words, facts)
        if trouble is not None:
            form, values = trouble
            yield Found(passage.place, form, words, values)


def _fact_trouble(words: str, facts: Mapping[str, Fact]) -> tuple[str, Mapping[str, str]] | None:
    """What is wrong with `{{ … }}`: the form of the sentence and its values, None where it is sound."""
    example = f"{{{{ {next(iter(facts), 'trial-price')} }}}}"
    broken = "broken", {"words": " ".join(words.split()), "example": example}
    read = _FACT.fullmatch(words)
    if read is None:
        return broken
    id = read[1]
    if id in facts:
        return None  # a form that it lacks is rule 332's matter
    twin = letters.latin_twin(id)
    if twin != id and twin in facts:
        return "look-alike", {"id": id, "near": twin, "letters": letters.strangers(id)}
    if not id.isascii():
        return broken
    near = letters.nearest(id, facts)
    return ("fact-near", {"id": id, "near": near}) if near else ("fact", {"id": id})


def _gaps(passage: TextOfField, names: Mapping[str, str]) -> Iterator[Found]:
    for name in dict.fromkeys(GAP.findall(passage.text)):
        if _key(name) not in names and not name.startswith("<"):
            near = letters.nearest(_key(name), names)
            form = "gap-near" if near else "gap"
            yield found(passage.place, form, quote=f"<{name}>", name=name, near=near)
    for brackets in _OTHER_BRACKETS.finditer(passage.text) if any(sign in passage.text for sign in ("{", "[", "<<")) else ():
        name = _wrong_brackets(brackets, names)
        if name:
            yield found(passage.place, "braces", quote=brackets[0], words=brackets[0], name=name)


def _wrong_brackets(brackets: re.Match[str], names: Mapping[str, str]) -> str:
    """The placeholder that stands in brackets which are not its own."""
    name = str(brackets[1] or brackets[2] or brackets[3]).strip()
    return name if _key(name) in names else ""


@lru_cache(1_024)
def _key(name: str) -> str:
    """By what a placeholder is known; a letter of the other alphabet is rule 418's matter."""
    return lower_first(of_one_alphabet(" ".join(name.split())))
