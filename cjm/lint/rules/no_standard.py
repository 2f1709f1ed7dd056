"""Every touchpoint has a standard.

A touchpoint without a section is a place where a newcomer does not know what to do and asks whoever stands near.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk  # here
        title: Встреча у стойки
        contact: person
        role: administrator
        channel: desk
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
        title: Встреча у стойки
        contact: person
        role: administrator
        channel: desk
        standard: welcome
        outcome: Гость встречен
```

When to accept: while the section is being written, with the day on which it will be there.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called, left_out, misspelt
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Journey, Section, Touchpoint

RU = """У каждой точки касания есть стандарт.

Точка без раздела — место, где новичок не знает, что делать, и спрашивает того, кто рядом.

Когда можно принять: пока раздел пишут, с днём, к которому он будет готов.
"""

CODE = "201"
_SAYS = Says("у точки касания «{title}» нет стандарта", 'the touchpoint "{title}" has no standard')
SAYS = {"near": _SAYS, "unnumbered": _SAYS, "none": _SAYS}
HINT = {
    "near": Says(
        "добавьте строку standard: {id} — ближе всех раздел {number} «{section}»",
        'add a line standard: {id} — the nearest is section {number} "{section}"',
    ),
    "unnumbered": Says(
        "добавьте строку standard: {id} — ближе всех раздел «{section}»", 'add a line standard: {id} — the nearest is section "{section}"'
    ),
    "none": Says(
        "напишите раздел в guideline/sections и назовите его здесь: standard: имя-раздела",
        "write a section in guideline/sections and name it here: standard: id-of-the-section",
    ),
}
_FEW = 100  # sections among which a standard is looked for beyond the journey's own


def check(journey: Journey, handbook: Handbook) -> Iterator[Found]:
    for touchpoint in journey.touchpoints:
        if touchpoint.standard or not left_out(touchpoint, "standard"):
            continue
        if misspelt(touchpoint, "standard", handbook):
            continue
        section = _nearest(touchpoint, journey, handbook)
        if section is None:
            yield found(touchpoint.at("id"), "none", title=called(touchpoint))
            continue
        number = handbook.number.get(section.id)
        yield found(
            touchpoint.at("id"),
            "near" if number else "unnumbered",
            title=called(touchpoint),
            id=section.id,
            number=number,
            section=called(section),
        )


# Private functions


def _nearest(touchpoint: Touchpoint, journey: Journey, handbook: Handbook) -> Section | None:
    """The section that suits a touchpoint best: by words, role, channel, and by what its neighbours are attached to."""
    points = journey.touchpoints
    here = points.index(touchpoint)
    beside = {id for point in points[max(0, here - 2) : here + 3] for id in point.standard}
    near = {id for stage in journey.stages if touchpoint in stage.touchpoints for point in stage.touchpoints for id in point.standard}
    own = {id for point in points for id in point.standard}
    words = _stems(touchpoint.title)
    best: tuple[int, Section | None] = (0, None)
    for section in handbook.sections:
        if section.status == "retired" or (section.id not in own and len(handbook.sections) > _FEW):
            continue
        score = (
            3 * len(words & _stems(f"{section.title} {section.short}"))
            + 2 * (touchpoint.role in section.performer)
            + 2 * (touchpoint.channel in section.channels)
            + (section.id in beside)
            + 2 * (section.id in near)
            + 2 * (section.id in own)
            + 2 * (section.id not in handbook.attached and not section.for_all)
        )
        if score > best[0]:
            best = (score, section)
    return best[1]


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words: enough to see that «оформление» and «оформления» are one."""
    return {word[:5] for word in re.findall(r"\w{4,}", text.casefold().replace("ё", "е"))}
