"""What is defined is used.

A role, a channel, a fact or a placeholder that nothing names is read by everybody who looks for another one, and kept
up to date for nobody.

Bad:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: old-price, title: Прежняя цена, value: 800 ₽}  # here
---
placeholders:
  - {id: client-name, name: имя, example: Ольга}
  - {id: child-name, name: имя ребёнка, example: Миша}  # here
---
section: visit
title: Визит
performer: [administrator, manager]
steps:
  - id: greet
    do: Поздоровайтесь.
    say: <Имя>, добрый день! Пробное занятие — {{ trial-price }}.
```

Good:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
---
placeholders:
  - {id: client-name, name: имя, example: Ольга}
---
section: visit
title: Визит
performer: [administrator, manager]
steps:
  - id: greet
    do: Поздоровайтесь.
    say: <Имя>, добрый день! Пробное занятие — {{ trial-price }}.
```

When to accept: for what a section that is about to be written needs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile
from cjm.model import Handbook
from cjm.model.fields import Many, Record, Ref, element, specs
from cjm.model.reference import Reference, facts_in, is_own
from cjm.model.registry import KINDS, known_as
from cjm.model.shared.resource import Resource
from cjm.model.shared.role import Role
from cjm.wording.gaps import lower_first

RU = """Что заведено, тем пользуются.

Роль, канал, факт или подстановку, которых никто не называет, читает каждый, кто ищет другую, а обновляют их ни для
кого.

Когда можно принять: если это понадобится в разделе, который вот-вот напишут.
"""

CODE = "511"
OVER = "all"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("{kind_ru} «{title}» ({id}) нигде не используется: никто на это не ссылается{more}", '{kind_en} "{title}" ({id}) is used nowhere: nothing refers to it{more}')
HINT = Says("пользуйтесь им или уберите его", "use it, or take it out")

_NAMED = ("role", "channel", "client-type", "resource")  # kinds that fields and links name by their id
_SHOWN = {"client-type": "client-types"}  # things that a section shows all at once
_GAP = re.compile(r"<([^\W\d_][^<>]{0,160}?)>")
_LINKED = re.compile(r"\]\(\s*<?([a-z-]+:[^()\s<>]+)")


@dataclass(frozen=True, slots=True)
class _Uses:
    """What one file names: kind and id in fields and links, facts, placeholders."""

    ids: frozenset[tuple[str, str]]
    facts: frozenset[str]
    gaps: frozenset[str]


def gather(file: OneFile) -> _Uses:
    gaps = {*_GAP.findall(file.source)} if "<" in file.source else ()
    return _Uses(
        frozenset(_named(file)),
        frozenset(match[1] for match in facts_in(file.source)),
        frozenset(lower_first(" ".join(name.split())).split(" (")[0] for name in gaps),
    )


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    if handbook.unread:
        return  # what cannot be read may name it
    shown = {table for section in handbook.sections for table in section.shows}
    ids = _selected(handbook).union(*(file.ids for file in files.values()))
    unused: dict[str, list[Any]] = {}
    for kind in _NAMED:
        if _SHOWN.get(kind, "") in shown:
            continue
        for one in handbook.things(kind):
            tied = (isinstance(one, Resource) and (one.section or one.used_by)) or (isinstance(one, Role) and one.to_us)
            if not tied and (kind, getattr(one, "id", "")) not in ids:
                unused.setdefault(kind, []).append(one)
    facts, gaps = (frozenset[str]().union(*(getattr(file, form) for file in files.values())) for form in ("facts", "gaps"))
    unused["fact"] = [handbook.fact[id] for id in handbook.fact if id not in facts and id not in handbook.dimension]
    unused["placeholder"] = [one for one in handbook.placeholders if lower_first(one.name).split(" (")[0] not in gaps]
    for kind, things in unused.items():
        yield from (_unused(kind, things),) if things else ()


# Private functions


def _unused(kind: str, things: list[Any]) -> Found:
    """Of several the first, with how many more there are: whoever goes through them needs to be told once."""
    called, one = KINDS[kind].says, things[0]
    more = Says(f"; и ещё {len(things) - 1}: {_ids(things)}", f"; and {len(things) - 1} more: {_ids(things)}") if len(things) > 1 else ""
    return found(one.at("id"), kind_ru=called.ru, kind_en=called.en, title=known_as(one), id=one.id, more=more)


def _ids(things: list[Any]) -> str:
    return ", ".join(one.id for one in things[1:6]) + (", …" if len(things) > 6 else "")


def _named(file: OneFile) -> Iterator[tuple[str, str]]:
    """Kind and id of what fields and links name; of several kinds that a field allows, all of them."""
    kind: Any
    for kind, items in file.by_class.items():
        for attribute, kinds in _references(kind):
            values = {vars(item).get(attribute, "") for item in items}
            for written in {one for value in values for one in (value if isinstance(value, tuple) else (value,)) if one}:
                bare = written.partition(":")[2] or written
                yield from ((name, bare) for name in kinds)
    for link in _LINKED.findall(file.source) if "](" in file.source else ():
        if is_own(link):
            yield Reference.parse(link).target


def _selected(handbook: Handbook) -> set[tuple[str, str]]:
    """What policies select by: `{section: {performer: id}}`."""
    every = [policy.every for policy in handbook.policies if policy.every]
    values = {value for one in every for pairs in (one.touchpoint, one.section, one.conflict) for _, some in pairs for value in some}
    return {(kind, value) for kind in _NAMED for value in values}


@cache
def _references(item: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (attribute, reads.kinds)
        for attribute, spec in specs(item).items()
        if isinstance(reads := element(spec.reads), Ref) and not isinstance(spec.reads, Record) and (reads is spec.reads or isinstance(spec.reads, Many))
    )
