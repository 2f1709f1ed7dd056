"""An id belongs to one thing.

A link to an id that two things share leads to one of them, and nobody can say to which. The same holds for the earlier
ids of a section or a journey (`was`): they are addresses on the site.

Bad:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - {id: administrator, title: Дежурный}  # here
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - {id: on-duty, title: Дежурный}
```

When to accept: never; give one of them another id.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Problem
from cjm.model.registry import KINDS

RU = """Одно имя — у одной вещи.

Если имя общее у двух, ссылка ведёт на одну из них, и никто не скажет, на какую. То же с прежними именами раздела и пути
(`was`): это адреса на сайте.

Когда можно принять: никогда, дайте одной из них другое имя.
"""

CODE = "002"

SAYS = {
    "id": Says("имя «{id}» уже занято, оно стоит дважды ({ru}, {first})", 'the id "{id}" is taken already, it stands twice ({en}, {first})'),
    "was": Says("прежнее имя «{id}» занято ({ru}, {first}): по старой ссылке откроется другое", 'the earlier id "{id}" is taken ({en}, {first}): the old link opens something else'),
}
HINT = {
    "id": Says("дайте этой или той другое имя и поправьте ссылки на неё", "give one of the two another id, and mend the links to it"),
    "was": Says("уберите его из was здесь или там", "take it out of was, here or there"),
}


def check(problem: Problem) -> Iterator[Found]:
    if problem.trouble == "duplicate-id":
        kind = KINDS[problem.values["kind"]].says
        yield Found(problem.place, problem.form, values={"ru": kind.ru, "en": kind.en} | dict(problem.values))
