"""Marks in a text are the ones that the page knows, and they are whole.

A row with a lost cell, a table without its second line, `[x]()`, a task list, an admonition, a footnote or `<br>` is
shown as it was typed.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: limits
    do: Посмотрите сроки.
    how: "| Что | Сколько |\\n|---|---|\\n| Перенос |"  # here
  - id: journal
    do: Проверьте журнал<br>и ключи.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
details:
  - id: limits
    title: Сроки
    text: |
      | Что | Сколько |
      |---|---|
      | Перенос | 2 |

      - Проверьте журнал
```

When to accept: where the signs are meant as they stand; put them between backticks then.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import TextOfField

RU = """Разметка в тексте — та, которую страница понимает, и она цела.

Строка, где потерялась ячейка, таблица без второй строки, `[x]()`, список с галочками, врезка, сноска и `<br>` будут
видны так, как набраны.

Когда можно принять: если знаки нужны сами по себе; тогда возьмите их в обратные кавычки.
"""

CODE = "512"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "cells": Says("в строке таблицы ячеек {cells}, а в заголовке {heads}: «{words}»", "a row of the table has {cells} cells and its head {heads}: {words}"),
    "table": Says("таблица без второй строки «|---|»: «{words}»", 'a table without its second line "|---|": {words}'),
    "link": Says("ссылка «{words}» не закрыта или пуста", 'the link "{words}" is empty or not closed'),
    "apart": Says("пробел разорвал ссылку: «{words}»", 'a blank parts the link: "{words}"'),
    "shown": Says("«{words}» читатель увидит так, как набрано", 'readers see "{words}" as it is typed'),
    "open": Says("«{words}» открыто и не закрыто", '"{words}" is opened and not closed'),
}
HINT = {
    "cells": Says("допишите ячейку или поставьте лишнюю черту как \\|", "add the cell, or write a bar that is no border as \\|"),
    "table": Says("поставьте под заголовком строку |---|---|", "put the line |---|---| below the head"),
    "link": Says("напишите [слова](адрес) целиком", "write the whole of [words](address)"),
    "apart": Says("уберите пробел: [слова](адрес)", "take the blank out: [words](address)"),
    "shown": Says("списков с галочками, врезок, сносок и тегов здесь нет: возьмите обычный список или строку", "there are no task lists, admonitions, footnotes or tags: take a plain list or line"),
    "open": Says("закройте знак или уберите его", "close the mark or take it out"),
}
STYLE = "prose"
WHERE = ("|", "](", "] (", "[^", "**", "!!!", "???", re.compile(r"\[(?=[ xXхХ]\])"), re.compile(r"<(?=[/a-zA-Z])"))
_SHOWN = re.compile(
    r"^\s*[-*+] (\[[ xXхХ]\])|^\s*((?:!!!|\?\?\?\+?) ?\w+)|(\[\^\w+\])|(</?(?:br|b|i|u|p|em|strong|a|ul|ol|li|hr|span|div|table|tr|td|img|details|summary|sup|sub|center|font|h[1-6])\b[^<>\n]{0,80}>)",
    re.MULTILINE | re.IGNORECASE,
)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\[[^\[\]\n]*\]\((?:\s*\)|[^()\s]*(?=\s*(?:\n|\Z)))")
_APART = re.compile(r"\[[^\[\]\n]{1,80}\](?:\s+\(\s*|\(\s+)(?:[a-z-]+:[^()\s]+|https?://[^()\s]+|files/[^()\s]+)\s*\)|\[[^\[\]\n]{1,80}\]\([a-z-]+: [^()\n]{1,60}\)")
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")


def check(text: TextOfField) -> Iterator[Found]:
    plain = _CODE.sub(lambda code: " " * len(code[0]), text.text)
    for shown in _SHOWN.finditer(plain):
        words = next(part for part in shown.groups() if part)
        yield found(text.place, "shown", quote=words, words=words)
    for apart in _APART.finditer(plain):
        yield found(text.place, "apart", quote=apart[0], words=apart[0])
    for link in _LINK.finditer(plain):
        yield found(text.place, "link", quote=link[0], words=link[0])
    if plain.count("**") % 2:
        words = plain[plain.rindex("**") :].split("\n")[0][:24]
        yield found(text.place, "open", quote=words, words=words)
    yield from _tables(text, plain)


# Private functions


def _tables(text: TextOfField, plain: str) -> Iterator[Found]:
    heads = 0
    lines = plain.splitlines()
    for number, line in enumerate(lines):
        if not line.strip().startswith("|"):
            heads = 0
            continue
        cells = len(re.split(r"(?<!\\)\|", line.strip().strip("|")))
        if not heads:
            heads = cells
            following = lines[number + 1] if number + 1 < len(lines) else ""
            if not ("-" in following and _RULE.fullmatch(following)):
                words = line.strip()[:40]
                yield found(text.place, "table", quote=words, words=words)
        elif cells != heads:
            words = line.strip()
            yield found(text.place, "cells", quote=words, words=words[:40], cells=cells, heads=heads)
