"""Everything fits the printed page.

A character that the shipped fonts lack is printed as `[?]`, a table of too many columns in letters too small to read,
and a word without an end is broken anywhere. Run by `cjm pdf`; the option `columns` says how many columns a table may have.

Bad:

```yaml
section: welcome
title: Встреча гостя
purpose: Гость в первую минуту видит, что его ждали.
trigger: Гость вошёл 👋.  # here
result: Гость знает, куда идти.
```

Good:

```yaml
section: welcome
title: Встреча гостя
purpose: Гость в первую минуту видит, что его ждали.
trigger: Гость вошёл.
result: Гость знает, куда идти.
```

When to accept: where the handbook is never printed.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import TextOfField
from cjm.wording.glyphs import LONGEST_WORD, SUBSTITUTE, lacked

RU = """Всё помещается на напечатанной странице.

Знак, которого нет в шрифтах программы, печатается как `[?]`, таблица со множеством столбцов — слишком мелко, слово без
конца рвётся где придётся. Проверяет `cjm pdf`; сколько столбцов можно таблице, говорит настройка `columns`.

Когда можно принять: если гайдлайн не печатают.
"""

CODE = "505"
SEVERITY = "warning"
WHEN = "pdf"
SAYS = {
    "glyph": Says("в шрифтах нет: {signs}; напечатано {shown}", "the fonts lack {signs}; printed as {shown}"),
    "table": Says("в таблице столбцов: {count}, читаются {columns}", "the table has {count} columns, {columns} can be read"),
    "word": Says("слово в {count} букв не помещается в строку: «{word}…»", 'a word of {count} letters does not fit a line: "{word}…"'),
}
HINT = {
    "glyph": Says("напишите словами", "say it in words"),
    "table": Says("разделите таблицу или поменяйте местами строки и столбцы", "split the table, or swap its rows and columns"),
    "word": Says("поставьте пробел или дефис", "put a space or a hyphen into it"),
}
_NAMED = 5
_RULER = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)


def check(text: TextOfField, columns: int = 7) -> Iterator[Found]:
    if signs := lacked(text.text):
        named = ", ".join(f"«{sign}» (U+{ord(sign):04X})" for sign in signs[:_NAMED])
        more = " …" if len(signs) > _NAMED else ""
        yield found(text.place, "glyph", quote=signs[0], signs=named + more, shown=SUBSTITUTE)
    for ruler in _RULER.finditer(text.text) if text.style == "prose" and "|" in text.text else ():
        count = ruler[0].strip().strip("|").count("|") + 1
        if count > columns:
            yield found(text.place, "table", quote=ruler[0].strip(), count=count, columns=columns)
    for word in text.text.split():
        if len(word) > 2 * LONGEST_WORD and not word.startswith(("http://", "https://")) and "](" not in word:
            yield found(text.place, "word", quote=word[:40], count=len(word), word=word[:12])
