"""A section grants no limit that the list of rights does not know.

`decides` in `roles.yml` is the one list of rights. A limit that a section grants on its own is known to those who
happened to read it, and the one who answers for rights does not know it.

Bad:

```yaml
facts:
  - {id: gift-limit, title: Подарок, value: до 500 ₽}
  - {id: discount, title: Скидка, value: 10 %}
---
roles:
  - {id: administrator, title: Администратор, decides: ["Подарок — {{ gift-limit }}"]}
  - {id: manager, title: Руководитель, decides: ["Скидка — {{ discount }}"]}
---
section: visit
title: Визит
performer: administrator
conflicts:
  - id: too-long
    says: Сколько можно ждать!
    alone: ["Подарок — {{ gift-limit }}", "Скидка — {{ discount }}"]  # here
```

Good:

```yaml
facts:
  - {id: gift-limit, title: Подарок, value: до 500 ₽}
---
roles:
  - {id: administrator, title: Администратор, decides: ["Подарок — {{ gift-limit }}"]}
  - {id: manager, title: Руководитель, decides: [Всё, что решает администратор]}
---
section: visit
title: Визит
performer: [administrator, manager]
conflicts:
  - id: too-long
    says: Сколько можно ждать!
    alone: "Подарок — {{ gift-limit }}"
```

When to accept: where the fact is no limit of what is decided.
"""

import re
from collections.abc import Iterator

from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section
from cjm.model.derived import derived
from cjm.model.reference import FACT, facts_in
from cjm.wording.titles import role_title

RU = """Раздел не даёт прав, которых нет в списке прав.

`decides` в `roles.yml` — единственный список прав. Предел, который раздел назвал сам, знают только те, кто его
случайно прочёл, а тот, кто отвечает за права, не знает.

Когда можно принять: если этот факт — не предел того, что решают.
"""

CODE = "215"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {"limit": Says("предел «{fact}» дан здесь, а в правах роли «{role}» его нет", 'the limit "{fact}" is granted here, and the rights of "{role}" do not know it'),
    "less": Says("вопрос передают роли «{role}», а у неё нет и того права, что названо здесь: {fact}", 'the matter is passed to "{role}", who lacks even the right that is named here: {fact}'),
    "theirs": Says("это право роли «{other}», а не «{role}»: «{words}»", 'this is a right of "{other}" and not of "{role}": "{words}"'),
    "typed": Says("предел «{words}» дан здесь, а в списке прав такого нет ни у кого", 'the limit "{words}" is granted here, and nobody has such a right'),
}
HINT = {
    "limit": Says(
    "добавьте его в decides этой роли (guideline/roles.yml) — или назовите здесь предел, который у неё есть",
    "add it to decides of that role (guideline/roles.yml), or name a limit that it has",
    ),
    "less": Says("передайте тому, кто решает больше (rank и decides в guideline/roles.yml)", "pass it on to somebody who decides more (rank and decides in guideline/roles.yml)"),
    "theirs": Says("уберите его отсюда: пусть решает тот, у кого оно в decides (guideline/roles.yml)", "take it out: let him decide who has it in decides (guideline/roles.yml)"),
    "typed": Says("назовите предел, который стоит в decides (guideline/roles.yml), лучше фактом", "name the limit that stands in decides (guideline/roles.yml), best as a fact"),
}


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    performers = [role for role in section.performer if handbook.role.get(role) and handbook.role[role].decides]
    if not performers:
        return  # rule 212 speaks of roles without rights
    elsewhere, granted = _limits(handbook)
    known = _numbers(" ".join(right for role in handbook.roles for right in role.decides))
    own = set().union(*(granted[role] for role in performers))
    for conflict in section.conflicts:
        to = conflict.pass_on.to if conflict.pass_on is not None else ""
        limits = {fact[1] for right in conflict.alone for fact in facts_in(right)} & elsewhere
        less = next((id for id in sorted(limits) if id in own and id not in granted.get(to, own)), "")
        if conflict.pass_on is not None and to in handbook.role and to not in section.performer and less and _no_higher(to, performers, handbook):
            yield found(conflict.pass_on.at("to"), "less", role=role_title(to, handbook), fact=handbook.fact[less].title)
        for number, right in enumerate(conflict.alone):
            other = _whose(right, performers, handbook)
            if other:
                yield found(conflict.at("alone", number), "theirs", other=role_title(other, handbook), role=role_title(performers[0], handbook), words=right.strip(" ."))
            typed = [word for word in _numbers(right) if word not in known]
            if known and typed and handbook.facts:
                yield found(conflict.at("alone", number), "typed", quote=typed[0], words=typed[0], role=role_title(performers[0], handbook))
            for named in facts_in(right):
                if named[1] in elsewhere and named[1] not in own:
                    fact = handbook.fact[named[1]]
                    yield found(
                        conflict.at("alone", number), "limit", quote=named[0], fact=fact.title, role=role_title(performers[0], handbook)
                    )


