"""Every section stands in the order once, and every section of the order is written.

A section in no part has no number and no place in the navigation: readers do not find it. One that is listed and not written
is a page that is not there.

What is still to be written is `{planned: id, title: …}`: that is reported under the profile `release` only.

Bad:

```yaml
handbook: base
title: Основа примеров
language: ru
people:
  - {id: anna, name: Анна Орлова}
parts:
  - id: basics
    title: Основа
    sections:
      - welcome
      - farewell  # here
---
section: visit  # here
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

Good:

```yaml
handbook: base
title: Основа примеров
language: ru
people:
  - {id: anna, name: Анна Орлова}
parts:
  - id: basics
    title: Основа
    sections:
      - welcome
      - visit
      - {planned: farewell, title: Прощание}
---
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

When to accept: while a section is being moved from one part to another.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Planned

RU = """Каждый раздел стоит в порядке разделов один раз, и каждый из этого порядка написан.

У раздела, который не попал ни в одну часть, нет номера и места в меню: его не найдут. Раздел, который назван и не
написан, — страница, которой нет.

То, что ещё предстоит написать, — `{planned: имя, title: …}`: об этом правило говорит только в профиле `release`.

Когда можно принять: пока раздел переезжает из одной части в другую.
"""

CODE = "501"

SAYS = {
    "unwritten": Says("раздел «{id}» назван в порядке разделов и не написан", 'section "{id}" stands in the order and is not written'),
    "unwritten-near": Says("раздел «{id}» назван в порядке разделов и не написан", 'section "{id}" stands in the order and is not written'),
    "planned": Says("раздел «{id}» только запланирован", 'section "{id}" is only planned'),
    "twice": Says("раздел «{id}» стоит в порядке дважды", 'section "{id}" stands in the order twice'),
    "empty": Says("часть «{part}» пуста: в ней нет ни одного раздела (sections)", 'the part "{part}" is empty: it has no section (sections)'),
    "unlisted": Says("раздел «{title}» ({id}) не стоит ни в одной части", 'section "{title}" ({id}) stands in no part'),
}
_WRITE = Says(
    "напишите guideline/sections/{id}.yml или пометьте: {{planned: {id}, title: …}}",
    "write guideline/sections/{id}.yml, or mark it: {{planned: {id}, title: …}}",
)
HINT = {
    "unwritten": _WRITE,
    "unwritten-near": Says("возможно, вы имели в виду «{near}»; иначе напишите guideline/sections/{id}.yml", 'did you mean "{near}"? Else write guideline/sections/{id}.yml'),
    "planned": Says("напишите guideline/sections/{id}.yml или уберите из порядка", "write guideline/sections/{id}.yml or take it out of the order"),
    "twice": Says("оставьте одну из двух строк", "keep one of the two lines"),
    "empty": Says("впишите в sections разделы этой части или уберите её", "write the sections of the part, or take it out"),
    "unlisted": Says(
        "добавьте «{id}» в sections одной из частей guideline/handbook.yml: {parts}",
        'add "{id}" to the sections of a part in guideline/handbook.yml: {parts}',
    ),
}


def check(handbook: Handbook) -> Iterator[Found]:
    unread = {PurePosixPath(file).name.partition(".")[0] for file in handbook.unread if file.startswith("guideline/sections/")}
    seen: set[str] = set()
    unlisted = [section.id for section in handbook.sections if section.id not in handbook.part_of]
    for _, entry in handbook.order:
        if entry.id in seen:
            yield found(entry.at(), "twice", id=entry.id)
        elif entry.id in handbook.section or entry.id in unread:
            pass
        elif isinstance(entry, Planned):
            if handbook.outline.lint.profile == "release":
                yield found(entry.at(), "planned", id=entry.id)
        else:
            near = nearest(entry.id, unlisted)
            yield found(entry.at(), "unwritten-near" if near else "unwritten", id=entry.id, near=near)
        seen.add(entry.id)
    if handbook.hides("part") or "parts" not in handbook.outline.source.names:
        return
    for part in handbook.outline.parts:
        if not part.sections:
            yield Found(part.at("id"), "empty", values={"part": part.title or part.id}, severity="warning")
    parts = ", ".join(part.id for part in handbook.outline.parts)
    for section in handbook.sections:
        if section.id not in handbook.part_of and section.status != "retired" and section.kind not in ("emergency", "client"):
            # Where others rest on it, it was in the order, and somebody took it out there.
            known = section.id in handbook.attached or any(probe.section == section.id for probe in handbook.probes)
            known = known and not any(CODE in one.rule for one in section.accept)
            place = handbook.outline.at("parts") if known else section.at("section")
            yield found(place, "unlisted", id=section.id, title=section.title, parts=parts)
