"""Quotation marks and brackets of a text come in pairs.

Where one of them is lost, nobody knows where the words end that are to be said.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Скажите «Добрый день и улыбнитесь.  # here
  - id: sit
    do: Предложите сесть (кресло у окна и воду.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Скажите «Добрый день» и улыбнитесь.
  - id: sit
    do: |
      а) Предложите сесть (кресло у окна) и воду.
```

When to accept: where a mark stands alone on purpose.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import TextOfField

RU = """Кавычки и скобки в тексте стоят парами.

Если одна потерялась, непонятно, где кончаются слова, которые надо сказать.

Когда можно принять: если знак стоит один нарочно.
"""

CODE = "420"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "open": Says("«{sign}» открыто и не закрыто: {words}", '"{sign}" is opened and not closed: {words}'),
    "close": Says("«{sign}» закрыто, а не открыто: {words}", '"{sign}" is closed and was not opened: {words}'),
}
HINT = {"open": Says("закройте кавычку или скобку", "close the mark"), "close": Says("откройте кавычку или скобку — или уберите эту", "open the mark, or take this one out")}

WHERE = ("«", "»", "(", ")", '"')
_SPARED = re.compile(r"`[^`\n]*`|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?:^|(?<=[\s(«]))[\w]{1,2}\)|[:;]-?[()]+|\d\)|(?<=\w)[(]+(?=\s*$)|[)]{2,}(?=\s*$)", re.MULTILINE)
_CLOSES = {"»": "«", ")": "("}


def check(text: TextOfField) -> Iterator[Found]:
    if text.text.count('"') % 2 and not re.search(r'\d"', text.text):
        words = text.text[text.text.rindex('"') :][:24].split("\n")[0]
        yield found(text.place, "open", quote=words, sign='"', words=words)
    if text.text.count("«") == text.text.count("»") and text.text.count("(") == text.text.count(")"):
        return
    if text.field == "Fact.value":
        return  # what is computed is rule 309's matter
    plain = _SPARED.sub(lambda spared: " " * len(spared[0]), text.text)
    open_now: list[tuple[str, int]] = []
    for at, sign in enumerate(plain):
        if sign in "«(":
            open_now.append((sign, at))
        elif sign in _CLOSES:
            if sign == ")" and not open_now and not plain[at + 1 :].split("\n")[0].strip(" .!"):
                continue  # :)
            if not open_now or open_now[-1][0] != _CLOSES[sign]:
                words = text.text[max(0, at - 24) : at + 1].split("\n")[-1].strip()
                yield found(text.place, "close", quote=words, sign=sign, words=words)
                return
            open_now.pop()
    if open_now:
        sign, at = open_now[0]
        words = text.text[at : at + 24].split("\n")[0].strip()
        yield found(text.place, "open", quote=words, sign=sign, words=words)
