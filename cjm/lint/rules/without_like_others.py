"""What all others of a kind say, the last one says as well.

Where every other role says how it is reached and one does not, it was forgotten: readers look for it at its usual place
and do not find it.

Bad:

```yaml
roles:
  - {id: administrator, title: Администратор, summary: Встречает., contact: У стойки}
  - {id: manager, title: Руководитель, summary: Решает., contact: Звонок}
  - {id: teacher, title: Учитель, summary: Учит.}  # here
  - {id: cook, title: Повар, summary: Готовит., contact: Кухня}
  - {id: driver, title: Водитель, summary: Возит., contact: Рация}
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор, summary: Встречает., contact: У стойки}
  - {id: manager, title: Руководитель, summary: Решает., contact: Звонок}
  - {id: teacher, title: Учитель, summary: Учит., open: {contact: Как с ним связаться?}}
  - {id: cook, title: Повар, summary: Готовит., contact: Кухня}
  - {id: driver, title: Водитель, summary: Возит., contact: Рация}
```

When to accept: where this one differs from the others, and it has nothing to say there.
"""

from collections.abc import Iterator
from typing import Any

from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Handbook
from cjm.model.fields import specs
from cjm.model.registry import KINDS, known_as

RU = """То, что сказано у всех остальных, сказано и у последнего.

Если про каждую роль сказано, как с ней связаться, а про одну нет, — это забыли: читатель ищет на обычном месте и не
находит.

Когда можно принять: если эта вещь устроена иначе и сказать там нечего.
"""

CODE = "324"
SEVERITY = "warning"
PROFILE = "review"
OVER = "whole"

SAYS = Says("{kind_ru} «{title}»: нет поля {key} ({ru}), а у всех остальных ({count}) оно есть", '{kind_en} "{title}" has no {key} ({en}), and all others ({count}) have it')
HINT = Says("допишите {key}: {example_ru} — или спросите в open", "add {key}: {example_en}, or ask for it in open")

# Kinds whose things are written alike; of the rare ones fewer tell what is usual.
_LIKE = {
    "section": 4, "touchpoint": 4, "role": 4, "promise": 8, "client-type": 4, "person": 4, "resource": 4, "journey": 3, "index": 2,
    "improvement": 2, "duty": 4, "channel": 4, "term": 4, "script": 4, "conflict": 4,
}  # fmt: skip
_TILES = 4
# What other rules ask for, and what differs by its nature.
_OTHERWISE = frozenset(["purpose/section", "trigger", "performer", "steps", "result", "owner", "reviewed", "standard", "role", "decides", "measure/promise", "why", "answer", "alone", "pass_on", "follow_up", "was", "status", "general", "kind", "next", "entry", "outcome", "wait", "meanwhile", "pains", "moment_of_truth", "changes", "details", "shows", "look_for/detail", "look_for/script", "look_for/conflict", "conflicts", "never", "scripts", "questions", "calls", "actions/improvement", "since", "effect/improvement", "idea_by/improvement", "owner/improvement", "title/improvement", "touchpoint", "approves", "accept", "open", "for", "forms", "not", "substitutes", "read_by", "when", "every/duty", "uses/duty", "done_when/duty", "section/duty", "used_by/resource", "short"])  # fmt: skip


def check(handbook: Handbook) -> Iterator[Found]:
    for kind, enough in _LIKE.items():
        things: list[Any] = [one for _, one in handbook.written(kind)]
        if kind == "section":
            things = [one for one in things if one.status == "active" and one.kind in ("standard", "general")]
        if kind == "improvement":  # what was dropped needs no more than why
            things = [one for one in things if one.state != "dropped"]
        if kind == "promise":
            things = [one for one in things if not (one.index or one.waits)]
        if len(things) <= enough:
            continue
        for spec in specs(type(things[0])).values():
            if spec.required or spec.key in _OTHERWISE or f"{spec.key}/{kind}" in _OTHERWISE:
                continue
            without = [one for one in things if spec.key not in one.source.names][:2]
            if len(without) == 1 and left_out(without[0], spec.key):
                called = KINDS[kind].says
                yield found(
                    without[0].at("id") if "id" in without[0].source.names else without[0].at(kind), kind_ru=called.ru, kind_en=called.en,
                    title=known_as(without[0]), key=spec.key, ru=spec.means.ru.lower(), en=spec.means.en.lower(), count=len(things) - 1, example_ru=spec.example.ru, example_en=spec.example.en,
                )  # fmt: skip
    tiles = handbook.outline.start
    for key in ("hint", "icon"):
        bare = [tile for tile in tiles if key not in tile.source.names]
        if len(bare) == 1 and len(tiles) > _TILES and left_out(bare[0], key):
            spec = specs(type(bare[0]))[key]
            yield found(bare[0].at("title"), kind_ru="плитка", kind_en="the tile", title=bare[0].title, key=key, ru=spec.means.ru.lower(), en=spec.means.en.lower(), count=len(tiles) - 1, example=spec.example)
