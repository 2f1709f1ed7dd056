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

from collections import Counter
from collections.abc import Iterator, Mapping

from cjm.edit import Edit
from cjm.language.letters import a_slip_apart, latin_twin
from cjm.language.says import Says
from cjm.lint.finding import Found, Severity
from cjm.model import Handbook, Place, Problem, Written
from cjm.model.derived import derived
from cjm.workspace.subjects import around

RU = """У каждого поля известное имя.

Поле с опиской в имени не читается: того, что в нём написано, нигде не будет.

Когда можно принять: пока пробуете новую версию программы, которая это поле знает.
"""

CODE = "008"

SAYS = {
    "near": Says("поля «{key}» здесь нет", 'there is no field "{key}" here'),
    "case": Says("поля «{key}» здесь нет: имена полей пишут без заглавных букв", 'there is no field "{key}" here: fields are written without capitals'),
    "look-alike": Says("поля «{key}» здесь нет: «{letters}» в нём не латинские", 'there is no field "{key}" here: "{letters}" in it is not Latin'),
    "hidden": Says("здесь невидимый знак {sign}", "an invisible sign {sign} stands here"),
    "blank": Says("рядом с именем поля «{near}» неразрывный или другой особый пробел {sign}: на экране он такой же", 'beside the field "{near}" stands a no-break or other special space {sign}, which looks like any'),
    "none": Says("поля «{key}» здесь нет", 'there is no field "{key}" here'),
    "extension": Says("файл {file} не читается: его имя должно кончаться на .yml", "the file {file} is not read: its name must end in .yml"),
    "folder-unread": Says("папка {file} не читается", "the folder {file} is not read"),
    "file": Says("файл {file} не читается: такого имени в гайдлайне нет", "the file {file} is not read: a handbook has none of that name"),
}
HINT = {
    "near": Says("возможно, вы имели в виду «{near}»", 'did you mean "{near}"?'),
    "case": Says("напишите «{near}»", 'write "{near}"'),
    "look-alike": Says("наберите «{near}» заново латиницей или доверьте замену программе: cjm lint --fix", 'type "{near}" anew in Latin letters, or let the program do it: cjm lint --fix'),
    "hidden": Says("он не читается и здесь не мешает, а поиск других программ собьёт; его уберёт cjm lint --fix", "it is not read and does no harm here, but misleads the search of other programs; cjm lint --fix removes it"),
    "blank": Says("удалите его и поставьте обычный пробел", "delete it and type an ordinary blank"),
    "none": Says("здесь бывают: {keys}", "there are: {keys}"),
    "extension": Says("переименуйте его в {detail} или уберите из папок гайдлайна", "rename it to {detail}, or take it out of the folders of the handbook"),
    "folder-unread": Says("разделы лежат в guideline/sections, пути — в touchpoints, там бывают и папки; перенесите её туда или из гайдлайна", "sections lie in guideline/sections, journeys in touchpoints, and folders may stand there; move it there or out of the handbook"),
    "file": Says("переименуйте его, например в {near}", "rename it, for example to {near}"),
}


# A misspelt field loses what was meant; one that nobody knows may be of a newer program.
_LESS: Mapping[str, Severity] = {"none": "warning", "extension": "warning", "folder-unread": "warning", "hidden": "info"}
_TELLING = 3  # letters: of a shorter name, one slip makes too many others


def check(problem: Problem, handbook: Handbook) -> Iterator[Found]:
    if problem.trouble == "unknown-key":
        edits = _respelled(problem, handbook)
        key = problem.values.get("key", "")
        if key != key.strip() and key.strip() == problem.values.get("near"):
            sign = next(one for one in key if one.isspace())
            yield Found(problem.place, "blank", values={**problem.values, "sign": f"U+{ord(sign):04X}"}, edits=edits)
            return
        form = "case" if problem.form == "near" and key.lower() == problem.values["near"] else problem.form
        yield Found(problem.place, form, values=problem.values, edits=edits, severity=_LESS.get(form))


# Private functions


def _respelled(problem: Problem, handbook: Handbook) -> tuple[Edit, ...]:
    """The known name, where one slip makes it of this and of no other field, and where it is not written already."""
    if problem.form == "hidden":
        return tuple(Edit(place, text) for place, text in problem.repair)
    if problem.form not in ("near", "look-alike") or not problem.repair:  # not proved: the name is taken, say
        return ()
    key, near, place = problem.values["key"], problem.values["near"], problem.place
    if len(near) < _TELLING and latin_twin(key) != near:
        return ()
    if [known for known in problem.values["keys"].split(", ") if a_slip_apart(key, known)] != [near]:
        return ()
    return () if _wanted(handbook)[_of(_record(place, handbook), place), near] > 1 else (Edit(place, near),)


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
