"""A text refers to nothing that only a paper has: no page, no appendix, no item by its number.

A standard that was taken over from a document still says «см. приложение 3 на стр. 14». On the site there is no page 14, and
whoever looks for it finds nothing.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    how: Слова — в приложении 3.  # here
  - id: pay
    do: Примите оплату по п. 4.2 регламента.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    how: Слова — [во встрече](section:welcome).
  - id: pay
    do: Примите оплату.
```

When to accept: where the paper lies on the desk and is named.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import TextOfField
from cjm.lint.wanted import WantedWords

RU = """Текст не ссылается на то, что есть только у бумаги: на страницу, приложение, пункт.

Стандарт, перенесённый из документа, всё ещё говорит «см. приложение 3 на стр. 14». На сайте страницы 14 нет, и тот, кто
её ищет, не найдёт ничего.

Когда можно принять: если бумага лежит на стойке и названа.
"""

CODE = "519"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("«{words}» — ссылка на бумагу: здесь нет ни страниц, ни приложений", '"{words}" refers to a paper: there are no pages and appendices here')
HINT = Says("дайте ссылку на раздел, [так](section:имя), или скажите здесь то, что там написано", "link the section, [so](section:id), or say here what is written there")

_BEGIN = ("шаг", "step", "приложени", "стр", "пункт", "рис", "глав", "табл", "appendix", "page", "fig", "table", "chapter")
WHERE = WantedWords(lambda word: word in ("п", "пп") or word.startswith(_BEGIN), ("п", "пп", *_BEGIN))
_PAPER = re.compile(
    r"(?<![\w/.])(?:приложени(?:е|я|и|ю|ем) ?№? ?\d+|(?:на )?(?:стр\.|странице|страницу|страницы) ?\d+|(?:пункт(?:е|у|а|ом)?|пп?\.) ?\d+(?:\.\d+)*|"
    r"рис(?:унок|унке|унка|\.) ?\d+|(?:в|из|к|см\.|как в|после) шаг(?:е|а|у)? ?№? ?\d+|(?:in|see|of|after) step \d+|глав(?:а|е|ы|у) \d+|табл(?:ица|ице|ицу|ицы|\.) ?\d+|appendix [A-Z\d]\b|(?:on )?page \d+|(?:fig(?:ure|\.)|table|chapter) \d+)",
    re.IGNORECASE,
)


def check(text: TextOfField) -> Iterator[Found]:
    paper = _PAPER.search(text.text)
    if paper is not None:
        yield found(text.place, quote=paper[0], words=paper[0])
