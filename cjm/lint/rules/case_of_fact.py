"""A fact stands in the case that its sentence asks for.

«До {{ phone-wait }}» is read aloud as «до 1 минута». A fact carries its forms: `{{ phone-wait.gen }}` is «1 минуты».

Bad:

```yaml
facts:
  - {id: phone-wait, title: Ждать на телефоне, value: 1 минута, forms: {gen: 1 минуты, acc: 1 минуту}}
  - {id: hold-time, title: Держим место, value: 4 часа}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: call
    do: Снимите трубку, не ждите до {{ phone-wait }}.  # here
  - id: hold
    do: Подержите место.
    say: Место подержу до {{ hold-time }}.  # here
```

Good:

```yaml
facts:
  - {id: phone-wait, title: Ждать на телефоне, value: 1 минута, forms: {gen: 1 минуты, acc: 1 минуту}}
  - {id: evening, title: Вечернее сообщение, value: "18:00"}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: call
    do: Снимите трубку, не ждите до {{ phone-wait.gen }}, за {{ phone-wait.acc }} устают. Напишите до {{ evening }}.
```

When to accept: where the value is a name that does not change its form.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, TextOfField
from cjm.model import Outline

RU = """Факт стоит в том падеже, которого просит фраза.

«До {{ phone-wait }}» прочтут как «до 1 минута». Формы лежат у факта: `{{ phone-wait.gen }}` — это «1 минуты».

Когда можно принять: если значение — название, которое не склоняется.
"""

CODE = "414"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("«{words}» прочтут как «{read}»", '"{words}" is read as "{read}"')
HINT = {
    "form": Says("напишите {preposition} {right}", "write {preposition} {right}"),
    "none": Says("добавьте факту «{id}» forms: {{{case}: …}} и напишите {preposition} {right}", 'add forms: {{{case}: …}} to the fact "{id}" and write {preposition} {right}'),
}
# Only words after which no other case may stand. «С» asks for one of two.
_ASKS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("до", "от", "без", "после", "около", "из", "для", "кроме", "больше", "меньше", "более", "менее", "дольше", "в течение", "свыше", "старше", "младше"),
        ("gen",),
    ),
    **dict.fromkeys(("к", "ко"), ("dat",)),
    **dict.fromkeys(("через", "спустя"), ("acc",)),
    **dict.fromkeys(("над", "перед", "между"), ("ins",)),
    **dict.fromkeys(("о", "об", "при"), ("loc",)),
    **dict.fromkeys(("с", "со"), ("gen", "ins")),
    **dict.fromkeys(("за",), ("acc", "ins")),
}
WHERE = ("{{",)
_AFTER = re.compile(rf"(?<![\w-])({'|'.join(sorted(_ASKS, key=len, reverse=True))})\s+\{{\{{[ \t\u00a0]*([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?[ \t\u00a0]*\}}\}}", re.IGNORECASE)
# What is surely nominative: «1 минута», «2 часа». «5 минут» is the same in two cases.
_NOMINATIVE = re.compile(r"(?:\d*(?<!1)1\s+(?:секунда|минута|час|день|сутки|неделя|месяц|год|раз|урок)|\d*(?<!1)[234]\s+(?:секунды|минуты|часа|дня|недели|месяца|года))")
_SAME_IN_ACC = re.compile(r".*(?:час|день|месяц|год|раз|урок|секунды|минуты|часа|дня|недели|месяца|года)$")


def check(text: TextOfField, facts: FactValues, outline: Outline) -> Iterator[Found]:
    for after in _AFTER.finditer(text.text) if outline.language == "ru" else ():
        known = facts.handbook.fact.get(after[2])
        read = facts.handbook.value(after[2], after[3] or "")
        if known is None or read is None:
            continue  # rule 404's matter
        preposition, cases = folded(after[1]), _ASKS[folded(after[1])]
        forms = dict(known.forms)
        fitting = [case for case in cases if case in forms]
        wrong = read not in [forms[case] for case in fitting] if fitting else not after[3] and _is_wrong(read, cases)
        # Where one of two possible cases has no form of its own, the bare value may be that case.
        if fitting and wrong and len(fitting) < len(cases) and not after[3]:
            wrong = _is_wrong(read, tuple(case for case in cases if case not in forms))
        if wrong:
            case = fitting[0] if fitting else cases[0]
            yield found(
                text.place, "form" if fitting else "none", quote=after[0], words=after[0], read=f"{after[1]} {read}",
                preposition=preposition, right=f"{{{{ {known.id}.{case} }}}}", id=known.id, case=case,
            )  # fmt: skip


# Private functions


def _is_wrong(read: str, cases: tuple[str, ...]) -> bool:
    if not _NOMINATIVE.fullmatch(folded(read)):
        return False
    return "acc" not in cases or not _SAME_IN_ACC.match(folded(read))
