"""What is never said or done is named.

`never` with only `instead` says what to do in place of nothing.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
never:
  - instead: Показать, где записано правило  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
never:
  - {say: Надо было читать договор, instead: "Показать, где записано правило"}
```

When to accept: never; write what it is that people say or do, or move the sentence to a step.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Названо, чего именно не говорят или не делают.

`never`, в котором есть только `instead`, говорит, что делать вместо неизвестно чего.

Когда можно принять: никогда; напишите, что так говорят или делают, — или перенесите фразу в шаг.
"""

CODE = "318"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("не сказано, чего не говорят и не делают", "it is not said what is never said or done")
HINT = Says("добавьте say: слова или do: поступок", "add say: the words, or do: the deed")


def check(section: Section) -> Iterator[Found]:
    for never in section.never:
        if not never.say.strip() and not never.do.strip() and left_out(never, "say") and left_out(never, "do"):
            yield found(never.at())
