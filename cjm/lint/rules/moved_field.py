"""What has a place of its own now stands there.

The tasks of a role were typed at each role, a shared one twice. A duty is written once: who has it, how often, where it
says how. `--fix` moves the tasks over, those of the same words into one. A section that belongs to no touchpoint says
`kind: general`; `general: true` becomes that.

Bad:

```yaml
roles:
  - id: system
    title: Система
    tasks: [Звонки]  # here
```

Good:

```yaml
roles:
  - id: system
    title: Система
---
duties:
  - title: Звонки
    who: system
```

When to accept: while the duties are being described.
"""

from collections.abc import Iterator

from cjm.edit import Edit, FieldPlace, Refused, changed, drop_field, set_field
from cjm.edit.render import YamlValue, behind_dash
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Place, Role, Section
from cjm.model.shared.duty import Duty
from cjm.workspace.narrow import within

RU = """То, у чего теперь есть своё место, стоит там.

Задачи роли печатали у каждой роли, а общую — дважды. Обязанность пишут один раз: чья она, как часто, где сказано, как
её выполнять. `--fix` перенесёт задачи, одинаковые — в одну. Раздел, не привязанный ни к одной точке касания, называют
`kind: general`: этим станет и `general: true`.

Когда можно принять: пока обязанности описывают.
"""

CODE = "016"
SEVERITY = "warning"
PROFILE = "review"
SAYS = {
    "tasks": Says("задачи роли «{title}» теперь пишут как обязанности", 'the tasks of the role "{title}" are written as duties now'),
    "general": Says("общий раздел «{title}» теперь называют так: kind: general", 'the general section "{title}" is called so now: kind: general'),
}
HINT = {
    "tasks": Says("перенесите их в guideline/duties.yml: title и who; это сделает --fix", "move them to guideline/duties.yml: title and who; --fix does it"),
    "general": Says("замените general: true на kind: general; это сделает --fix", "write kind: general in place of general: true; --fix does it"),
}

_FILE = "guideline/duties.yml"


def check(handbook: Handbook) -> Iterator[Found]:
    old = [role for role in handbook.roles if role.tasks or role.shared]
    edits = tuple(_moved(old, handbook)) if old and _FILE not in handbook.unread else ()
    for role in old:
        yield found(role.at("tasks" if role.tasks else "shared"), "tasks", title=role.title, edits=edits)
        edits = ()  # all move at once: a task that two roles have becomes one duty
    for section in handbook.sections:
        if section.general:
            yield found(section.at("general"), "general", title=section.title, edits=_as_kind(section, handbook))


# Private functions


def _as_kind(section: Section, handbook: Handbook) -> tuple[Edit, ...]:
    file, place = section.source.file, section.at("general")
    text = handbook.sources[file]
    start = text.rfind("general", 0, place.start)
    if section.kind == "standard" and section.at("kind") == section.at() and text[start : place.start].strip() == "general:":
        return (Edit(within(Place(file, 1, 1), start, place.end, text), "kind: general"),)
    kind = set_field(text, FieldPlace(section.at(), "kind"), "general") if section.kind == "standard" else ()
    return (*drop_field(text, FieldPlace(section.at(), "general")), *kind)


def _moved(old: list[Role], handbook: Handbook) -> Iterator[Edit]:
    whose: dict[str, list[str]] = {}
    for role in old:
        for task in (*role.tasks, *role.shared):
            whose.setdefault(" ".join(task.split()), []).append(role.id)
    known = {duty.title for duty in handbook.of(Duty)}
    new: list[dict[str, YamlValue]] = [
        {"title": title, "who": roles[0] if len(roles) == 1 else list(dict.fromkeys(roles))} for title, roles in whose.items() if title not in known
    ]
    try:
        yield from _without(old, handbook)
    except Refused:
        return
    text = handbook.sources.get(_FILE, "")
    lines = "".join(f"  - {behind_dash(one, 2, 1, chr(10))}\n" for one in new)
    head = "" if text.strip() else "duties:\n"
    gap = "" if not text or text.endswith("\n") else "\n"
    yield Edit(Place(_FILE, text.count("\n") + 1, 1, len(text), len(text)), gap + head + lines)


def _without(old: list[Role], handbook: Handbook) -> Iterator[Edit]:
    """The file of the roles without their tasks, as one edit of the stretch that changes."""
    for file in sorted({role.source.file for role in old}):
        before = text = handbook.sources[file]
        for role in sorted((one for one in old if one.source.file == file), key=lambda one: -one.at().start):
            for key in (key for key in ("tasks", "shared") if key in role.source.names):
                text = changed(text, drop_field(text, FieldPlace(role.at(), key)))
        head = next((at for at, (a, b) in enumerate(zip(before, text, strict=False)) if a != b), min(len(before), len(text)))
        tail = next((at for at, (a, b) in enumerate(zip(reversed(before[head:]), reversed(text[head:]), strict=False)) if a != b), len(text) - head)
        yield Edit(within(Place(file, 1, 1), head, len(before) - tail, before), text[head : len(text) - tail])
