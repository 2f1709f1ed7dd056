"""Nothing is left to be filled in.

A reader with a client before her cannot wait until somebody decides what stands where TODO stands now.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: TODO  # here
steps:
  - id: greet
    do: Поздоровайтесь.
    done_when: "[уточнить у Анны]"  # here
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
    do: Поздоровайтесь. Время визита надо уточнить у гостя.
    done_when: Гость ответил.
```

When to accept: while the section is a draft and everybody knows who fills the gap by when.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile
from cjm.lint.wanted import WantedTyped, WantedWords

RU = """Ничего не оставлено «на потом».

Сотрудник, перед которым стоит клиент, не может ждать, пока кто-то решит, что написать вместо TODO.

Когда можно принять: пока раздел — черновик и все знают, кто и к какому дню его допишет.
"""

CODE = "007"
SEVERITY = "warning"

SAYS = Says("место осталось незаполненным: «{words}»", 'a gap was left to be filled in: "{words}"')
HINT = Says(
    "допишите или уберите; ещё не решено — запишите в карточку задачи, а не в текст",
    "fill it in or take it out; what is not decided yet belongs on a task list, not in the text",
)

_WORDS = r"уточнить|дописать|допишем|заполнить|добавить|вставить|придумать|согласовать|будет позже|to be (?:defined|decided|added)"
_LEFT = re.compile(
    r"[\[(][^\]()\[\n]*\b(?:TODO|TBD|TBA|TBC|FIXME|XXX+)\b[^\]()\[\n]*[\])]|\b(?:TODO|TBD|TBA|TBC|FIXME|XXX+)\b|\?\?+|(?i:\((?:копия|copy)(?: \d+)?\)\s*\Z|\Acopy of )|(?i:\blorem ipsum\b)|\b(?:УТОЧНИТЬ|ДОПИСАТЬ|ЗАПОЛНИТЬ|ДОБАВИТЬ|ВСТАВИТЬ)\b"
    rf"|(?i:[\[(]\s*(?:{_WORDS})\b[^\])]*[\])])|(?i:\A\s*(?:{_WORDS}|[.…?—–-]+|текст|text|xxx|\?|н/д|n/a|none|null|потом|позже|later|true|false|lorem|asdf\w*|qwerty|тест|test|ничего(?: не делать)?|не требуется|не нужно|не применимо|неприменимо|нет данных|nothing|not applicable|not needed|нов(?:ый|ая|ое) (?:раздел|скрипт|шаг|роль|вопрос|этап|точка|путь)|без названия|untitled|new (?:section|script|step|role|question|stage)|название|заголовок|описание)\s*[.!…]*\s*\Z)"
)
# What every such text has, unless it is nothing but signs, or one of these words and hardly another.
_FIRST = frozenset((
    "todo", "tbd", "tba", "tbc", "fixme", "xxx", "lorem", "defined", "decided", "added", "уточнить", "дописать", "допишем", "заполнить",
    "добавить", "вставить", "придумать", "согласовать", "позже", "копия", "copy",
))  # fmt: skip
_ALONE = frozenset((
    "текст", "text", "none", "null", "потом", "later", "qwerty", "тест", "test", "ничего", "требуется", "нужно", "применимо", "неприменимо", "данных",
    "nothing", "true", "false", "applicable", "needed", "новый", "новая", "новое", "названия", "untitled", "new", "название", "заголовок", "описание",
))  # fmt: skip
_FEW = 6  # words
_SIGNS = " \n.…?—–-!"
_KEY, _IS_ALONE = WantedWords(_FIRST), WantedWords(lambda word: word in _ALONE or word.startswith("asdf"), (*_ALONE, "asdf"))
_OTHER = WantedTyped(r"\?\?|xxx|н/д|n/a", re.IGNORECASE)
_SIGN = WantedTyped(r"^[.…?—–!-]+$")


# Where nobody writes this and means it.
_SAY_NOTHING = frozenset((
    "Pain.pain", "Role.contact", "Role.decides", "Duty.every", "Duty.when", "Resource.when", "ClientType.where", "Touchpoint.client", "Touchpoint.outcome", "Touchpoint.meanwhile",
    "Improvement.actions", "Improvement.cause", "Term.means", "Section.trigger", "Situation.hint", "Journey.client", "Conflict.why", "PassOn.how",
))  # fmt: skip
_NOTHING = re.compile(r"\s*(?:нет|да|есть|yes|no|никогда|никак|никто|где-то|как-то|когда-то|вс[её]|вс[её] хорошо|норм\w*|конец|разное|другое|прочее|см\. \w+|ок|none|never|nothing|somewhere|everything|all|end|other|misc\w*|see \w+|ok)\s*[.!]*\s*", re.IGNORECASE)
_SHORT = 14


def check(file: OneFile) -> Iterator[Found]:
    for text in file.of_fields(_SAY_NOTHING):
        if len(text.text) < _SHORT and _NOTHING.fullmatch(text.text):
            yield found(text.place, words=text.text.strip())
    bare = [text for text in file.with_any(_SIGN) if not text.text.strip(_SIGNS)]
    bare += [text for text in file.with_any(_IS_ALONE) if len(text.text.split()) < _FEW]
    for text in dict.fromkeys((*file.with_any(_KEY), *file.with_any(_OTHER), *bare)):
        left = _LEFT.search(text.text) if text.field != "Words.say" else None
        if left is not None:
            words = left[0].strip()
            yield found(text.place, quote=words, words=words)
