"""A promise says how one sees that it is kept.

By a measure in words, by an index, or by a wait that the maps can be held to. What nobody can see is kept by everybody.

Bad:

```yaml
promises:
  - id: fast  # here
    from: administrator
    to: client
    promise: Быстро решим вопрос.
```

Good:

```yaml
promises:
  - id: fast
    from: administrator
    to: client
    promise: Быстро решим вопрос.
    measure: Решено за день
  - id: once
    from: administrator
    to: client
    promise: Решим с первого раза.
    open:
      measure: По чему это будет видно?
```

When to accept: never; what is not known yet is a question in `open`.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Promise

RU = """В обещании сказано, по чему видно, что его держат.

Словами (`measure`), показателем (`index`) или ожиданием, которое проверяется по картам (`waits`). То, чего не видно,
держат все.

Когда можно принять: никогда. Чего ещё не знаете, спросите в `open`.
"""

CODE = "325"

SAYS = {
    "no-number": Says("обещание нечем измерить: в measure нет числа: «{words}»", 'nothing measures the promise: there is no number in its measure: "{words}"'),
    "none": Says("не сказано, по чему видно, что обещание «{promise}» держат", 'nothing says how one sees that the promise "{promise}" is kept'),
}
HINT = {
    "no-number": Says("назовите число: сколько, за какое время, какая доля, сколько раз", "name a number: how many, how soon, what share, how often"),
    "none": Says("добавьте measure: как это измерить, index или waits — или вопрос в open", "add measure: how it is measured, an index or waits, or a question in open"),
}

_COUNTED = re.compile(
    r"\d|\{\{|%|\b(?:дол[яиюе]|каждо\w+|каждый|каждую|все|всех|ни одн\w+|хотя бы|од[нип]\w+|дв[аеу]\w*|три|числ\w+|сколько|время|раз|за (?:день|час|сутки|смену|неделю|месяц)|в тот же день|within an? \w+|количеств\w+|средн\w+|всегда|share|each|every|all|none|no|one|two|number|how many|how often|per cent|percent|average|time)\b",
    re.IGNORECASE,
)


def check(promise: Promise) -> Iterator[Found]:
    if not (promise.index or promise.waits) and left_out(promise, "measure"):
        yield found(promise.at("id"), "none", promise=promise.promise or promise.id)
    elif promise.measure.strip() and not (promise.index or promise.waits or _COUNTED.search(f"{promise.measure} {promise.within}")):
        yield Found(promise.at("measure"), "no-number", values={"words": " ".join(promise.measure.split())[:60]}, severity="warning")
