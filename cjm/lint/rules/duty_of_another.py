"""What is the duty of one role no step and no promise gives to another.

The list of duties says who answers for it, the step says who does it. Where they differ, both wait for each other.

Bad:

```yaml
facts:
  - {id: dictated, title: Инструктор диктует отзыв за, value: 30 минут}
---
roles:
  - {id: administrator, title: Администратор}
  - {id: teacher, title: Инструктор}
---
section: visit
title: Визит
performer: [administrator, teacher]
steps:
  - id: reply
    who: administrator  # here
    do: Ответьте на жалобу.
---
duties:
  - {title: Ответить на письменную жалобу, who: teacher, section: visit}
  - {title: Свести отзывы, who: teacher, every: по пятницам, done_when: "Сводка — по понедельникам."}  # here
---
promises:
  - {id: told, from: administrator, to: client, promise: Расскажем., measure: "Отзыв — за {{ dictated }}."}  # here
```

Good:

```yaml
facts:
  - {id: dictated, title: Инструктор диктует отзыв за, value: 30 минут}
---
roles:
  - {id: administrator, title: Администратор}
  - {id: teacher, title: Инструктор}
---
section: visit
title: Визит
performer: [administrator, teacher]
steps:
  - id: reply
    who: teacher
    do: Ответьте на жалобу.
---
duties:
  - {title: Ответить на письменную жалобу, who: teacher, section: visit}
  - {title: Свести отзывы, who: teacher, every: по понедельникам, done_when: "Сводка — по понедельникам."}
---
promises:
  - {id: told, from: teacher, to: client, promise: Расскажем., measure: "Отзыв — за {{ dictated }}."}
```

When to accept: where the one does it for the other; then say so in the duty.
"""

import re
from collections.abc import Iterator

from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook
from cjm.model.reference import FACT
from cjm.model.shared.duty import Duty
from cjm.wording.facts import label
from cjm.wording.titles import role_title

RU = """Обязанность одной роли ни шаг, ни обещание не поручают другой.

В списке обязанностей сказано, кто за это отвечает, в шаге — кто это делает. Если там разные люди, они ждут друг друга.

Когда можно принять: если один делает это за другого; тогда скажите об этом в обязанности.
"""

CODE = "220"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "step": Says("шаг поручен роли «{who}», а это обязанность роли «{whose}»: «{duty}»", 'the step is given to "{who}", and it is the duty of "{whose}": "{duty}"'),
    "promise": Says("обещает «{who}», а по факту «{fact}» это делает «{whose}»", '"{who}" promises it, and by the fact "{fact}" it is done by "{whose}"'),
    "right": Says("обязанность дана роли «{who}», а решает это «{whose}»: «{duty}»", 'the duty is given to "{who}", and "{whose}" decides it: "{duty}"'),
    "contact": Says("так находят роль «{who}», а факт «{fact}» говорит о роли «{whose}»", 'this is how "{who}" is reached, and the fact "{fact}" tells of "{whose}"'),
    "day": Says("«{title}» — {every}, а срок говорит о другом дне: «{told}»", '"{title}" is done {every}, and its deadline tells of another day: "{told}"'),
}
_BOTH = Says("исправьте одно из двух", "mend one of the two")
HINT = {
    "step": Says("поставьте роль «{whose}» здесь — или исправьте обязанность", 'put "{whose}" here, or mend the duty'),
    "promise": Says("поставьте роль «{whose}» в from — или возьмите другой факт", 'put "{whose}" into from, or take another fact'),
    "right": Says("поставьте роль «{whose}» — или дайте право в decides (guideline/roles.yml)", 'put "{whose}", or grant the right in decides (guideline/roles.yml)'),
    "contact": Says("вставьте факт этой роли", "put in the fact of this role"),
    "day": _BOTH,
}

_HEAD, _FEW = 3, 2
_DAYS = re.compile(r"(?<!\w)(?:понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресень|monday|tuesday|wednesday|thursday|friday|saturday|sunday)", re.IGNORECASE)


