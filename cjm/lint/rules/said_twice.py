"""Two places of one thing do not say the same.

A purpose that repeats the title, a step that is done twice, a reason pasted twice: one of them was meant to say
something else, and nobody learns what.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти дальше.
trigger: Гость вошёл.
result: Гость знает, куда идти дальше  # here
steps:
  - id: greet
    do: Поздоровайтесь и спросите имя.
  - id: ask
    do: Поздоровайтесь и спросите имя.  # here
never:
  - {say: Ждите там, instead: Ждите там}  # here
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти дальше.
trigger: Гость вошёл.
result: Гость ушёл в нужный зал сам.
steps:
  - id: greet
    do: Поздоровайтесь и спросите имя.
  - id: ask
    do: Проводите до зала.
never:
  - {say: Ждите там, instead: "«Провожу вас»"}
```

When to accept: where the same is really to be done twice; then say in the second place that it is done again.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile, TextOfField
from cjm.model import Written
from cjm.workspace.subjects import inside

RU = """Два места одной вещи не говорят одно и то же.

Цель, которая повторяет название, шаг, который сделан дважды, причина, вставленная два раза: одно из мест должно было
сказать другое, и чего — никто не узнает.

Когда можно принять: если это и правда делают дважды; тогда скажите на втором месте, что повторяют.
"""

CODE = "326"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("слово в слово то же, что в поле {other} (строка {line}): «{words}»", 'word for word the same as the field {other} (line {line}): "{words}"')
HINT = Says("одно из двух повторено по ошибке: напишите здесь своё или уберите", "one of the two was repeated by mistake: say here what belongs here, or take it out")

# Of one thing: the fields that may not say the same.
_WITHIN = {
    "Section": ("title", "purpose", "trigger", "result"), "Step": ("do", "how", "done_when", "say", "write"), "Never": ("say", "do", "instead"),
    "Words": ("say", "instead"), "Conflict": ("says", "why", "answer", "follow_up"), "Touchpoint": ("title", "client", "backstage", "meanwhile"),
    "Term": ("term", "means"), "Improvement": ("problem", "cause", "effect"), "Index": ("title", "means"), "Role": ("title", "summary"),
    "Promise": ("promise", "measure"), "Question": ("ask",), "Change": ("what", "effect"), "Resource": ("title", "what"), "Journey": ("title", "client", "purpose"),
    "Duty": ("title", "done_when"), "ClientType": ("title", "portrait"), "Situation": ("title", "hint"),
}  # fmt: skip
# Of things side by side in one list: the field that may not say the same.
_BESIDE = {
    "Step": ("do", "say", "write"), "Variant": ("text",), "Conflict": ("answer", "why"), "Never": ("say", "do"), "Option": ("because",),
    "Change": ("what",), "Pain": ("pain",), "Detail": ("text",),
}  # fmt: skip
_FIELDS = frozenset(f"{kind}.{key}" for table in (_WITHIN, _BESIDE) for kind, keys in table.items() for key in keys)
_BESIDE_FIELDS = frozenset(f"{kind}.{key}" for kind, keys in _BESIDE.items() for key in keys)
_MARKS = " \n.,!?…«»\"'—–-"


def check(file: OneFile) -> Iterator[Found]:
    told = [(text, words) for text, words in zip(file.texts, file.row().plain, strict=True) if text.field in _FIELDS]
    if len({words for _, words in told}) == len(told):
        return
    alike: dict[str, list[TextOfField]] = {}
    for text, words in told:
        alike.setdefault(words, []).append(text)
    several = [texts for texts in alike.values() if len(texts) > 1]
    for texts in several:
        for item, count in Counter(text.item for text in texts).items():
            if count > 1:
                yield from _same([(item, key) for key in _WITHIN.get(type(item).__name__, ())])
    fields = (Counter(text.field for text in texts) for texts in several)
    if not any(count > 1 and field in _BESIDE_FIELDS for counts in fields for field, count in counts.items()):
        return
    for item in file.things:
        beside: dict[tuple[str, str], list[tuple[Written, str]]] = {}
        for one in inside(item):
            for key in _BESIDE.get(type(one).__name__, ()):
                beside.setdefault((type(one).__name__, key), []).append((one, key))
        for places in beside.values():
            yield from _same(places)


# Private functions


def _same(places: list[tuple[Any, str]]) -> Iterator[Found]:
    seen: dict[str, tuple[Any, str]] = {}
    for item, key in places:
        text = getattr(item, key)
        plain = text.lower().strip(_MARKS) if text else ""
        if not plain:
            continue
        first = seen.setdefault(plain, (item, key))
        if first != (item, key):
            yield found(item.at(key), other=first[1], line=first[0].at(first[1]).line, words=" ".join(text.split())[:40])
