"""Where clients say that it hurts, the handbook has an answer.

Counted answers tell of a touchpoint that is worse than luck makes it. What is said there in a bad moment, and what one
answers, stands in its section; or an improvement is on its way.

Bad:

```yaml
indices:
  - {id: csi, title: CSI, formula: top-two}
---
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, standard: welcome}
      - {id: shower, title: Душевая, contact: person, role: administrator, channel: desk, standard: welcome, outcome: Готов}  # here
---
month: 2026-10
answers:
  - {index: csi, touchpoint: visit/desk, source: phone, best: 5, scores: {"5": 190, "2": 10}}
  - {index: csi, touchpoint: visit/shower, source: phone, best: 5, scores: {"5": 20, "2": 20}}
```

Good:

```yaml
indices:
  - {id: csi, title: CSI, formula: top-two}
---
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, standard: welcome}
      - {id: shower, title: Душевая, contact: person, role: administrator, channel: desk, standard: [welcome, cold], outcome: Готов}
---
section: cold
title: Холодный душ
conflicts:
  - id: cold-shower
    says: Вода ледяная!
    answer: Сейчас проверю. Рядом вторая кабина, там тепло.
---
month: 2026-10
answers:
  - {index: csi, touchpoint: visit/desk, source: phone, best: 5, scores: {"5": 190, "2": 10}}
  - {index: csi, touchpoint: visit/shower, source: phone, best: 5, scores: {"5": 20, "2": 20}}
```

When to accept: while the answer is being written.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.model import Handbook, touchpoint_id
from cjm.model.shared.improvement import Improvement

RU = """Где клиенты говорят, что больно, у гайдлайна есть ответ.

Посчитанные ответы показали точку, где хуже, чем бывает случайно. Слова клиента в такую минуту и ответ на них стоят в её
разделе, либо уже идёт улучшение.

Когда можно принять: пока ответ пишут.
"""

CODE = "218"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says(
    "в точке «{title}» недовольны {bad} из {n}, а ответа на это нет", 'at "{title}" {bad} of {n} are unhappy, and nothing answers it'
)
HINT = Says(
    "добавьте в раздел {sections} конфликт (conflicts: says, answer) или улучшение (guideline/improvements.yml)",
    "add a conflict (conflicts: says, answer) to the section {sections}, or an improvement (guideline/improvements.yml)",
)


def check(handbook: Handbook) -> Iterator[Found]:
    if not handbook.months:
        return
    from cjm.voice import heat  # takes as long as several rules, and most handbooks have no months

    going_on = (one for one in handbook.of(Improvement) if one.state != "dropped")
    improved = {touchpoint_id(place) for one in going_on for place in one.touchpoint}
    for id, heard in heat(handbook).items():
        touchpoint = handbook.touchpoint.get(id)
        if touchpoint is None or not (heard.outside and heard.found.coloured) or id in improved:
            continue
        sections = [handbook.section[name] for name in touchpoint.standard if name in handbook.section]
        if sections and not any(conflict.answer for section in sections for conflict in section.conflicts):
            named = in_quotes(called(section) for section in sections)
            yield found(touchpoint.at("title"), title=called(touchpoint), bad=heard.unhappy, n=heard.n, sections=named)
