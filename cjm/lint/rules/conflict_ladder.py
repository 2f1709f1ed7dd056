"""A conflict has every rung: answer, own decision, passing on, follow-up.

The answer says what happened to him in his words and apologises where we are at fault; feelings need not be named. A
newcomer whose ladder ends in the air promises something, or says “call later”. Passing on needs four things: to whom,
when, by which way, and within what time.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
conflicts:
  - id: too-long  # here
    says: Сколько можно ждать!
    answer: Вы ждёте уже полчаса, простите. Займусь вами прямо сейчас.
    pass_on: {to: manager, when: ждал дважды}
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
conflicts:
  - id: too-long
    says: Сколько можно ждать!
    why: Он приехал вовремя, а время тратит на очередь.
    answer: Вы ждёте уже полчаса, простите. Займусь вами прямо сейчас.
    alone: Чай и место вне очереди — всегда.
    pass_on: {to: manager, when: ждал дважды, how: звонком, within: 10 мин}
    follow_up: Вечером напишите, что изменили.
```

When to accept: where nobody stands above the one who answers.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Conflict, Section, Written

RU = """У конфликта есть все ступени: ответ, что решаете сами, кому передать, что сделать потом.

Ответ называет то, что случилось, его словами и просит прощения, если виноваты мы; о чувствах говорить не обязательно.
Новичок, у которого лестница обрывается, что-нибудь пообещает или скажет «перезвоните». Чтобы передать вопрос, нужны
четыре вещи: кому, когда, как и за какое время.

Когда можно принять: если выше того, кто отвечает, никого нет.
"""

CODE = "402"

SAYS = {
    "rungs": Says("у конфликта «{says}» нет ступеней: {ru}", 'the conflict "{says}" lacks: {en}'),
    "to-oneself": Says("конфликт «{says}» передают тому же, кто его разбирает", 'the conflict "{says}" is passed on to the one who has it already'),
}
HINT = {
    "rungs": Says("добавьте поля: {keys}", "add the fields: {keys}"),
    "to-oneself": Says("назовите роль, у которой полномочий больше", "name a role that may decide more"),
}

_RUNGS = {
    "why": Says("почему он так говорит", "why he says it"),
    "answer": Says("ответ", "the answer"),
    "alone": Says("что решить самому", "what one may decide alone"),
    "pass_on": Says("кому передать", "to whom it is passed on"),
    "follow_up": Says("что сделать потом", "what is done afterwards"),
}
_PASSING = {
    "to": Says("кому передать", "to whom it is passed on"),
    "when": Says("когда передать", "when it is passed on"),
    "how": Says("как передать", "how it is passed on"),
    "within": Says("за какое время ответят", "within what time"),
}


def check(section: Section) -> Iterator[Found]:
    for conflict in section.conflicts:
        missing = dict(_missing(conflict))
        if missing:
            ru, en = ", ".join(rung.ru for rung in missing.values()), ", ".join(rung.en for rung in missing.values())
            keys = ", ".join(missing)
            yield found(conflict.at("id"), "rungs", says=conflict.says or conflict.id, ru=ru, en=en, keys=keys)
        elif conflict.pass_on is not None and section.performer == (conflict.pass_on.to,):
            yield found(conflict.pass_on.at("to"), "to-oneself", says=conflict.says or conflict.id)


# Private functions


def _missing(conflict: Conflict) -> Iterator[tuple[str, Says]]:
    for key, rung in _RUNGS.items():
        if _lacks(conflict, key):
            yield key, rung
    if conflict.pass_on is not None:
        for key, rung in _PASSING.items():
            if _lacks(conflict.pass_on, key):
                yield f"pass_on.{key}", rung


def _lacks(item: Written, key: str) -> bool:
    value = getattr(item, key)
    parts = value if isinstance(value, tuple) else (value,)
    if any(not isinstance(part, str) or part.strip(" \t\n.…-—") for part in parts if part is not None):
        return False
    return bool(value) or left_out(item, key)