def check(handbook: Handbook) -> Iterator[Found]:
    duties = [one for one in handbook.things("duty") if isinstance(one, Duty)]
    told = [(duty, gist(duty.title, _HEAD)) for duty in duties]
    for section in handbook.sections:
        own = [(duty, words) for duty, words in told if section.id in duty.section and duty.who]
        for step in (step for step in section.steps if step.who and own):
            meant = gist(step.do.partition(".")[0], _HEAD)
            same = [duty for duty, words in own if (len(meant) >= _FEW and meant <= words) or (step.when and step.when.lower() == duty.when.lower())]
            if same and not any(step.who in duty.who for duty in same):
                yield found(step.at("who"), "step", who=role_title(step.who, handbook), whose=role_title(same[0].who[0], handbook), duty=same[0].title)
    yield from _promises(handbook)
    yield from _rights(handbook, duties)
    yield from _contacts(handbook)
    for duty in duties:
        days = {one[0].lower()[:4] for one in _DAYS.finditer(duty.every)}
        facts = " ".join(handbook.fact[id].title for id, _ in FACT.findall(duty.done_when + duty.when) if id in handbook.fact)
        there = {one[0].lower()[:4] for one in _DAYS.finditer(f"{facts} {duty.done_when}")}
        if days and there and days.isdisjoint(there):
            yield found(duty.at("every"), "day", title=duty.title, every=duty.every, told=label(f"{facts} {duty.done_when}", handbook).strip())


# Private functions


_DECIDES = re.compile(r"\s*(?:утвер\w+|разреш\w+|одобр\w+|согласов\w+|решить|решать|approve|allow|decide)(?!\w)", re.IGNORECASE)


def _rights(handbook: Handbook, duties: list[Duty]) -> Iterator[Found]:
    """A duty to decide what only another role decides."""
    rights = [(role.id, words) for role in handbook.roles for right in role.decides if len(words := gist(right.partition(" — ")[0])) >= _FEW]
    for duty in (one for one in duties if one.who and _DECIDES.match(one.title)):
        told = gist(duty.title)
        whose = [role for role, words in rights if words <= told]
        if whose and not set(whose) & set(duty.who):
            yield found(duty.at("who"), "right", who=role_title(duty.who[0], handbook), whose=role_title(whose[0], handbook), duty=duty.title)


def _contacts(handbook: Handbook) -> Iterator[Found]:
    """How a role is reached, told by the fact of another one."""
    titles = [(role.id, role.title.lower()) for role in handbook.roles]
    doers = {fact.id: next((role for role, title in titles if fact.title.lower().startswith(f"{title} ")), "") for fact in handbook.facts}
    for role in handbook.roles:
        other = next(((id, doers[id]) for id, _ in FACT.findall(role.contact) if doers.get(id, role.id) not in ("", role.id)), None)
        if other is not None and handbook.role[other[1]].title.lower()[:8] not in role.contact.lower():
            yield found(role.at("contact"), "contact", who=role.title, whose=handbook.role[other[1]].title, fact=handbook.fact[other[0]].title)


def _promises(handbook: Handbook) -> Iterator[Found]:
    """A promise whose measure is a fact that names another role as its doer: «Инструктор диктует отзыв за»."""
    titles = [(role.id, role.title.lower()) for role in handbook.roles]
    doers = {fact.id: next((role for role, title in titles if fact.title.lower().startswith(f"{title} ")), "") for fact in handbook.facts}
    for promise in handbook.promises:
        named = [(id, doers.get(id, "")) for id, _ in FACT.findall(promise.measure)]
        whose = next(((id, role) for id, role in named if role and role not in promise.giver), None)
        if whose is not None and len(named) == 1 and promise.giver:
            yield found(promise.at("from"), "promise", who=role_title(promise.giver[0], handbook), whose=role_title(whose[1], handbook), fact=handbook.fact[whose[0]].title)
