"""A section has its purpose, trigger, performer, steps and result.

Without one of these it is advice, not a standard: nobody can follow it the same way twice.

The page for danger (`kind: emergency`) also says whom to ring, in `calls`.

Bad:

```yaml
section: visit  # here
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger:  # here
steps:
  - id: greet
    do: Поздоровайтесь.
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
```

When to accept: for a page that begins with nothing and ends with nothing. A section of nothing but reference matter
(`details`, `shows`) and one that is `status: draft` are not asked for their parts.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section, Step

RU = """У раздела есть цель, начало, исполнитель, шаги и результат.

Без любой из этих частей это совет, а не стандарт: никто не выполнит его дважды одинаково.

У страницы на случай беды (`kind: emergency`) есть ещё номера, куда звонить: `calls`.

Когда можно принять: для страницы, у которой нет ни начала, ни конца. Раздел, в котором только справочное (`details`,
`shows`), и черновик (`status: draft`) о частях не спрашивают.
"""

CODE = "301"

SAYS = {
    "missing": Says("в разделе «{title}» нет частей: {ru}", 'section "{title}" lacks: {en}'),
    "empty": Says("в разделе «{title}» пустая часть: {ru}", 'section "{title}" has an empty part: {en}'),
    "step": Says(
        "шаг раздела «{title}» пуст: что сделать?", 'a step of section "{title}" is empty: what is to be done?'
    ),
}
HINT = {
    "missing": Says("добавьте поля: {keys}", "add the fields: {keys}"),
    "empty": Says("допишите после «{keys}:»", 'write it after "{keys}:"'),
    "step": Says(
        "напишите в поле do, что сделать, или уберите шаг",
        "write in the field do what is to be done, or take the step out",
    ),
}

_PARTS = {
    "purpose": Says("для чего (purpose)", "purpose"),
    "trigger": Says("когда начинается (trigger)", "trigger"),
    "performer": Says("кто выполняет (performer)", "performer"),
    "steps": Says("шаги (steps)", "steps"),
    "result": Says("по чему видно, что готово (result)", "result"),
}
_CALLS = {"calls": Says("куда звонить (calls)", "whom to ring (calls)")}  # of the page for danger


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    if section.status != "active":
        return
    missing = []
    parts = _PARTS | _CALLS if section.kind == "emergency" else _PARTS
    for key, part in parts.items() if not _is_reference(section) else ():
        if key == "purpose" and section.kind == "emergency":  # in danger nobody asks what for
            continue
        value = getattr(section, key)
        if value and (not isinstance(value, str) or value.strip(" \t\n.…-—")):
            continue
        if section.at(key) == section.at() and not section.is_open(key):
            missing.append(key)
        elif (isinstance(value, str) and value) or left_out(section, key):
            yield found(section.at(key), "empty", title=section.title, ru=part.ru, en=part.en, keys=key)
    if missing:
        ru, en = ", ".join(parts[key].ru for key in missing), ", ".join(parts[key].en for key in missing)
        yield found(section.at("section"), "missing", title=section.title, ru=ru, en=en, keys=", ".join(missing))
    for step in section.steps:
        if _is_empty(step, handbook):
            yield found(step.at("do"), "step", title=section.title)


# Private functions


def _is_reference(section: Section) -> bool:
    """Whether it is matter that one looks things up in: it begins with nothing and ends with nothing."""
    if section.is_looked_up:
        return True
    acts = section.steps or section.trigger or section.result or section.scripts or section.conflicts
    named = any(key in section.source.names for key in ("steps", "trigger", "result"))
    return bool(section.details or section.shows) and not acts and not named


def _is_empty(step: Step, handbook: Handbook) -> bool:
    if step.do.strip(" \t\n.…-—"):
        return False
    return bool(step.do) or (step.at("do") != step.at() and left_out(step, "do"))