# Private functions


def _whose(right: str, performers: list[str], handbook: Handbook) -> str:
    """The role that has such a right, where no performer has one like it."""
    meant = gist(right.partition(" — ")[0])
    if len(meant) < _TELLING:
        return ""
    by_role = _rights(handbook)
    others = [role for role, rights in by_role if role not in performers and any(meant <= words for words in rights)]
    near = (len(meant & words) * 3 >= len(meant) * 2 for role, rights in by_role if role in performers or handbook.role[role].rank is None for words in rights)
    names = any(right.startswith(_ALL) and any(handbook.role[other].title.lower()[:12] in right.lower() for other in others) for role in performers for right in handbook.role[role].decides)
    return others[0] if others and not any(near) and not names else ""


_TELLING = 3


@derived
def _rights(handbook: Handbook) -> list[tuple[str, list[frozenset[str]]]]:
    return [(role.id, [gist(right) for right in role.decides]) for role in handbook.roles]


def _no_higher(to: str, performers: list[str], handbook: Handbook) -> bool:
    """Whether a role stands no higher than any of the performers: whoever stands higher needs no right spelt out."""
    rank = handbook.role[to].rank
    return rank is not None and all(rank <= (handbook.role[one].rank or rank) for one in performers)


_NUMBER = re.compile(
    r"(?<![\w{.-])(?:\d[\d \u00a0]*(?:%|₽)?|(?:два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцать|сто|тысяч\w*|two|three|four|five|six|seven|eight|nine|ten|hundred)"
    r"|раз в [а-яё]+|кажд(?:ый|ую|ое|ые) [а-яё]+|once a [a-z]+|every [a-z]+|сколько (?:попросят|угодно|нужно|захот\w+)|без огранич\w+|as (?:much|many|often) as \w+|without limit)(?![\w}])",
    re.IGNORECASE,
)


def _numbers(text: str) -> list[str]:
    """What a right is limited by and is no fact: numbers, how often."""
    return [" ".join(number[0].lower().replace("ё", "е").split()) for number in _NUMBER.finditer(FACT.sub(" ", text))]


@derived
def _limits(handbook: Handbook) -> tuple[frozenset[str], dict[str, set[str]]]:
    """The facts that are a limit of somebody's rights, and those of each role: its own, and those of roles it names."""
    own = {role.id: {named[1] for right in role.decides for named in facts_in(_BEYOND.sub(" ", right))} & set(handbook.fact) for role in handbook.roles}
    names = {
        role.id: [
            other.id
            for other in handbook.roles
            if other is not role and any(other.title.lower()[:12] in right.lower() for right in role.decides if right.startswith(_ALL))
        ]
        for role in handbook.roles
    }
    for _ in handbook.roles:  # «всё, что решает администратор», who in his turn may do all that somebody else may
        for role, others in names.items():
            own[role] = own[role].union(*(own[other] for other in others))
    return frozenset().union(*own.values()), own


# «если сумма больше {{ x }}, решает старший» is no right to x
_BEYOND = re.compile(r"(?:если|if)\b[^,.{}]*(?:больше|выше|сверх|more|over|above)[^,.{}]*\{\{[^{}]*\}\}", re.IGNORECASE)
_ALL = ("Всё, что", "Все, что", "То же, что", "Everything", "All that", "Whatever")
