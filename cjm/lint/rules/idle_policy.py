"""A policy speaks of something.

A policy that selects nothing holds for ever and guards nothing: a field is misspelt, or what it guarded is gone.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, standard: welcome, outcome: Встречен}
---
policies:
  - id: moments-of-truth
    title: У моментов истины есть стандарт
    every: {touchpoint: {moment_of_truth: true}}  # here
    has: [standard]
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, standard: welcome, outcome: Встречен}
---
policies:
  - id: persons
    title: Где отвечает человек, есть стандарт
    every: {touchpoint: {contact: person}}
    has: [standard]
```

When to accept: while the things that it speaks of are being written.
"""

from collections.abc import Iterator

from cjm import graph
from cjm.graph import Ways
from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Place, Policy, touchpoint_id
from cjm.workspace.selection import LINKS_OF, fields_of, kinds_of, select

RU = """Обещание о чём-то говорит.

Обещание, под которое ничего не подходит, выполняется всегда и ничего не охраняет: в поле описка, или того, что оно
охраняло, больше нет.

Когда можно принять: пока пишут то, о чём оно говорит.
"""

CODE = "805"
OVER = "all"
SEVERITY = "warning"
_RU, _EN = "обещание «{title}» ", 'the policy "{title}" '
SAYS = {
    "nothing": Says(_RU + "ни к чему не относится: таких полей со значениями нет ни у одной записи", _EN + "selects nothing: no item has these values"),
    "field": Says(_RU + "выбирает по полю «{field}», а такого поля нет", _EN + 'selects by the field "{field}", which does not exist'),
    "field-near": Says(_RU + "выбирает по полю «{field}», а такого поля нет", _EN + 'selects by the field "{field}", which does not exist'),
    "link": Says(_RU + "требует «{link}», а у того, что оно выбирает, этого не бывает", _EN + 'asks for "{link}", which what it selects never has'),
    "no-kind": Says(_RU + "не говорит, о чём оно: о точках, разделах или конфликтах", _EN + "does not say whether it is about touchpoints, sections or conflicts"),
    "no-has": Says(_RU + "ничего не требует", _EN + "asks for nothing"),
    "no-every": Says(_RU + "не говорит, у кого это должно быть", _EN + "does not say what must have this"),
    "no-form": Says(_RU + "ничего не проверяет", _EN + "checks nothing"),
    "same": Says(_RU + "ничего не проверяет: from и to — одна точка", _EN + "checks nothing: from and to are one touchpoint"),
    "no-way": Says(_RU + "ничего не проверяет: от «{start}» к «{to}» не ведёт ни один путь", _EN + 'checks nothing: no way leads from "{start}" to "{to}"'),
}
_EVERY = Says("напишите, например: every: {{touchpoint: {{moment_of_truth: true}}}}", "write, for example: every: {{touchpoint: {{moment_of_truth: true}}}}")
HINT = {
    "nothing": Says("проверьте значения — или уберите обещание", "check the values, or remove the policy"),
    "field": Says("есть поля: {fields}", "there are: {fields}"),
    "field-near": Says("возможно, вы имели в виду «{near}»", 'did you mean "{near}"?'),
    "link": Says("можно требовать: {links}", "it can ask for: {links}"),
    "no-kind": _EVERY,
    "no-has": Says("допишите has: [standard, script, question]", "add has: [standard, script, question]"),
    "no-every": _EVERY,
    "no-form": Says(
        "допишите одно из: every_path, some_path, longest_wait, at_most_steps, every", "add one of: every_path, some_path, longest_wait, at_most_steps, every"
    ),
    "same": Says("назовите две разные точки", "name two touchpoints"),
    "no-way": Says("поправьте from и to — или уберите обещание", "mend from and to, or remove the policy"),
}


def check(policy: Policy, handbook: Handbook, ways: Ways) -> Iterator[Found]:
    if not policy.forms:
        written = [problem for problem in handbook.problems if problem.place.file == policy.source.file]
        if policy.has:
            yield found(policy.at("has"), "no-every", title=policy.title)
        elif not written:  # a form that could not be read is the matter of the rules 0xx
            yield found(policy.at("id"), "no-form", title=policy.title)
    yield from _every(policy, handbook)
    for key in ("every_path", "longest_wait", "at_most_steps"):
        form = getattr(policy, key)
        if form is not None and form.to and form.start == form.to:
            yield found(form.at("to"), "same", title=policy.title)
    if not (ways.partial or ways.blurred):
        yield from _paths(policy, ways)


# Private functions


def _every(policy: Policy, handbook: Handbook) -> Iterator[Found]:
    every = policy.every
    if every is None:
        return
    kinds = kinds_of(every)
    if not kinds:
        yield found(policy.at("every"), "no-kind", title=policy.title)
        return
    sound = True
    for kind in kinds:
        fields = fields_of(kind)
        for field, _ in getattr(every, kind):
            if field not in fields:
                near, sound = nearest(field, fields), False
                form = "field-near" if near else "field"
                place = every.at(kind)
                yield found(place, form, quote=field, title=policy.title, field=field, near=near, fields=", ".join(fields))
        for index, link in enumerate(policy.has):
            if link not in LINKS_OF[kind]:
                yield found(policy.at("has", index), "link", title=policy.title, link=link, links=", ".join(LINKS_OF[kind]))
    if not policy.has:
        yield found(policy.at("every"), "no-has", title=policy.title)
    if sound and not handbook.unread and not select(handbook, every):
        yield found(policy.at("every"), "nothing", title=policy.title)


def _paths(policy: Policy, ways: Ways) -> Iterator[Found]:
    """The promises about ways that do not exist; that none leads to the goal of `some_path` is rule 206's matter."""
    for start, to, place in _ends(policy, ways):
        points = [touchpoint_id(start), touchpoint_id(to)]
        if set(points) <= ways.touchpoint.keys() and graph.questions.steps(ways, *points) is None:
            titles = [called(ways.touchpoint[point]) for point in points]
            yield found(place, "no-way", title=policy.title, start=titles[0], to=titles[1])


def _ends(policy: Policy, ways: Ways) -> Iterator[tuple[str, str, Place]]:
    if policy.every_path is not None:
        yield policy.every_path.start, policy.every_path.to, policy.at("every_path")
    if policy.at_most_steps is not None:
        yield policy.at_most_steps.start, policy.at_most_steps.to, policy.at("at_most_steps")
    if policy.longest_wait is not None and policy.longest_wait.start:
        yield policy.longest_wait.start, policy.longest_wait.to, policy.at("longest_wait")
