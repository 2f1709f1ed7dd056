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
from cjm.lint.texts import Texts
from cjm.model import Handbook

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
    r"\b(?:TODO|TBD|TBA|TBC|FIXME|XXX+)\b|\?\?+|(?i:\blorem ipsum\b)|\b(?:УТОЧНИТЬ|ДОПИСАТЬ|ЗАПОЛНИТЬ|ДОБАВИТЬ|ВСТАВИТЬ)\b"
    rf"|(?i:[\[(]\s*(?:{_WORDS})\b[^\])]*[\])])|(?i:\A\s*(?:{_WORDS}|[.…?—–-]+|текст|text|xxx|\?)\s*[.!…]*\s*\Z)"
)
_FIRST = (  # a word that every such text has, unless it is nothing but signs
    "todo", "tbd", "tba", "tbc", "fixme", "xxx", "xxxx", "lorem", "defined", "decided", "added", "уточнить", "дописать",
    "допишем", "заполнить", "добавить", "вставить", "придумать", "согласовать", "позже",
)  # fmt: skip
_SIGNS = re.compile(r"\?\?|[:-] [\"']?(?:[.…?—–-]+|[Тт]екст|[Tt]ext)[\"']?[.!…]* *(?:#.*)?$", re.MULTILINE)


def check(handbook: Handbook, texts: Texts) -> Iterator[Found]:
    files = {file for word in _FIRST for file in texts.files.get(word, ())}
    for file, source in handbook.sources.items():
        if file in files or _SIGNS.search(source):
            for passage in texts.of_file(file):
                left = _LEFT.search(passage.text) if passage.field != "Words.say" else None
                if left is not None:
                    words = left[0].strip()
                    yield found(passage.place, quote=words, words=words)
