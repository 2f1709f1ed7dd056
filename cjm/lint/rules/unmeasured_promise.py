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

SAYS = Says("не сказано, по чему видно, что обещание «{promise}» держат", 'nothing says how one sees that the promise "{promise}" is kept')
HINT = Says("добавьте measure: как это измерить, index или waits — или вопрос в open", "add measure: how it is measured, an index or waits, or a question in open")


def check(promise: Promise) -> Iterator[Found]:
    if not (promise.index or promise.waits) and left_out(promise, "measure"):
        yield found(promise.at("id"), promise=promise.promise or promise.id)
