"""No practice question gives an exam question away.

Practice questions are published. One that asks the same, or has the same right answer, is the answer to the exam.

Bad:

```yaml
section: visit
title: Визит
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: exam
    options:
      - {text: Поздороваюсь и спрошу имя, right: true}
      - {text: "Подожду, пока он спросит сам", because: Он растеряется.}
  - id: again
    ask: В дверь вошёл гость. Что вы сделаете?  # here
    use: practice
    options:
      - {text: Поздороваюсь и спрошу имя, right: true}
      - {text: Ничего, because: Он растеряется.}
```

Good:

```yaml
section: visit
title: Визит
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: exam
    options:
      - {text: Поздороваюсь и спрошу имя, right: true}
      - {text: "Подожду, пока он спросит сам", because: Он растеряется.}
  - id: lost
    ask: Мама ищет раздевалку. Куда её проводить?
    use: practice
    options:
      - {text: К синей двери слева, right: true}
      - {text: К выходу, because: Там сквозняк.}
```

When to accept: where the words are the same and the matter is another.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Question, Section

RU = """Тренировочный вопрос не выдаёт экзаменационного.

Тренировочные вопросы опубликованы. Тот, который спрашивает о том же или имеет тот же верный ответ, — ответ на
экзамен.

Когда можно принять: если слова те же, а дело другое.
"""

CODE = "708"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("этот вопрос выдаёт экзаменационный «{id}»", 'this question gives the exam question "{id}" away')
HINT = Says("спросите о другом случае или измените верный ответ", "ask about another case, or change the right answer")


def check(section: Section, alike: int = 75) -> Iterator[Found]:
    exam = [(question, _words(question.ask), _right(question)) for question in section.questions if question.use == "exam"] if section.practice else ()
    for question in section.practice:
        ask, right = _words(question.ask), _right(question)
        for other, other_ask, other_right in exam:
            if _alike(ask, other_ask) * 100 >= alike or (len(right) > 1 and _alike(right, other_right) * 100 >= alike):
                yield found(question.at("ask"), id=other.id)
                break


# Private functions


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in re.findall(r"[\w-]{3,}", folded(text)))


def _right(question: Question) -> frozenset[str]:
    return _words(" ".join(option.text for option in question.options if option.right))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
