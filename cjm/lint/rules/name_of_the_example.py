"""Words to say hold no name left of an example, and no company but one's own.

A script that was copied from a real message says «Миша» to every mother, and one that came from another company greets in
its name.

Bad:

```yaml
handbook: test
title: Стандарты «Кораблика»
organisation: Клуб «Кораблик»
language: ru
parts: [{id: basics, title: Основа, sections: [visit]}]
---
placeholders:
  - {id: child, name: имя ребёнка, example: Миша}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Здравствуйте, Миша уже пришёл?  # here
  - id: call
    do: Перезвоните.
    say: Это клуб «Дельфин», вы просили перезвонить.  # here
```

Good:

```yaml
handbook: test
title: Стандарты «Кораблика»
organisation: Клуб «Кораблик»
language: ru
parts: [{id: basics, title: Основа, sections: [visit]}]
---
placeholders:
  - {id: child, name: имя ребёнка, example: Миша}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Здравствуйте, <имя ребёнка> уже пришёл?
  - id: call
    do: Перезвоните.
    say: Это клуб «Кораблик», вы просили перезвонить.
```

When to accept: where a partner is meant, by his name.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.names import NAMES
from cjm.lint.one_file import OneFile
from cjm.lint.wanted import WantedWords
from cjm.model import Outline
from cjm.model.shared.placeholder import Placeholder

RU = """В словах для клиента нет имён от примера и чужого названия: на их месте подстановка.

Скрипт, скопированный из настоящей переписки, говорит «Миша» каждой маме, а взятый у другой компании здоровается от её
имени.

Когда можно принять: если назван партнёр, и его имя нужно.
"""

CODE = "433"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "example": Says("имя «{words}» осталось от примера: у следующего клиента будет другое", 'the name "{words}" is left of an example: the next client has another'),
    "name": Says("в словах для всех стоит имя «{words}»", 'words for everybody hold the name "{words}"'),
    "company": Says("слова говорят от имени «{words}», а компания — «{own}»", 'the words speak for "{words}", and the company is "{own}"'),
}
HINT = {
    "example": Says("поставьте подстановку <{name}>", "put the placeholder <{name}>"),
    "name": Says("поставьте подстановку: <имя>", "put a placeholder: <name>"),
    "company": Says("поставьте своё название", "put your own name"),
}

_GAPS = re.compile(r"<[^<>\n]*>|\{\{[^{}\n]*\}\}")
_NAME = re.compile(r"(?<![\w-])[А-ЯЁA-Z][а-яёa-z]{2,}(?![\w-])")
_GREETED = re.compile(r"(?:^|[.!?…»]\s+)([А-ЯЁ][а-яё]{2,}|[A-Z][a-z]{2,})(?=, (?:здравствуйте|добрый|доброе|спасибо|простите|извините|конечно|понимаю|hello|good|thank|sorry|of course))|(?:здравствуйте|добрый день|доброе утро|добрый вечер|hello|good morning|dear|hi),? ([А-ЯЁ][а-яё]{2,}|[A-Z][a-z]{2,})(?=[!,.])", re.IGNORECASE)
_COMPANY = re.compile(r"\b(?:[а-я]*клуб\w*|автосалон\w*|салон\w*|студи\w+|клиник\w+|[а-я]*сервис\w*|[а-я]*магазин\w*|[а-я]*школ\w+|кафе|парикмахерск\w+|спортзал\w*|бассейн\w*|гостиниц\w+|банк\w*|аптек\w+|сад\w*|садик\w*|ресторан\w*|отел\w+|центр\w*|компани\w+|фирм\w+|мастерск\w+|агентств\w*|академи\w+) «([^«»\n]{2,40})»|\b(?:это|вас приветствует|команда|из|вы позвонили в|в) «([^«»\n]{2,40})»(?=[.,!])")
_INTRODUCED = re.compile(r"(?:это|зовут|меня)[ ,][^.!?\n]{2,40} \Z", re.IGNORECASE)
_SPEAKS = ("это", "вас приветствует", "команда", "вы позвонили")
_FIRST_NAMES = frozenset(folded(name) for name in NAMES)
_NAMED = WantedWords(_FIRST_NAMES)


def check(file: OneFile, outline: Outline, placeholders: tuple[Placeholder, ...]) -> Iterator[Found]:
    examples = {one.example: one.name for one in placeholders if _NAME.fullmatch(one.example)}
    own = _own(outline)
    for named in re.findall(r"«([^«»]+)»", outline.title) if outline in file.items and "«" in outline.organisation else ():
        if _stem(named) not in folded(outline.organisation):
            yield found(outline.at("title"), "company", quote=named, words=named, own=outline.organisation)
    for text in dict.fromkeys((*file.with_any(_NAMED), *(file.where("said", tuple(examples)) if examples else ()), *(file.where("said", "«") if own else ()))):
        if text.style != "said" or text.field.startswith("Dialogue."):
            continue
        words = _GAPS.sub(lambda gap: "\u2007" * len(gap[0]), text.text)
        example = next((name[0] for name in _NAME.finditer(words) if name[0] in examples), "")
        greeted = _GREETED.search(words)
        name = greeted and (greeted[1] or greeted[2])
        if example:
            yield found(text.place, "example", quote=example, words=example, name=examples[example])
        elif name and name[0].isupper() and folded(name) in _FIRST_NAMES:
            yield found(text.place, "name", quote=name, words=name)
        for company in _COMPANY.finditer(words) if own else ():
            other = company[1] or company[2]
            if not folded(other).startswith(own) and _stem(other) not in " ".join(own) and (company[1] or company[0].startswith(_SPEAKS) or (company[0].startswith("из ") and _INTRODUCED.search(words[: company.start()]))):
                yield found(text.place, "company", quote=other, words=other, own=outline.organisation or outline.title)


# Private functions


def _own(outline: Outline) -> tuple[str, ...]:
    """The names of the house, by their beginnings: they stand in any case."""
    named = re.findall(r"«([^«»]+)»", f"{outline.organisation} {outline.title}")
    return tuple(_stem(name) for name in named)


def _stem(name: str) -> str:
    low = folded(name)
    return low[: max(3, len(low) - 2)]
