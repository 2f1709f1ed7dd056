"""A value is written as the page of fields shows it.

What is read all the same, such as `yes` for `true`, an editor underlines and the next author copies. A field with nothing
behind it says nothing, though it looks as if it did.

Bad:

```yaml
section: visit
title: |  # here
  Визит
  гостя
performer: administrator
general: да  # here
steps:
  - id: greet
    do: Поздоровайтесь.
    within:  # here
```

Good:

```yaml
section: visit
title: Визит гостя
performer: administrator
kind: general
steps:
  - id: greet
    do: Поздоровайтесь.
    within: 2 мин
```

When to accept: never; `cjm lint --fix` mends true and false.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import lt
from typing import Any

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.lint.one_file import OneFile
from cjm.model.fields import Many, Record, Spec, Text, Wait, Yes, specs

RU = """Значение записано так, как показано в списке полей.

То, что читается и так, например `да` вместо `true`, редактор подчеркнёт, а следующий автор повторит. Поле, после
которого ничего нет, выглядит заполненным, а не говорит ничего.

Когда можно принять: никогда; true и false исправит `cjm lint --fix`.
"""

CODE = "018"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "yes": Says("«{words}» прочитано как {value}: в поле {key} пишут true или false", '"{words}" is read as {value}: the field {key} takes true or false'),
    "time": Says("«{words}» прочитано как {value}: в поле {key} пишут время числом", '"{words}" is read as {value}: the field {key} takes a length of time in digits'),
    "empty": Says("поле {key} пустое: после него ничего не написано", "the field {key} is empty: nothing is written behind it"),
    "single": Says("поле {key} — список, а здесь одна запись без дефиса: прочитано как список из неё одной", "the field {key} is a list, and here is one record without a hyphen: it is read as a list of one"),
    "lines": Says("в поле {key} пишут одну строку, а здесь несколько", "the field {key} takes one line, and there are several"),
    "ending": Says("файл назван .yaml, а файлы гайдлайна — .yml: редактор не подскажет в нём полей", "the file is called .yaml, and those of a handbook .yml: an editor offers no fields in it"),
}
HINT = {
    "yes": Says("напишите {value}", "write {value}"),
    "time": Says("напишите число и единицу, например {value}", "write a number and a unit, such as {value}"),
    "empty": Says("допишите или уберите строку", "write something, or take the line out"),
    "single": Says("поставьте перед ней дефис и пробел и сдвиньте остальные её поля под первое", "put a hyphen and a blank before it, and align its other fields"),
    "lines": Says("соедините строки в одну", "join the lines"),
    "ending": Says("переименуйте его в {name}", "rename it {name}"),
}

# Rules that ask for a part say more of it when it is empty.
_OTHERS = frozenset(["purpose", "trigger", "performer", "steps", "result", "standard", "role", "why", "answer", "alone", "pass_on", "follow_up", "sections", "touchpoints", "options", "decides", "owner"])
_DAY, _HOUR, _MINUTE = 86_400, 3_600, 60
_IN_WORDS = re.compile(r"\b(?:пол(?:года|часа|дня|минуты|тора|торы)|пар[ау]|четверть|половина|один|одн[ауо]|дв[ае]|двое|три|четыре|пять|шесть|семь|восемь|девять|десять|пятнадцать|двадцать|тридцать|сорок|half|couple|quarter of|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)\b", re.IGNORECASE)


def check(file: OneFile) -> Iterator[Found]:
    if file.file.endswith(".yaml") and file.things:
        yield Found(file.things[0].at(), "ending", values={"name": file.file.rpartition("/")[2][:-5] + ".yml"}, severity="info")
    for item in file.things:
        kind: Any = type(item)
        source = item.source
        whole = all(map(lt, source.marks[2::4], source.marks[3::4]))  # nothing is empty
        for number, name, attribute, spec, form in _looked_at(kind, source.names, whole):
            start, end = source.marks[4 * number + 2], source.marks[4 * number + 3]
            if end <= start:
                if form != "asked" and (not spec.required or name == "variants") and name not in _OTHERS and not (spec.unless and spec.unless in source.names):
                    yield Found(item.at(name), "empty", values={"key": name})
            elif form == "yes":
                words, value = file.source[start:end], "true" if getattr(item, attribute) else "false"
                if words.strip("\"'").lower() not in ("true", "false"):
                    edits = (Edit(item.at(name), value),)
                    yield Found(item.at(name), "yes", values={"key": name, "words": words, "value": value}, edits=edits, severity="info")
            elif form == "records":
                written = file.source[start:end].lstrip()
                if re.match(r"\{|[\w-]+:(?:\s|$)", written):
                    yield Found(item.at(name), "single", values={"key": name}, severity="info")
            elif form == "time":
                words = file.source[start:end].strip("\"'")
                if _IN_WORDS.search(words):
                    length = _short(getattr(item, attribute) or 0)
                    yield Found(item.at(name), "time", values={"key": name, "words": words, "value": length}, severity="info")
            elif form == "label" and "\n" in file.source[start:end] and "\n" in str(getattr(item, attribute)):
                yield Found(item.at(name), "lines", values={"key": name})


# Private functions


@lru_cache(4_096)
def _looked_at(item: Any, names: tuple[str, ...], whole: bool) -> tuple[tuple[int, str, str, Spec, str], ...]:
    """The fields under these names that are to be looked at, each by its number; where all have a value, only some forms."""
    known = _specs(item)
    found = ((number, name, *known[name]) for number, name in enumerate(names) if name in known)
    return tuple(one for one in found if not whole or one[4] in ("yes", "time", "label"))


@cache
def _specs(item: Any) -> dict[str, tuple[str, Spec, str]]:
    """Each field by its key: attribute, spec, and what is to be looked at."""
    found = {}
    for attribute, spec in specs(item).items():
        form = "yes" if isinstance(spec.reads, Yes) else "time" if isinstance(spec.reads, Wait) else ""
        if isinstance(spec.reads, Many) and isinstance(spec.reads.of, Record):
            form = "records"
        if isinstance(spec.reads, Text) and spec.reads.style == "label":
            form = "label"
        if not form and ((spec.required and spec.key != "variants") or spec.key in _OTHERS):
            form = "asked"  # another rule says more of it when it is empty
        if spec.key not in ("open", "accept", "for") and not (form == "label" and spec.required and spec.key in _OTHERS):
            found[spec.key] = (attribute, spec, form)
    return found


def _short(length: int) -> Says:
    for size, ru, en in ((_DAY, "дн.", "days"), (_HOUR, "ч", "h"), (_MINUTE, "мин", "min")):
        if length >= size and length % size == 0:
            return Says(f"{length // size} {ru}", f"{length // size} {en}")
    return Says(f"{length // _MINUTE} мин", f"{length // _MINUTE} min")
