"""Whoever takes part in a standard is named among its performers.

`who` names the one of them who acts in a step. A role that stands only there does not find the section among its own,
is not asked about it, and does not read it again when it changes.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - {id: greet, do: Поздоровайтесь.}
  - {id: decide, do: Решите спор., who: manager}  # here
```

Good:

```yaml
section: visit
title: Визит
performer: [administrator, manager]
channels: [desk, phone]
steps:
  - {id: greet, do: Поздоровайтесь., who: administrator}
  - {id: decide, do: Решите спор., who: manager}
```

When to accept: where the step only tells what somebody else will do.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section
from cjm.wording.titles import role_title

RU = """Кто участвует в стандарте, тот назван среди его исполнителей.

`who` говорит, кто из них делает этот шаг. Роль, которая стоит только там, не найдёт раздел среди своих, её о нём не
спросят, и изменений она не прочтёт.

Когда можно принять: если шаг только рассказывает, что сделает кто-то другой.
"""

CODE = "310"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "step": Says("шаг делает «{role}», а среди исполнителей раздела «{title}» этой роли нет", 'a step is done by "{role}", who is no performer of section "{title}"'),
    "post": Says("«{words}» — такой роли в гайдлайне нет", '"{words}" is no role of the handbook'),
    "none": Says("исполнителем раздела «{title}» назван «{role}», а все шаги делают другие", 'the performer of section "{title}" is "{role}", and others do all of its steps'),
}
HINT = {
    "step": Says("добавьте роль в performer — или исправьте who", "add the role to performer, or mend who"),
    "post": Says("назовите роль, как в guideline/roles.yml: {some}", "name the role as in guideline/roles.yml: {some}"),
    "none": Says("назовите в performer тех, кто делает шаги (who)", "name in performer those who do the steps (who)"),
}


_POSTS = ("ресепшн", "ресепшен", "ресепшионист", "хостес", "менеджер", "оператор", "консультант", "супервайзер", "куратор", "управляющ", "секретар", "кассир", "продавец", "продавц", "тренер", "методист", "стажер", "аниматор", "receptionist", "supervisor", "concierge")
_POST = re.compile(rf"(?<![\w-])(?:{'|'.join(_POSTS)})[а-яa-z]{{0,5}}", re.IGNORECASE)


def _posts(section: Section, handbook: Handbook) -> Iterator[Found]:
    """Posts in what a step asks for that no role has and no other place of the handbook knows."""
    for step in section.steps:
        for key, text in (("do", step.do), ("how", step.how), ("done_when", step.done_when)):
            post = _POST.search(text)
            if post is None:
                continue
            stem = post[0].lower()[:8]
            named = any(stem in f"{role.title} {role.summary} {role.contact}".lower() for role in handbook.roles)
            if not named and sum(source.lower().count(stem) for source in (handbook.whole or handbook).sources.values()) == 1:
                yield found(step.at(key), "post", quote=post[0], words=post[0], some=", ".join(f"«{role.title}»" for role in handbook.roles[:4]))


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    if handbook.roles:
        yield from _posts(section, handbook)
    doing = [step.who for step in section.steps if step.who in handbook.role]
    if section.performer and len(doing) > 1 and len(doing) == len(section.steps) and not set(doing) & set(section.performer):
        yield found(section.at("performer"), "none", role=role_title(section.performer[0], handbook), title=called(section))
        return
    for step in section.steps if section.performer else ():
        if step.who in handbook.role and step.who not in section.performer:
            yield found(step.at("who"), "step", role=role_title(step.who, handbook), title=called(section))
