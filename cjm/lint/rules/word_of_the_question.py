"""The right option is not the only one that repeats a word of the question.

Whoever knows nothing picks the option that sounds like the question. Let a wrong one repeat the word too, or say it
otherwise.

Bad:

```yaml
section: visit
title: Визит
questions:
  - id: first
    ask: Гость потерял гардеробный номерок. Что вы сделаете?
    use: exam
    options:
      - {text: Попрошу подождать до вечера, because: До вечера он замёрзнет.}
      - {text: Опишем номерок в журнале, right: true}  # here
      - {text: Позову старшего, because: Это решаете вы.}
```

Good:

```yaml
section: visit
title: Визит
questions:
  - id: first
    ask: Гость потерял гардеробный номерок. Что вы сделаете?
    use: exam
    options:
      - {text: Попрошу подождать до вечера, because: До вечера он замёрзнет.}
      - {text: Запишу пальто в журнал и отдам, right: true}
      - {text: Позову старшего, because: Это решаете вы.}
```

When to accept: where the thing has no other name.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues
from cjm.model import Question
from cjm.wording.facts import resolve

RU = """Верный вариант — не единственный, который повторяет слово вопроса.

Кто не знает ответа, выбирает вариант, похожий на вопрос. Пусть то же слово будет и в неверном — или скажите иначе.

Когда можно принять: если другого названия у вещи нет.
"""

CODE = "710"
SEVERITY = "info"
PROFILE = "review"

SAYS = Says(
    "только верный вариант повторяет слово вопроса «{word}»",
    'only the right option repeats the word "{word}" of the question',
)
HINT = Says(
    "скажите это другим словом или повторите его и в неверном варианте",
    "say it in another word, or repeat it in a wrong option too",
)

_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 5


def check(question: Question, facts: FactValues) -> Iterator[Found]:
    asked = {word[:_STEM] for word in _words(question.ask, facts)}
    repeating = [(option, words) for option in question.options if (words := _repeated(option.text, asked, facts))]
    if len(repeating) == 1 and repeating[0][0].right:
        yield found(repeating[0][0].at("text"), word=repeating[0][1][0])


# Private functions


def _repeated(text: str, asked: set[str], facts: FactValues) -> list[str]:
    return [word for word in _words(text, facts) if word[:_STEM] in asked]


def _words(text: str, facts: FactValues) -> list[str]:
    return _WORD.findall(folded(resolve(text, facts.handbook)))
