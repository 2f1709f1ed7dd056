"""Where the right option stands, and how short it is, is chance.

Whoever always picks the second option, or always the shortest, must not pass without having read anything. Counted are
all questions of a use, where there are ten and more; that the right option is the longest too often is 706's matter.

Bad:

```yaml
section: visit
title: Визит
questions:
  - {id: q1, ask: "Вопрос 1?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}  # here
  - {id: q2, ask: "Вопрос 2?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q3, ask: "Вопрос 3?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q4, ask: "Вопрос 4?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q5, ask: "Вопрос 5?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q6, ask: "Вопрос 6?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q7, ask: "Вопрос 7?", use: exam, options: [{text: Подойду к нему, right: true}, {text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}]}
  - {id: q8, ask: "Вопрос 8?", use: exam, options: [{text: Подойду к нему, right: true}, {text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}]}
  - {id: q9, ask: "Вопрос 9?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}, {text: Подойду к нему, right: true}]}
  - {id: q10, ask: "Вопрос 10?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}, {text: Подойду к нему, right: true}]}
```

Good:

```yaml
section: visit
title: Визит
questions:
  - {id: q1, ask: "Вопрос 1?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q2, ask: "Вопрос 2?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q3, ask: "Вопрос 3?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Подойду к нему, right: true}, {text: Промолчу, because: Плохо.}]}
  - {id: q4, ask: "Вопрос 4?", use: exam, options: [{text: Подойду к нему, right: true}, {text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}]}
  - {id: q5, ask: "Вопрос 5?", use: exam, options: [{text: Подойду к нему, right: true}, {text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}]}
  - {id: q6, ask: "Вопрос 6?", use: exam, options: [{text: Подойду к нему, right: true}, {text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}]}
  - {id: q7, ask: "Вопрос 7?", use: exam, options: [{text: Подойду к нему, right: true}, {text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}]}
  - {id: q8, ask: "Вопрос 8?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}, {text: Подойду к нему, right: true}]}
  - {id: q9, ask: "Вопрос 9?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}, {text: Подойду к нему, right: true}]}
  - {id: q10, ask: "Вопрос 10?", use: exam, options: [{text: Выйду вон, because: Плохо.}, {text: Промолчу, because: Плохо.}, {text: Подойду к нему, right: true}]}
```

When to accept: for numbers that stand in their natural order; move some of the other questions' options instead.
"""

from collections import Counter
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Option
from cjm.wording.facts import resolve

RU = """Где стоит верный вариант и короче ли он других — случайность.

Кто всегда выбирает второй вариант или всегда самый короткий, не должен сдать, ничего не прочитав. Считаются все вопросы
одного назначения, если их десять и больше; о самом длинном верном варианте говорит правило 706.

Когда можно принять: для чисел, которые стоят по порядку; переставьте варианты в других вопросах.
"""

CODE = "709"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "place": Says(
        "верный вариант стоит на {at}-м месте в {count} вопросах из {all} ({use})",
        "the right option stands at place {at} in {count} questions of {all} ({use})",
    ),
    "short": Says(
        "верный вариант — самый короткий в {count} вопросах из {all} ({use})",
        "the right option is the shortest in {count} questions of {all} ({use})",
    ),
}
HINT = {
    "place": Says(
        "переставьте варианты в части вопросов, начните с этого",
        "move the options of some questions, beginning with this one",
    ),
    "short": Says(
        "сократите в части вопросов неверные варианты, начните с этого",
        "shorten wrong options of some questions, beginning with this one",
    ),
}


def check(handbook: Handbook, most: int = 50, least: int = 10) -> Iterator[Found]:
    for use in ("exam", "practice"):
        asked = [
            (question, next(place for place, option in enumerate(question.options, start=1) if option.right))
            for section in handbook.sections
            for question in section.questions
            if question.use == use and sum(option.right for option in question.options) == 1
        ]
        if len(asked) < least:
            continue
        place, count = Counter(place for _, place in asked).most_common(1)[0]
        if count * 100 > most * len(asked):
            yield found(
                next(one for one, at in asked if at == place).at("id"),
                "place",
                at=place,
                count=count,
                all=len(asked),
                use=use,
            )
        short = [one for one, at in asked if _is_shortest(one.options, at, handbook)]
        if len(short) * 100 > most * len(asked):
            yield found(short[0].at("id"), "short", count=len(short), all=len(asked), use=use)


# Private functions


def _is_shortest(options: tuple[Option, ...], place: int, handbook: Handbook) -> bool:
    lengths = [len(resolve(option.text, handbook).strip()) for option in options]
    return all(lengths[place - 1] < length for at, length in enumerate(lengths, start=1) if at != place)
