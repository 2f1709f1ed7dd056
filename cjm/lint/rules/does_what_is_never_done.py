"""No step asks for what its section never does.

Read in a hurry, the step wins: whoever follows it does what the list below forbids.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
  - id: move
    do: Предложите другой день. Спросите, почему не придут.  # here
never:
  - {do: "Спрашивать, почему не придут", instead: Предложите два варианта}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
  - id: move
    do: Предложите другой день. Не спрашивайте, почему не придут.
never:
  - {do: "Спрашивать, почему не придут", instead: Предложите два варианта}
```

When to accept: where the step speaks of another case.
"""

import re
from collections.abc import Iterator

from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import sentences
from cjm.model import Section

RU = """Ни один шаг не велит того, чего раздел не делает никогда.

При клиенте побеждает шаг: кто его выполнит, сделает то, что ниже запрещено.

Когда можно принять: если шаг о другом случае.
"""

CODE = "336"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("шаг велит то, чего раздел велит никогда не делать: «{never}» (строка {line})", 'the step asks for what the section never does: "{never}" (line {line})')
HINT = Says("уберите одно из двух или скажите, чем случаи различаются", "take one of the two out, or say how the cases differ")

_HEAD = 3  # letters: «спрашивать» is «спросите»
_NOT = re.compile(r"(?<!\w)(?:не|ни|без|вместо|нельзя|никогда|not|never|without|instead)(?!\w)", re.IGNORECASE)


def check(section: Section) -> Iterator[Found]:
    never = [(meant, one) for one in section.never if one.do and len(meant := gist(one.do, _HEAD)) > 1]
    for step in section.steps if never else ():
        for key, text in (("do", step.do), ("how", step.how)):
            for sentence in sentences(text):
                told = gist(sentence, _HEAD)
                one = next((one for meant, one in never if meant <= told), None)
                if one is not None and not _NOT.search(_less(sentence, one.do)):
                    yield found(step.at(key), quote=sentence.strip(), never=one.do.strip(" ."), line=one.at("do").line)


# Private functions


def _less(sentence: str, never: str) -> str:
    """The sentence without what it shares with the list: a «не» of the list's own is no denial of it."""
    words = set(re.findall(r"\w+", never.lower()))
    return sentence if "не" not in words else re.sub(r"(?<!\w)не(?!\w)", "", sentence, count=1, flags=re.IGNORECASE)
