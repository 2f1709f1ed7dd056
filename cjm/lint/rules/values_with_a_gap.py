"""Each value of a dimension has its number and its words, and one of them.

A fact that has a value for two branches of three leaves the third without; one without `for` beside them would take the
new branch in silence, whatever holds there. What is not known yet is a question: `open`.

Bad:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}, {id: lake, title: Озеро}]}
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
facts:
  - id: opens
    title: Открываемся
    values:
      - {for: {branch: north}, value: "8:00"}  # here
      - {for: {branch: south}, value: "9:00"}
  - id: closes
    title: Закрываемся
    values:
      - {for: {branch: [north, south]}, value: "21:00"}
      - {for: {branch: [south, lake]}, value: "22:00"}  # here
---
section: visit
title: Визит
scripts:
  - id: hello
    title: Приветствие
    variants:
      - {channel: desk, text: Здравствуйте!}  # here
      - {channel: desk, for: {branch: lake}, text: Доброе утро!}
```

Good:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}, {id: lake, title: Озеро}]}
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
facts:
  - id: opens
    title: Открываемся
    values:
      - {for: {branch: north}, value: "8:00"}
      - {for: {branch: south}, value: "9:00"}
      - for: {branch: lake}
        open: Во сколько?
---
section: visit
title: Визит
scripts:
  - id: hello
    title: Приветствие
    variants:
      - {channel: desk, for: {branch: [north, south]}, text: Здравствуйте!}
      - {channel: desk, for: {branch: lake}, text: Доброе утро!}
```

When to accept: never; write the question in the place of what you do not know.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from cjm.language.says import Says
from cjm.lint.cells import Classes, classes
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Written
from cjm.model.scope import Chosen, Scope, holds_for
from cjm.wording.scopes import of_dimension
from cjm.wording.titles import channel_title
from cjm.workspace.scopes import own_scope

RU = """У каждого значения разреза своё число и свои слова, и ровно одни.

Факт, у которого есть значения для двух филиалов из трёх, третий оставляет ни с чем; значение без `for` рядом с ними
молча досталось бы и новому филиалу, что бы там ни действовало. Чего ещё не знаем — это вопрос: `open`.

Когда можно принять: никогда; вместо неизвестного напишите вопрос.
"""

CODE = "320"
OVER = "whole"

SAYS = {
    "gap": Says("«{title}»: ничего нет для: {values}", '"{title}": there is nothing for {values}'),
    "overlap": Says("«{title}»: второй раз для: {values}", '"{title}": a second time for {values}'),
    "default": Says("«{title}»: без for, а рядом — то же с for", '"{title}": without a for, beside the same with one'),
    "both": Says("«{title}»: и value, и values", '"{title}": both value and values'),
    "many": Says("«{title}»: for называет здесь больше двух разрезов: {values}", '"{title}": for names more than two dimensions here: {values}'),
}
HINT = {
    "gap": Says("добавьте значение, а пока его нет — вопрос: for: …, open: …?", "add it; while it is not known, a question: for: …, open: …?"),
    "overlap": Says("оставьте каждому одно", "leave one to each"),
    "default": Says("назовите, для чего это: иначе оно молча достанется и новому значению", "name what it is for: else a new value gets it in silence"),
    "both": Says("оставьте values и назовите в них все значения", "keep values, and name them all there"),
    "many": Says("разделите на два факта или скрипта", "make two facts or scripts of it"),
}


def check(handbook: Handbook) -> Iterator[Found]:
    for fact in handbook.facts:
        if fact.values and fact.value:
            yield found(fact.at("value"), "both", title=fact.title)
        elif fact.values:
            yield from _judged(fact, "values", fact.values, (), fact.title, handbook)
    for section in handbook.sections:
        for script in section.scripts:
            if any(one.scope for one in script.variants):
                for channel in dict.fromkeys(name for one in script.variants for name in one.channel or ("",)):
                    mine = [one for one in script.variants if not one.channel or channel in one.channel]
                    title = f"{script.title} ({channel_title(channel, handbook)})" if channel else script.title
                    yield from _judged(script, "variants", mine, section.scope, title, handbook)


# Private functions


def _judged(owner: Written, key: str, variants: Sequence[Written], outer: Scope, title: str, handbook: Handbook) -> Iterator[Found]:
    scopes = [own_scope(one) for one in variants]
    if not any(scopes):
        return
    for one, scope in zip(variants, scopes, strict=True):
        if not scope:
            yield found(one.at(), "default", title=title)
    named = list(dict.fromkeys(name for scope in scopes for name, _ in scope))
    if len(named) > 2:
        told = ", ".join(handbook.dimension[name].title if name in handbook.dimension else name for name in named)
        yield found(owner.at(key), "many", title=title, values=told)
        return
    if not all(scopes):
        return
    told_apart = classes(handbook, (*scopes, outer), {})
    cells = [cell for cell in told_apart.cells() if holds_for(outer, cell)]
    gaps = [cell for cell in cells if not any(holds_for(scope, cell) for scope in scopes)]
    if gaps:
        yield found(owner.at(key), "gap", title=title, values=_told(gaps, told_apart, handbook))
    for number, scope in enumerate(scopes):
        again = [cell for cell in cells if holds_for(scope, cell) and any(holds_for(one, cell) for one in scopes[:number])]
        if again:
            yield found(variants[number].at(), "overlap", title=title, values=_told(again, told_apart, handbook))


def _told(cells: Sequence[Chosen], told_apart: Classes, handbook: Handbook) -> str:
    """The values, by dimension for each of these choices."""
    some = (
        "; ".join(of_dimension(name, _alike(value, name, told_apart), handbook) for name, value in cell.items()) for cell in cells
    )
    return ", ".join(dict.fromkeys(some))


def _alike(value: Any, name: str, told_apart: Classes) -> tuple[str, ...]:
    return next(group for group in told_apart.of[name] if value in group)
