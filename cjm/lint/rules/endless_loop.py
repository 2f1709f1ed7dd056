"""A loop is marked as a way back and says how often it can repeat.

A client who is sent back without a limit is sent back for ever, and nobody can add up how long he waits. The way that
leads back is marked `back: true`, and `at_most` says how often.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: booking
    title: Запись
    touchpoints:
      - {id: choice, title: Выбор времени, contact: person, role: administrator, channel: phone}
      - id: answer
        title: Подтверждение
        contact: product
        channel: site
        next:
          - {to: desk, when: подтвердил}
          - {to: choice, when: иначе}  # here
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: booking
    title: Запись
    touchpoints:
      - {id: choice, title: Выбор времени, contact: person, role: administrator, channel: phone}
      - id: answer
        title: Подтверждение
        contact: product
        channel: site
        next:
          - {to: desk, when: подтвердил}
          - {to: choice, when: иначе, back: true, at_most: 2}
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
```

When to accept: where the client himself decides to come again, as often as he likes.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Way, Ways
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.lint.trail import trail
from cjm.model import Handbook

RU = """Петля помечена как возврат, и сказано, сколько раз она повторится.

Кого отправляют назад без предела, того отправляют вечно, и сколько он прождёт, не сосчитать. Дорога назад помечается
`back: true`, а `at_most` говорит, сколько раз.

Когда можно принять: если клиент сам решает прийти ещё раз, и сколько захочет.
"""

CODE = "107"
SEVERITY = "warning"
SAYS = {
    "unmarked": Says(
        "петля: из «{source}» путь возвращается к «{target}», а возвратом это не названо",
        'a loop: the way leads from "{source}" back to "{target}" and is not marked as a way back',
    ),
    "unbounded": Says(
        "возврат из «{source}» к «{target}» может повторяться без конца",
        'the way back from "{source}" to "{target}" can repeat for ever',
    ),
}
HINT = {
    "unmarked": Says(
        "допишите back: true, at_most: 2 (сколько раз это может повториться) — или ведите дальше, а не назад",
        "add back: true, at_most: 2 (how often it can repeat), or lead on instead of back",
    ),
    "unbounded": Says("допишите, сколько раз это может повториться: at_most: 2", "say how often it can repeat: at_most: 2"),
}


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    loops = [(way, "unmarked") for way in graph.questions.unmarked_loops(ways)]
    loops += [(way, "unbounded") for way in graph.questions.unbounded_loops(ways)]
    trapped = {point for group in graph.questions.traps(ways) for point in group} if loops else set()
    for way, form in loops:
        if way.source not in trapped and ways.journey[way.source].id not in ways.blurred:
            yield _found(way, form, ways)


# Private functions


def _found(way: Way, form: str, ways: Ways) -> Found:
    assert way.edge is not None  # the way to the touchpoint below never leads back
    return found(
        way.edge.at("to"),
        form,
        trail=trail(ways, (*graph.questions.back_to(ways, way), way.target), leaves=way.source) if form == "unmarked" else (),
        source=called(ways.touchpoint[way.source]),
        target=called(ways.touchpoint[way.target]),
    )
