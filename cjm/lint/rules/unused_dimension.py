"""A dimension has something that differs with it.

A choice that changes nothing is asked of every reader on every page.

Bad:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}  # here
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
section: visit
title: Визит
steps:
  - {id: greet, do: Поздоровайтесь.}
```

Good:

```yaml
handbook: base
title: Стандарты
language: ru
dimensions:
  - {id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}
parts:
  - {id: basics, title: Основа, sections: [visit]}
---
section: visit
title: Визит
steps:
  - {id: greet, do: Поздоровайтесь.}
  - {id: sauna, do: Покажите баню., for: {branch: north}}
```

When to accept: while what differs is being written.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.cells import all_scopes
from cjm.lint.finding import Found, found
from cjm.model import Handbook
from cjm.model.reference import facts_in

RU = """От разреза что-нибудь зависит.

Выбор, который ничего не меняет, спрашивают у каждого читателя на каждой странице.

Когда можно принять: пока то, что отличается, ещё пишут.
"""

CODE = "322"
SEVERITY = "warning"
PROFILE = "review"
OVER = "whole"

SAYS = Says("разрез «{title}»: ничто от него не зависит", 'the dimension "{title}": nothing depends on it')
HINT = Says("назовите его в for того, что отличается, или уберите", "name it in the for of what differs, or take it out")


def check(handbook: Handbook) -> Iterator[Found]:
    if not handbook.outline.dimensions or handbook.unread:
        return  # what cannot be read may name it
    named = {name for scope in all_scopes(handbook) for name, _ in scope}
    named |= {fact[1] for text in handbook.sources.values() for fact in facts_in(text)}
    yield from (found(one.at("id"), title=one.title) for one in handbook.outline.dimensions if one.id not in named)
