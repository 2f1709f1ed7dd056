"""Every touchpoint can be reached.

A touchpoint that no way leads to has a standard that nobody will ever need, or the way to it was lost. What can only be
reached from there is not reported again.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: call, title: Звонок, contact: person, role: administrator, channel: phone, next: room}
      - id: desk  # here
        title: Стойка
        contact: person
        role: administrator
        channel: desk
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: call, title: Звонок, contact: person, role: administrator, channel: phone, next: room, entry: true}
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        entry: true
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
```

When to accept: while the way to it is not described yet.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called, in_quotes, where
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """До каждой точки касания можно дойти.

Если к точке не ведёт ни один путь, её стандарт никому не понадобится — или дорога к ней потерялась. О точках, до которых
можно дойти только через неё, повторно не говорится.

Когда можно принять: пока дорога к ней не описана.
"""

CODE = "104"
OVER = "all"
_ALONE = Says("к точке касания «{title}» не ведёт ни один путь", 'no way leads to the touchpoint "{title}"')
SAYS = {
    "": _ALONE,
    "first": _ALONE,
    "and-more": Says(
        "к точке касания «{title}» не ведёт ни один путь, а без неё не дойти и до: {more}",
        'no way leads to the touchpoint "{title}", nor to what follows it: {more}',
    ),
}
_ADD = Says(
    "добавьте в next той точки, откуда сюда приходят, {{to: {id}, when: …}}; если путь здесь начинается — entry: true. "
    "Выше стоит «{above}» ({where}), но её дороги ведут мимо",
    "add {{to: {id}, when: …}} to the next of the touchpoint that leads here, or entry: true if the journey begins here. "
    'Above it stands "{above}" ({where}), whose ways lead past it',
)
HINT = {
    "": _ADD,
    "and-more": _ADD,
    "first": Says(
        "если путь может начинаться и здесь, пометьте её: entry: true — или добавьте сюда дорогу: {{to: {id}, when: …}}",
        "if the journey may begin here too, mark it: entry: true — or add a way that leads here: {{to: {id}, when: …}}",
    ),
}


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    if ways.partial:
        return
    points = list(ways.touchpoint)
    for first, *rest in graph.questions.unreachable(ways):
        if ways.journey[first].id in ways.blurred:
            continue
        touchpoint = ways.touchpoint[first]
        above = ways.touchpoint[points[max(0, ways.position[first] - 1)]]
        top = touchpoint is ways.journey[first].touchpoints[0]
        yield found(
            touchpoint.at("id"),
            "first" if top else "and-more" if rest else "",
            title=called(touchpoint),
            id=first,
            more=in_quotes(called(ways.touchpoint[point]) for point in rest),
            above=called(above),
            where=where(above, "id"),
        )
