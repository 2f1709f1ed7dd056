"""The right option is the longest in at most two of five questions.

One question may have a long right answer. Where most have one, the paper can be passed by the eye. Counted are all
questions of a use, where there are ten and more.

Bad:

```yaml
section: visit
title: Визит
questions:
  - {id: q1, ask: "Вопрос 1?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}  # here
  - {id: q2, ask: "Вопрос 2?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q3, ask: "Вопрос 3?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q4, ask: "Вопрос 4?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q5, ask: "Вопрос 5?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q6, ask: "Вопрос 6?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q7, ask: "Вопрос 7?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q8, ask: "Вопрос 8?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q9, ask: "Вопрос 9?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
  - {id: q10, ask: "Вопрос 10?", use: exam, options: [{text: Сделаю вот так, right: true}, {text: Не сделаю, because: Плохо.}]}
```

Good:

```yaml
section: visit
title: Визит
questions:
  - {id: q1, ask: "Вопрос 1?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q2, ask: "Вопрос 2?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q3, ask: "Вопрос 3?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q4, ask: "Вопрос 4?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q5, ask: "Вопрос 5?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q6, ask: "Вопрос 6?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q7, ask: "Вопрос 7?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q8, ask: "Вопрос 8?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q9, ask: "Вопрос 9?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
  - {id: q10, ask: "Вопрос 10?", use: exam, options: [{text: Сделаю так, right: true}, {text: Ничего не сделаю, because: Плохо.}]}
```

When to accept: never; shorten some of them.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Question
from cjm.wording.facts import resolve

RU = """Верный вариант — самый длинный не чаще чем в двух вопросах из пяти.

Длинный верный ответ в одном вопросе — случайность. Если он длинный почти везде, экзамен сдают на глаз. Считаются все
вопросы одного назначения, если их десять и больше.

Когда можно принять: никогда; сократите часть ответов.
"""

CODE = "706"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "exam": Says("на экзамене верный вариант — самый длинный в {long} вопросах из {all}", "in the exam the right option is the longest in {long} questions of {all}"),
    "practice": Says("в тренировке верный вариант — самый длинный в {long} вопросах из {all}", "in practice the right option is the longest in {long} questions of {all}"),
}
_MEND = Says("сократите верные варианты, начните с этого вопроса", "shorten right options, beginning with this question")
HINT = {"exam": _MEND, "practice": _MEND}


def check(handbook: Handbook, most: int = 40, least: int = 10) -> Iterator[Found]:
    for use in ("exam", "practice") if not handbook.hides("fact") else ():
        asked = [question for section in handbook.sections for question in section.questions if question.use == use]
        long = [question for question in asked if _is_longest(question, handbook)]
        if len(asked) >= least and len(long) * 100 > most * len(asked):
            yield found(long[0].at("id"), use, long=len(long), all=len(asked))


# Private functions


def _is_longest(question: Question, handbook: Handbook) -> bool:
    lengths = [(len(resolve(option.text, handbook).strip()), option.right) for option in question.options]
    wrong = max((length for length, right in lengths if not right), default=0)
    return bool(wrong) and any(right and length > wrong for length, right in lengths)
