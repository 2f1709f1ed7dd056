"""Every step has an id of its own.

Without one, a step is found by its number: put a step before it, and the links that people sent each other and the
branches that lead to it point to another step.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - do: Поздоровайтесь и назовите себя.  # here
  - id: card
    do: Откройте карточку.
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь и назовите себя.
  - id: card
    do: Откройте карточку.
```

When to accept: while a section is being jotted down.
"""

import re
from collections.abc import Iterator

from cjm.edit import Edit
from cjm.language.letters import as_id
from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile
from cjm.model import Section, Step
from cjm.workspace.narrow import within

RU = """У каждого шага своё имя.

Без имени шаг находят по номеру: вставьте шаг перед ним — и ссылки, которые люди послали друг другу, и развилки, что
ведут к нему, укажут на другой шаг.

Когда можно принять: пока набрасываете раздел.
"""

CODE = "009"
SEVERITY = "warning"

SAYS = Says(
    "у шага нет имени: ссылка на него сдвинется вместе с номером",
    "the step has no id: a link to it moves with its number",
)
HINT = Says(
    "добавьте первой строкой id: {id} или доверьте это программе: cjm lint --fix",
    "add the first line id: {id}, or let the program do it: cjm lint --fix",
)

_WORDS, _LETTERS = 3, 32
_KEY = re.compile(r"[a-z_]+\s*:")


def check(file: OneFile) -> Iterator[Found]:
    for section in file.by_class.get(Section, ()):
        if isinstance(section, Section):
            yield from _of(section, file.source)


# Private functions


def _of(section: Section, source: str) -> Iterator[Found]:
    taken = {step.id for step in section.steps}
    for step in section.steps:
        if left_out(step, "id") and step.do:
            id = _named_after(step.do, taken)
            taken.add(id)
            yield found(step.at(), edits=_written(step, id, source), id=id)


def _named_after(do: str, taken: set[str]) -> str:
    """An id of the first words of the step, with a number behind it where these are taken."""
    words = re.findall(r"[^\W_]+", do)[:_WORDS]
    while len(words) > 1 and len(as_id(" ".join(words))) > _LETTERS:
        words.pop()
    id = as_id(" ".join(words))[:_LETTERS].strip("-")
    return next(name for name in (id, *(f"{id}-{number}" for number in range(2, 999))) if name not in taken)


def _written(step: Step, id: str, text: str) -> tuple[Edit, ...]:
    """The line put before the first field of the step, in the layout of the step."""
    place = step.at()
    if "id" in step.source.names:
        return ()  # `id:` is there, with nothing behind it
    if text.startswith("{", place.start):
        return (Edit(within(place, place.start + 1, place.start + 1, text), f"id: {id}, "),)
    if _KEY.match(text, place.start) is None:
        return ()
    end = "\r\n" if "\r\n" in text else "\n"
    return (Edit(within(place, place.start, place.start, text), f"id: {id}{end}{' ' * (place.column - 1)}"),)
