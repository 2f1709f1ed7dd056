"""A section has an owner.

What belongs to nobody is never looked at again, and a report that something did not work reaches no one.

Bad:

```yaml
section: visit  # here
title: Визит
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

When to accept: while the owner is changing and the new one has not been named.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import left_out, misspelt
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section

RU = """У раздела есть ответственный.

Ничьё не пересматривают, и сообщение «не сработало» не доходит ни до кого.

Когда можно принять: пока ответственный меняется и новый не назван.
"""

CODE = "605"
SEVERITY = "warning"

SAYS = Says("у раздела «{title}» нет ответственного", 'section "{title}" has no owner')
HINT = {
    "some": Says("добавьте owner — кого-то из people: {some}", "add an owner, one of the people: {some}"),
    "none": Says("добавьте людей в people файла guideline/handbook.yml и назовите одного из них в owner", "add people to guideline/handbook.yml and name one of them as owner"),
}


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    if section.status == "retired" or section.owner or not left_out(section, "owner"):
        return
    if misspelt(section, "owner", handbook):
        return
    place = section.at("owner") if section.at("owner") != section.at() else section.at("section")
    some = ", ".join(person.id for person in handbook.outline.people[:6])
    yield found(place, "some" if some else "none", title=section.title, some=some)
