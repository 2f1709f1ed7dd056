"""A touchpoint has no more ways out than one can choose from at a glance.

Seven branches are a form, not a decision; whoever stands at the desk takes the first that fits. The option `most` says
how many are too many.

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
          - {to: desk, when: придёт сам}
          - {to: desk, when: придёт с другом}
          - {to: desk, when: придёт вечером}
          - {to: letter, when: думает}
          - {to: letter, when: занят}
          - {to: letter, when: иначе}  # here
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
          - {to: letter, when: иначе}
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает дорогу}
```

When to accept: where a machine chooses, not a person.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Touchpoint

RU = """Из точки касания ведёт не больше дорог, чем можно выбрать с одного взгляда.

Семь ветвей — это анкета, а не решение: за стойкой возьмут первую подходящую. Сколько — слишком много, говорит настройка
`most`.

Когда можно принять: если выбирает автомат, а не человек.
"""

CODE = "115"
SEVERITY = "warning"
SAYS = Says("из «{title}» ведёт слишком много дорог: {count}, а с одного взгляда выбирают из {most}", '"{title}" has too many ways out: {count}; one chooses from {most} at a glance')
HINT = Says(
    "объедините ветви, которые ведут в одно место, или разделите точку на две, одну за другой",
    "join the branches that lead to one place, or split the touchpoint into two, one after the other",
)


def check(touchpoint: Touchpoint, most: int = 5) -> Iterator[Found]:
    if len(touchpoint.next) > most:
        yield found(touchpoint.at("next", most), title=called(touchpoint), count=len(touchpoint.next), most=most)
