"""A step has words of its own or a script, not both.

A script stands in the place of words. Where both are written, each reader says something else.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Добрый день!
    script: hello  # here
scripts:
  - {id: hello, title: Приветствие, variants: [{channel: desk, text: "Здравствуйте!"}]}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - {id: greet, do: Поздоровайтесь., script: hello}
scripts:
  - {id: hello, title: Приветствие, variants: [{channel: desk, text: "Здравствуйте!"}]}
```

When to accept: where the script is the long form of what is said.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section

RU = """У шага есть либо свои слова, либо скрипт.

Скрипт стоит вместо слов. Если написано и то и другое, каждый скажет своё.

Когда можно принять: если скрипт — то же самое, только длиннее.
"""

CODE = "315"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("у шага «{id}» и слова, и скрипт «{script}»", 'the step "{id}" has both words and the script "{script}"')
HINT = Says("оставьте одно: слова (say, write) или script", "keep one of them: words (say, write) or script")


def check(section: Section) -> Iterator[Found]:
    for step in section.steps:
        if step.script and (step.say or step.write):
            yield found(step.at("script"), id=step.id, script=step.script)
