"""Ids are lowercase Latin letters, digits and hyphens.

An id becomes an address on the site and stands in links: there, other letters turn into %D0%B7 or cannot be told apart.

Bad:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - {id: Старший, title: Старший администратор}  # here
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - {id: starshiy, title: Старший администратор}
```

When to accept: while an old handbook is being moved over.
"""

from collections import Counter
from collections.abc import Iterator

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Handbook, Problem
from cjm.model.derived import derived
from cjm.workspace.find_references import uses
from cjm.workspace.subjects import around, identities, identity

RU = """Имена — из строчных латинских букв, цифр и дефисов.

Имя становится адресом на сайте и стоит в ссылках: там другие буквы превращаются в %D0%B7 или неотличимы на вид.

Когда можно принять: пока переносите старый гайдлайн.
"""

CODE = "005"
SEVERITY = "warning"

SAYS = {
    "form": Says("имя «{id}» не из строчных латинских букв и дефисов", 'the id "{id}" is not lowercase Latin letters and hyphens'),
    "reserved": Says("имя «{id}» занято в Windows: файла с таким именем там не бывает", 'Windows keeps the name "{id}" for itself: there can be no file of that name'),
    "was": Says("прежнее имя «{id}» не из строчных латинских букв и дефисов", 'the earlier id "{id}" is not lowercase Latin letters and hyphens'),
    "look-alike": Says(
        "в имени «{id}» русские буквы «{letters}», похожие на латинские", 'the id "{id}" has Cyrillic letters "{letters}" that look Latin'
    ),
}
_RENAME = Says("назовите «{better}» и поправьте ссылки; всё сразу сделает cjm lint --fix", 'call it "{better}" and mend the links; cjm lint --fix does both')
HINT = {
    "form": _RENAME,
    "reserved": _RENAME,
    "look-alike": _RENAME,
    "was": Says("уберите его из was: адреса с таким именем на сайте не было", "take it out of was: the site had no such address"),
}


def check(problem: Problem, handbook: Handbook) -> Iterator[Found]:
    if problem.trouble == "bad-id":
        yield Found(problem.place, problem.form, values=problem.values, edits=_everywhere(problem, handbook))


# Private functions


def _everywhere(problem: Problem, handbook: Handbook) -> tuple[Edit, ...]:
    """The better id at its place and in all references; nothing where it is taken, or another id would become the same."""
    old, better = problem.values["id"], problem.values["better"]
    named = identities(handbook)
    here = (identity(item).partition(":") for item in reversed(around(handbook, problem.place)))
    kind = next((kind for kind, _, id in here if id == old), "")
    if not kind or f"{kind}:{better}" in named or named[f"{kind}:{old}"] > 1 or _wanted(handbook)[better] > 1:
        return ()
    places = [problem.place, *uses(handbook, kind, old, problem.place.file)]
    return tuple(Edit(place, better) for place in dict.fromkeys(places))


@derived
def _wanted(handbook: Handbook) -> Counter[str]:
    """How many ids would become each better one."""
    return Counter(problem.values["better"] for problem in handbook.problems if problem.trouble == "bad-id")
