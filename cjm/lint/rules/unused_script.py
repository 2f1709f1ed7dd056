"""Every script is said in some step, or some text tells when.

A script that no step uses is found by chance. A text that names it by its title, or a table of texts to choose from,
tells when it is said.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - {id: greet, do: Поздоровайтесь.}
scripts:
  - id: hello  # here
    title: Приветствие
    variants: [{channel: desk, text: "Здравствуйте!"}]
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - {id: greet, do: Поздоровайтесь., script: hello}
  - {id: night, do: Включите «Ночной ответ».}
scripts:
  - {id: hello, title: Приветствие, variants: [{channel: desk, text: "Здравствуйте!"}]}
  - {id: night, title: Ночной ответ, variants: [{channel: phone, text: "Ответим утром."}]}
```

When to accept: for a script that is sent by a machine or kept ready for a rare case.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile
from cjm.model import Handbook, Script, Section

RU = """Каждый скрипт звучит в каком-нибудь шаге, или текст говорит, когда он нужен.

Скрипт, которого нет ни в одном шаге, находят случайно. Когда он нужен, скажет и текст, который называет его по имени,
и таблица, по которой выбирают.

Когда можно принять: для скрипта, который отправляет программа, и для запасного на редкий случай.
"""

CODE = "316"
OVER = "all"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("скрипт «{title}» не нужен ни одному шагу", 'no step uses the script "{title}"')
HINT = Says("добавьте шагу script: {id}, назовите скрипт в тексте шага или уберите его", "add script: {id} to a step, name the script in the text of a step, or take it out")

_LINKED = tuple(map(re.compile, (r"script:[\w-]+", r"section:[\w-]+/[\w-]+", r"#script-[\w-]+")))  # one after the other they are found fast


def gather(file: OneFile) -> frozenset[str] | None:
    """The scripts to which a file leads, as it writes them."""
    return frozenset(one for pattern in _LINKED for one in pattern.findall(file.source)) or None


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    linked = frozenset[str]().union(*files.values())
    for section in handbook.sections:
        used = {step.script for step in section.steps}
        unused = [script for script in section.scripts if script.id not in used and not _is_linked(script.id, section.id, linked)]
        told = _told(section) if unused else ""
        for script in unused:
            if not _is_named(script, section, told):
                yield found(script.at("id"), title=script.title or script.id, id=script.id)


# Private functions


def _told(section: Section) -> str:
    told = folded(" ".join(text for step in section.steps for text in (step.do, step.how, step.done_when)))
    return told + folded(" ".join(detail.text for detail in section.details))


def _is_named(script: Script, section: Section, told: str) -> bool:
    """Whether a text has all the words by which one tells this script from the others of its section."""
    others = {word for other in section.scripts if other is not script for word in re.findall(r"\w+", folded(other.title))}
    words = [word for word in re.findall(r"\w+", folded(script.title)) if word not in others]
    return bool(words) and all(word in told for word in words)


def _is_linked(script: str, section: str, linked: frozenset[str]) -> bool:
    return any(place in linked for place in (f"script:{script}", f"section:{section}/{script}", f"#script-{script}"))
