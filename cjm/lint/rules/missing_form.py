"""A fact has the forms that texts ask for.

`{{ trial-price.gen }}` is filled in from the forms of the fact. Where the form is not there, the braces stand on the page.

Bad:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: call-time, title: Перезваниваем за, value: 5 минут, forms: {rod: 5 минут}}  # here
---
section: visit
title: Визит
performer: administrator
steps:
  - id: again
    do: Повторите цену.
    say: Платите из {{ trial-price.gen }}.  # here
  - id: call
    do: Перезвоните не позже {{ call-time.gen }}.
    say: Перезвоню через {{ call-time.acc }}.
```

Good:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽, forms: {gen: 900 ₽}}
  - {id: call-time, title: Перезваниваем за, value: 5 минут, forms: {gen: 5 минут, acc: 5 минут}}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: again
    do: Повторите цену.
    say: Платите из {{ trial-price.gen }}.
  - id: call
    do: Перезвоните не позже {{ call-time.gen }}.
    say: Перезвоню через {{ call-time.acc }}.
```

When to accept: never; add the form, or ask for another.
"""

import re
from collections.abc import Iterator

from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile
from cjm.model import Handbook, Place

RU = """У факта есть формы, которых просят тексты.

`{{ trial-price.gen }}` берётся из форм факта. Если такой формы нет, на странице останутся скобки.

Когда можно принять: никогда; добавьте форму или возьмите другую.
"""

CODE = "332"

SAYS = {
    "one": Says("у факта «{id}» нет формы «{case}»", 'the fact "{id}" has no form "{case}"'),
    "many": Says("у факта «{id}» нет форм (forms): {case}, а их просят в текстах (раз: {count})", 'the fact "{id}" lacks forms: {case}, and texts ask for them ({count} times)'),
}
HINT = {
    "one": Says("добавьте её в forms этого факта или возьмите другую; есть: {forms}", "add it to the forms of the fact, or take another; there are: {forms}"),
    "many": Says("допишите в forms: {case}; есть: {forms}. Просят, например: {where}", "add to forms: {case}; there are: {forms}. Asked for at {where}, for example"),
}

_FORM = re.compile(r"\{\{[ \t\u00a0]*([\w-]+)\.([\w-]+)[ \t\u00a0]*\}\}")


def gather(file: OneFile) -> list[tuple[str, str, Place]]:
    """Which forms of facts the texts of a file ask for, and where."""
    return [(asked[1], asked[2], text.place) for text in file.where("", ("{{",)) if text.field != "Fact.forms" for asked in _FORM.finditer(text.text)]


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    lacking: dict[str, list[tuple[str, Place]]] = {}
    for wanted in files.values():
        for id, form, place in wanted:
            fact = handbook.fact.get(id)
            if fact is not None and fact.form(form) is None:
                lacking.setdefault(id, []).append((form, place))
    for id, places in lacking.items():
        fact = handbook.fact[id]
        forms = ", ".join(name for name, _ in fact.forms) or "—"
        if len(places) == 1:
            form, place = places[0]
            yield found(place, "one", quote=f"{id}.{form}", id=id, case=form, forms=nearest(form, [name for name, _ in fact.forms]) or forms)
        else:
            cases = ", ".join(dict.fromkeys(form for form, _ in places))
            at = fact.at("forms" if "forms" in fact.source.names else "value")
            yield found(at, "many", id=id, case=cases, count=len(places), forms=forms, where=f"{places[0][1].file}:{places[0][1].line}")
