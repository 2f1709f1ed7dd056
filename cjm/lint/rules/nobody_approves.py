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

SAYS = Says("утвердить разделы некому", "nobody may approve sections")
HINT = Says("добавьте approves: true тому, кто утверждает", "put approves: true to the person who approves")


def check(handbook: Handbook) -> Iterator[Found]:
    people = handbook.outline.people
    if people and not any(person.approves for person in people):
        yield found(people[0].at("id"))
