"""Where it hurts there is an answer.

A touchpoint with a known pain, or where the client feels worse than indifferent, is a fail point: its section holds what
he says and what to answer, or the way forks to a person who can mend it.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        emotion: -1  # here
        standard: welcome
        outcome: Гость встречен
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        emotion: -1
        standard: [welcome, queue]
        outcome: Гость встречен
---
section: queue
title: Очередь у стойки
conflicts:
  - id: why-wait
    says: Сколько можно ждать?
    answer: Вы следующие. Присядьте, я назову вас по имени.
```

When to accept: while the answer is being written.
"""

from collections.abc import Iterator

from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Touchpoint, touchpoint_id
from cjm.model.shared.improvement import Improvement

RU = """Где больно, там есть ответ.

Точка с известной болью или с чувством ниже нуля — место возможного срыва: в её разделе есть слова клиента и ответ на них,
или путь сворачивает к человеку, который поправит дело.

Когда можно принять: пока ответ пишут.
"""

CODE = "207"
SEVERITY = "warning"
SAYS = {
    "pain": Says("у точки «{title}» известна боль {pains}, а ответа на неё нет", 'the touchpoint "{title}" has a known pain {pains} and no answer to it'),
    "emotion": Says("в точке «{title}» клиенту плохо ({emotion}), а что ему ответить — не сказано", 'at "{title}" the client feels bad ({emotion}), and nothing says what to answer'),
}
_ADD = Says(
    "добавьте в раздел {sections} конфликт (conflicts: says, answer) — или улучшение, которое это исправит (guideline/improvements.yml)",
    "add a conflict (conflicts: says, answer) to the section {sections}, or an improvement that is to mend it",
)
HINT = {"pain": _ADD, "emotion": _ADD}


def check(handbook: Handbook, ways: Ways) -> Iterator[Found]:
    going_on = (one for one in handbook.of(Improvement) if one.state != "dropped")
    improved = {touchpoint_id(place) for one in going_on for place in one.touchpoint}
    for point, touchpoint in ways.touchpoint.items():
        sad = touchpoint.emotion is not None and touchpoint.emotion < 0
        if not (sad or touchpoint.pains) or not touchpoint.standard:
            continue  # a touchpoint without a standard is rule 201's matter
        if any(id not in handbook.section for id in touchpoint.standard):
            continue
        if point in improved or _answers(touchpoint, handbook) or _is_mended(point, handbook, ways):
            continue
        yield found(
            touchpoint.at("emotion" if sad else "pains"),
            "pain" if touchpoint.pains else "emotion",
            title=called(touchpoint),
            pains=in_quotes(pain.pain for pain in touchpoint.pains),
            emotion=str(touchpoint.emotion).replace("-", "\u2212"),
            sections=in_quotes(called(handbook.section[id]) for id in touchpoint.standard),
        )


# Private functions


def _answers(touchpoint: Touchpoint, handbook: Handbook) -> bool:
    sections = (handbook.section.get(id) for id in touchpoint.standard)
    return any(
        section.is_open("conflicts") or any(conflict.answer or conflict.is_open("answer") for conflict in section.conflicts) for section in sections if section
    )


def _is_mended(point: str, handbook: Handbook, ways: Ways) -> bool:
    """Whether one of several branches leads to a person with an answer, or into an interrupt."""
    out = ways.out[point]
    if len(out) < 2:
        return False
    targets = ((way, ways.touchpoint[way.target]) for way in out if way.target)
    return any(way.crosses or (target.contact == "person" and _answers(target, handbook)) for way, target in targets)
