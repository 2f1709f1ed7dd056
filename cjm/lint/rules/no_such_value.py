"""What `for` names is there, and a part holds only where its whole does.

A step for a branch that is written otherwise is shown to nobody, and nobody misses it.

Bad:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}
people:
  - {id: anna, name: Анна Орлова, for: {brunch: north}}  # here
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
section: visit
title: Визит
for: {branch: north}
steps:
  - {id: greet, do: Поздоровайтесь., for: {branch: [north, nord]}}  # here
  - {id: look, do: Покажите зал., for: {branch: south}}  # here
```

Good:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}
people:
  - {id: anna, name: Анна Орлова, for: {branch: north}}
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
section: visit
title: Визит
for: {branch: [north, south]}
steps:
  - {id: greet, do: Поздоровайтесь., for: {branch: north}}
  - {id: look, do: Покажите зал., for: {branch: south}}
```

When to accept: never.
"""

from collections.abc import Iterator, Mapping

from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Written
from cjm.model.scope import Scope, meet
from cjm.wording.scopes import scope_told
from cjm.workspace.scopes import own_scope, scopes_below
from cjm.workspace.subjects import inside

RU = """То, что названо в `for`, есть, и часть действует только там, где действует целое.

Шаг для филиала, имя которого написано иначе, не увидит никто, и никто о нём не спросит.

Когда можно принять: никогда.
"""

CODE = "013"
OVER = "whole"

SAYS = {
    "dimension": Says("for: разреза «{id}» нет", 'for: there is no dimension "{id}"'),
    "dimension-near": Says("for: разреза «{id}» нет", 'for: there is no dimension "{id}"'),
    "value": Says("for: у разреза «{title}» нет значения «{id}»", 'for: the dimension "{title}" has no value "{id}"'),
    "nothing": Says("for: значение разреза «{title}» не названо: это не действует нигде", 'for: no value of the dimension "{title}" is named: it holds nowhere'),
    "outside": Says("это не действует нигде: само оно — для: {own}, а то, в чём оно стоит, — для: {outer}", "this holds nowhere: itself for {own}, and what it stands in for {outer}"),
    "twice": Says("у разреза «{title}» значение «{id}» названо дважды", 'the dimension "{title}" names the value "{id}" twice'),
}
_NEAR = Says("возможно, вы имели в виду «{near}»; есть: {known}", 'did you mean "{near}"? There are: {known}')
HINT = {
    "dimension": Says("разрезы описывают в guideline/handbook.yml, под dimensions; есть: {known}", "dimensions are described in guideline/handbook.yml, under dimensions; there are: {known}"),
    "dimension-near": _NEAR,
    "value": _NEAR,
    "nothing": Says("назовите значения: for: {{{id}: [{known}]}}", "name the values: for: {{{id}: [{known}]}}"),
    "outside": Says("уберите лишнее или расширьте for того, в чём оно стоит", "take it out, or widen the for of what it stands in"),
    "twice": Says("оставьте одно", "keep one of them"),
}


def check(handbook: Handbook) -> Iterator[Found]:
    for one in handbook.outline.dimensions:
        ids = [value.id for value in one.values]
        for number, value in enumerate(one.values):
            if value.id in ids[:number]:
                yield found(value.at("id"), "twice", title=one.title, id=value.id)
    for top in handbook.items():
        if any(True for _ in scopes_below(top)):
            yield from _below(top, (), handbook)


# Private functions


def _below(item: Written, outer: Scope, handbook: Handbook) -> Iterator[Found]:
    scope = own_scope(item)
    if scope:
        wrong = list(_unknown(item, scope, handbook))
        yield from wrong
        if not wrong and not meet(scope, outer):
            yield found(item.at("for"), "outside", own=scope_told(scope, handbook), outer=scope_told(outer, handbook))
        outer = _both(outer, scope)
    for one in inside(item):
        yield from _below(one, outer, handbook)


def _both(outer: Scope, scope: Scope) -> Scope:
    """Where both hold; where they do not meet, the narrower, so that it is said once."""
    theirs = dict(outer)
    kept = {name: tuple(value for value in values if value in theirs.get(name, values)) or values for name, values in scope}
    return tuple({**theirs, **kept}.items())


def _called(name: str, titles: Mapping[str, str]) -> str:
    """The id that was probably meant: of the one with this title, or one that is written nearly so."""
    by_title = (id for id, title in titles.items() if title.casefold() == name.strip().casefold())
    return next(by_title, nearest(name, list(titles)))


def _unknown(item: Written, scope: Scope, handbook: Handbook) -> Iterator[Found]:
    for name, values in scope:
        dimension = handbook.dimension.get(name)
        if dimension is None:
            meant = _called(name, {one.id: one.title for one in handbook.outline.dimensions})
            form = "dimension-near" if meant else "dimension"
            yield found(item.at("for"), form, quote=name, id=name, near=meant, known=", ".join(handbook.dimension) or "—")
            continue
        known = [value.id for value in dimension.values]
        listed = ", ".join(known)
        if not values:
            yield found(item.at("for"), "nothing", quote=name, title=dimension.title, id=name, known=listed)
        for value in values:
            if value not in known:
                near = _called(value, {one.id: one.title for one in dimension.values}) or (known[0] if known else "…")
                yield found(item.at("for"), "value", quote=value, title=dimension.title, id=value, near=near, known=listed)
