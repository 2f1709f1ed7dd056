"""Every field has a known name.

A field with a mistyped name is not read: what was written there does not appear anywhere.

Bad:

```yaml
roles:
  - id: administrator
    titel: Администратор  # here
    title: Администратор
```

Good:

```yaml
roles:
  - id: administrator
    title: Администратор
```

When to accept: while a newer version of the program is being tried that knows the field.
"""

import re
from collections import Counter
from collections.abc import Iterator

from cjm.edit import Edit
from cjm.language.letters import a_slip_apart, latin_twin
from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Handbook, Place, Problem, Written
from cjm.model.derived import derived
from cjm.workspace.subjects import around

RU = """У каждого поля известное имя.

Поле с опиской в имени не читается: того, что в нём написано, нигде не будет.

Когда можно принять: пока пробуете новую версию программы, которая это поле знает.
"""

CODE = "008"
SEVERITY = "warning"

SAYS = {
    "near": Says("поля «{key}» здесь нет", 'there is no field "{key}" here'),
    "none": Says("поля «{key}» здесь нет", 'there is no field "{key}" here'),
    "file": Says("файл {file} не читается: такого имени в гайдлайне нет", "the file {file} is not read: a handbook has none of that name"),
}
HINT = {
    "near": Says("возможно, вы имели в виду «{near}»", 'did you mean "{near}"?'),
    "none": Says("здесь бывают: {keys}", "there are: {keys}"),
    "file": Says("переименуйте его, например в {near}", "rename it, for example to {near}"),
}


_TELLING = 3  # letters: of a shorter name, one slip makes too many others


def check(problem: Problem, handbook: Handbook) -> Iterator[Found]:
    if problem.trouble == "unknown-key":
        yield Found(problem.place, problem.form, values=problem.values, edits=_respelled(problem, handbook))


# Private functions


def _respelled(problem: Problem, handbook: Handbook) -> tuple[Edit, ...]:
    """The known name, where one slip makes it of this and of no other field, and where it is not written already."""
    if problem.form != "near":
        return ()
    key, near, place = problem.values["key"], problem.values["near"], problem.place
    if len(near) < _TELLING and latin_twin(key) != near:
        return ()
    if [known for known in problem.values["keys"].split(", ") if a_slip_apart(key, known)] != [near]:
        return ()
    record = _record(place, handbook)
    if record is not None:
        taken = near in record.source.names
    else:  # the list of a shared file
        taken = re.search(rf"^{re.escape(near)}\s*:", handbook.sources[place.file], re.MULTILINE) is not None
    taken = taken or _wanted(handbook)[_of(record, place), near] > 1
    return () if taken else (Edit(place, near),)


@derived
def _wanted(handbook: Handbook) -> Counter[tuple[tuple[str, int], str]]:
    """How many slips would become each field of each record."""
    return Counter(
        (_of(_record(problem.place, handbook), problem.place), problem.values["near"])
        for problem in handbook.problems
        if problem.trouble == "unknown-key"
    )


def _of(record: Written | None, place: Place) -> tuple[str, int]:
    return place.file, record.at().start if record is not None else -1


def _record(place: Place, handbook: Handbook) -> Written | None:
    """The innermost record that a field at `place` belongs to."""
    return next(reversed(around(handbook, place)), None)
