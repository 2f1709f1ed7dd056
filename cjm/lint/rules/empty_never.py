"""What is never said or done is named.

`never` with only `instead` says what to do in place of nothing, and "not to send" under what is never done asks to send it.

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

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """Названо, чего именно не говорят или не делают.

`never`, в котором есть только `instead`, говорит, что делать вместо неизвестно чего, а «не слать» среди того, чего не
делают, велит слать.

Когда можно принять: никогда; напишите, что так говорят или делают, — или перенесите фразу в шаг.
"""

CODE = "318"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "": Says("не сказано, чего не говорят и не делают", "it is not said what is never said or done"),
    "double": Says("двойное отрицание: здесь и так стоит то, чего не делают, а написано «{words}»", 'denied twice: here stands what is never done, and it says "{words}"'),
}
HINT = {
    "": Says("добавьте say: слова или do: поступок", "add say: the words, or do: the deed"),
    "double": Says("уберите «не»: назовите сам поступок", "take the denial out: name the deed"),
}
_DENIED = re.compile(r"\s*(?:никогда )?(?:не|нельзя|запрещ\w+|never|do not|don't)\s+\w+(?:\s+\w+)?", re.IGNORECASE)


def check(section: Section) -> Iterator[Found]:
    for never in section.never:
        if not never.say.strip() and not never.do.strip() and left_out(never, "say") and left_out(never, "do"):
            yield found(never.at())
        denied = _DENIED.match(never.do)
        if denied is not None and " не " not in never.do[denied.end() :]:  # «не предложить воды, когда ждут»: what is left undone
            yield found(never.at("do"), "double", words=denied[0].strip())
