"""A reference leads to something that exists.

A touchpoint that names a section which is not there has no standard; a step that leads nowhere leaves a newcomer alone.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    next:
      - {when: пришёл впервые, to: form}
      - {when: иначе, to: cardd}  # here
  - id: form
    do: Дайте анкету.
  - id: card
    do: Откройте карточку.
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    next:
      - {when: пришёл впервые, to: form}
      - {when: иначе, to: card}
  - id: form
    do: Дайте анкету.
  - id: card
    do: Откройте карточку.
```

When to accept: never; the link is dead on the site too.
"""

from collections.abc import Iterator, Mapping, Sequence

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Handbook, Problem
from cjm.model.derived import derived
from cjm.model.registry import KINDS
from cjm.workspace.narrow import narrow

RU = """Ссылка ведёт к тому, что есть.

Если раздела, который назван стандартом, нет — у точки касания нет стандарта. Если шаг ведёт в никуда — новичок
остаётся один.

Когда можно принять: никогда, на сайте эта ссылка тоже мертва.
"""

CODE = "003"

_NONE = Says("«{id}»: такого имени нет ({ru})", '"{id}": there is no such {en}')
SAYS = {
    "near": _NONE,
    "look-alike": Says(
        "«{id}»: такого имени нет ({ru}) — «{letters}» здесь русскими буквами", '"{id}": there is no such {en}: "{letters}" is typed in Cyrillic'
    ),
    "mixed": Says("«{id}»: такого имени нет ({ru}) — среди латинских букв русские: «{letters}»", '"{id}": there is no such {en}: among Latin letters "{letters}" is typed in Cyrillic'),
    "sign": Says("«{id}»: лишнее у имени — {sign} ({ru})", '"{id}": too much beside the id: {sign} ({en})'),
    "unwritten": Says("раздел «{id}» ещё не написан: у точки касания нет стандарта", 'section "{id}" is not written: the touchpoint has no standard'),
    "title": Says("«{id}» — название, а здесь пишут имя ({ru})", '"{id}" is a title, and the id is written here ({en})'),
    "absent": Says("«{id}»: того, куда ведёт развилка, здесь нет ({ru})", '"{id}": what the choice leads to is not there ({en})'),
    "gone": Says("«{id}»: такого имени больше нет ({ru}), а ссылаются на него в {count} местах", '"{id}": there is no such {en} any more, and {count} places refer to it'),
    "none": _NONE,
    "none-at-all": _NONE,
}
HINT = {
    "near": Says("возможно, вы имели в виду «{near}» ({where})", 'did you mean "{near}" ({where})?'),
    "look-alike": Says(
        "наберите «{near}» заново латиницей или доверьте замену программе: cjm lint --fix",
        'type "{near}" anew in Latin letters, or let the program do it: cjm lint --fix',
    ),
    "mixed": Says("наберите имя заново латиницей; возможно, вы имели в виду «{near}»", 'type the id anew in Latin letters; did you mean "{near}"?'),
    "sign": Says("напишите «{near}»", 'write "{near}"'),
    "unwritten": Says(
        "напишите guideline/sections/{id}.yml или назовите другой раздел", "write guideline/sections/{id}.yml or name another section"
    ),
    "title": Says("напишите «{near}» или доверьте это программе: cjm lint --fix", 'write "{near}", or let the program do it: cjm lint --fix'),
    "absent": Says("дайте и развилке for, или действовать везде тому, куда она ведёт", "give the choice's step a for as well, or let what it leads to hold everywhere"),
    "gone": Says("верните его или исправьте ссылки: {where}; переименовать везде сразу: cjm rename", "put it back, or mend the references: {where}; to rename it everywhere: cjm rename"),
    "none": Says("есть, например: {some}", "there are, for example: {some}"),
    "none-at-all": Says("сначала опишите это: пока такого нет ни одного ({ru})", "describe it first: there is no {en} yet"),
}


def check(problem: Problem, handbook: Handbook) -> Iterator[Found]:
    if problem.trouble == "unknown-reference":
        kind = KINDS[problem.values["kind"]].says
        edits: tuple[Edit, ...] = ()
        if problem.repair:
            # Only the id itself: `section:` or a journey before it stays.
            place = narrow(problem.place, problem.values["id"], handbook.sources[problem.place.file])
            edits = (Edit(place, problem.values["near"]),)
        values = {"ru": kind.ru, "en": kind.en} | dict(problem.values)
        bare = problem.values["id"].strip(" ,;.:«»“”\"'()[]")
        if bare != problem.values["id"] and bare == problem.values.get("near"):
            yield Found(problem.place, "sign", values=values | {"sign": _SIGNS.get(problem.values["id"].replace(bare, "", 1), Says("знак", "sign"))}, edits=edits)
            return
        same = _to_the_same(handbook).get(_target(problem), ())
        if len(same) < _MANY:
            yield Found(problem.place, problem.form, values=values, edits=edits)
        elif same[0] is problem:  # one thing is gone: that is one cause
            where = ", ".join(f"{one.place.file}:{one.place.line}" for one in same[:3]) + ", …"
            yield Found(problem.place, "gone", values=values | {"count": str(len(same)), "where": where})


# Private functions


_SIGNS = {",": Says("запятая", "a comma"), ";": Says("точка с запятой", "a semicolon"), "«»": Says("кавычки", "quotation marks"), "“”": Says("кавычки", "quotation marks"), "()": Says("скобки", "brackets"), "[]": Says("скобки", "brackets")}
_MANY = 4  # references to one name that is not there


@derived
def _to_the_same(handbook: Handbook) -> Mapping[tuple[str, str, str], Sequence[Problem]]:
    """The references that lead nowhere, by where they should lead."""
    found: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in handbook.problems:
        if problem.trouble == "unknown-reference" and problem.form in ("none", "near") and not problem.repair:
            found.setdefault(_target(problem), []).append(problem)
    return found


def _target(problem: Problem) -> tuple[str, str, str]:
    kind = problem.values["kind"]
    # Of several kinds that a field allows only the first is told, so that a name alone says what is gone.
    return (kind, problem.values["id"], problem.place.file) if KINDS[kind].local else ("", problem.values["id"], "")
