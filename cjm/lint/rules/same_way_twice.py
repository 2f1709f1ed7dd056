"""A condition leads to one place, and each way is written once.

Where one condition leads to two places, nobody at the desk knows which is meant.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        role: administrator
        channel: phone
        next:
          - {to: desk, when: придёт}
          - {to: letter, when: Придёт}  # here
          - {to: letter, when: иначе}
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает дорогу}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        role: administrator
        channel: phone
        next:
          - {to: desk, when: придёт}
          - {to: letter, when: думает}
          - {to: letter, when: иначе}
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает дорогу}
```

When to accept: never.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Edge, Handbook, Touchpoint, touchpoint_id

RU = """Одно условие ведёт в одно место, и каждая дорога написана один раз.

Если по одному условию можно пойти в две стороны, у стойки никто не поймёт, куда именно.

Когда можно принять: никогда.
"""

CODE = "109"
SAYS = {
    "twice": Says("дорога из «{title}» к «{to}» написана дважды", 'the way from "{title}" to "{to}" is written twice'),
    "torn": Says(
        "из «{title}» по одному условию «{when}» ведут две дороги: к «{to}» и к «{other}»",
        'from "{title}" one condition "{when}" leads two ways: to "{to}" and to "{other}"',
    ),
    "torn-rest": Says(
        "из «{title}» все остальные случаи ведут в две стороны: к «{to}» и к «{other}»",
        'from "{title}" all other cases lead two ways: to "{to}" and to "{other}"',
    ),
}
_NAME_APART = Says("назовите условия по-разному или оставьте одну дорогу", "name the conditions apart or keep one way")
HINT = {
    "twice": Says("уберите лишнюю строку", "remove the line that is too many"),
    "torn": _NAME_APART,
    "torn-rest": Says("«иначе» (otherwise) бывает только у одной дороги", "only one way can be the one for otherwise"),
}


def check(touchpoint: Touchpoint, handbook: Handbook) -> Iterator[Found]:
    first: dict[str, Edge] = {}
    for edge in touchpoint.next:
        condition = _condition(edge)
        if not condition:  # of several ways without a condition only the same is said here, the rest by rule 110
            condition = f"to {touchpoint_id(edge.to)}"
        other = first.setdefault(condition, edge)
        if other is edge and edge.when.strip():  # «для остальных» may repeat the words of another way
            other = first.setdefault(" ".join(edge.when.casefold().split()), edge)
        if other is edge:
            continue
        to, there = _title(other, handbook), _title(edge, handbook)
        if touchpoint_id(other.to) == touchpoint_id(edge.to):
            yield found(edge.at("to"), "twice", title=called(touchpoint), to=to)
        else:
            form = "torn-rest" if edge.is_otherwise and other.is_otherwise else "torn"
            yield found(edge.at("when"), form, title=called(touchpoint), when=edge.when, to=to, other=there)


# Private functions


def _condition(edge: Edge) -> str:
    return "otherwise" if edge.is_otherwise else " ".join(edge.when.casefold().split())


def _title(edge: Edge, handbook: Handbook) -> str:
    target = handbook.touchpoint.get(touchpoint_id(edge.to))
    return called(target) if target else edge.to
