"""Somebody may approve the sections.

Without a person who has `approves: true` no section can ever be approved.

Bad:

```yaml
handbook: base
title: Основа
language: ru
people:
  - {id: anna, name: Анна Орлова, role: administrator}  # here
  - {id: boris, name: Борис Зимин, role: manager}
parts: [{id: basics, title: Основа, sections: [welcome]}]
```

Good:

```yaml
handbook: base
title: Основа
language: ru
people:
  - {id: anna, name: Анна Орлова, role: administrator}
  - {id: boris, name: Борис Зимин, role: manager, approves: true}
parts: [{id: basics, title: Основа, sections: [welcome]}]
```

When to accept: while the handbook is written and it is not settled who approves it.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Есть тот, кто может утверждать разделы.

Если ни у кого из людей нет `approves: true`, ни один раздел нельзя утвердить.

Когда можно принять: пока гайдлайн пишут и не решено, кто его утверждает.
"""

CODE = "506"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "nobody": Says("утвердить разделы некому", "nobody may approve sections"),
    "may-not": Says("«{name}» утверждает по approval, а утверждать не может: approves: true у него нет", '"{name}" is to approve and may not: there is no approves: true'),
}
HINT = {
    "nobody": Says("добавьте approves: true тому, кто утверждает", "put approves: true to the person who approves"),
    "may-not": Says("добавьте approves: true в people или назовите того, кто может утверждать", "put approves: true to the person, or name somebody who may approve"),
}


def check(handbook: Handbook) -> Iterator[Found]:
    people = handbook.outline.people
    if people and not any(person.approves for person in people):
        yield found(people[0].at("id"), "nobody")
        return
    named = {person.id: person for person in people}
    for signing in filter(None, (handbook.outline.approval, *(part.approval for part in handbook.outline.parts))):
        for index, id in enumerate(signing.who):
            person = named.get(id)
            if person is not None and not person.approves:
                yield found(signing.at("who", index), "may-not", name=person.name)
