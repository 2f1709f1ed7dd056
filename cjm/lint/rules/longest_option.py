"""The right option is not the longest by far.

Who picks the longest option passes without having read anything. The right one is at most 15 % longer than the
longest wrong one.

Bad:

```yaml
section: visit
title: Визит
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: exam
    options:
      - {text: "Поздороваюсь, назову себя и спрошу, кого он ждёт", right: true}  # here
      - {text: Подожду, because: Он растеряется.}
      - {text: Позову коллегу, because: Он ждёт дольше.}
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
      - {text: Позову коллегу, because: Он ждёт дольше.}
```

When to accept: where every shorter wording would be wrong.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues
from cjm.model import Question
from cjm.wording.facts import resolve

RU = """Верный вариант не намного длиннее остальных.

Кто выбирает самый длинный вариант, сдаёт, ничего не читая. Верный длиннее самого длинного неверного не больше чем на
15 %.

Когда можно принять: если короче сказать верно не получается.
"""

CODE = "705"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("верный вариант выдаёт себя длиной: {right} знаков против {wrong}", "the right option gives itself away by its length: {right} characters against {wrong}")
HINT = Says("сократите его или допишите неверные так, как люди и правда отвечают", "shorten it, or write the wrong ones out as people really answer")


_SHORT = 30  # characters that are read at one glance


def check(question: Question, facts: FactValues, more: int = 15, least: int = 6) -> Iterator[Found]:
    if facts.handbook.hides("fact"):
        return  # how long a text is, nobody knows
    lengths = [(len(resolve(option.text, facts.handbook).strip()), option) for option in question.options]
    right = [pair for pair in lengths if pair[1].right]
    wrong = max((length for length, option in lengths if not option.right), default=0)
    if len(right) == 1 and wrong and right[0][0] * 100 > wrong * (100 + more) and right[0][0] - wrong >= least and right[0][0] > _SHORT:
        yield found(right[0][1].at("text"), right=right[0][0], wrong=wrong)
