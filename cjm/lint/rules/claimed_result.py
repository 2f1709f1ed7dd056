"""An improvement says of its outcome no more than the counted months bear.

«Было шесть жалоб, стала одна» after one month is luck as often as not. Who announces that it helped, and is told by the
next month that it did not, is not believed when something really helps.

Bad:

```yaml
improvements:
  - id: warm-shower
    problem: Вода в душе ледяная
    cause: Бойлер мал.
    actions: [Поставили второй бойлер]
    state: done
    since: 2026-09-05
    measure: {count: холодный душ, before: 30 дней, after: 30 дней}
    result: helped  # here
---
month: 2026-08
cases: [{what: complaint, topic: холодный душ, n: 6}]
---
month: 2026-10
cases: [{what: complaint, topic: холодный душ, n: 3}]
```

Good:

```yaml
improvements:
  - id: warm-shower
    problem: Вода в душе ледяная
    cause: Бойлер мал.
    actions: [Поставили второй бойлер]
    state: done
    since: 2026-09-05
    measure: {count: холодный душ, before: 30 дней, after: 30 дней}
    result: helped
---
month: 2026-08
cases: [{what: complaint, topic: холодный душ, n: 26}]
---
month: 2026-10
cases: [{what: complaint, topic: холодный душ, n: 4}]
```

When to accept: where something else than the declared count shows it; say what in `effect`.
"""

import re
from collections.abc import Iterator

from cjm.language.dates import month_in_words
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook
from cjm.model.shared.improvement import Improvement

RU = """Улучшение говорит о своём итоге не больше, чем позволяют посчитанные месяцы.

«Было шесть жалоб, стала одна» за один месяц получается и само собой. Кто объявил, что помогло, а через месяц услышал, что нет,
тому не поверят, когда поможет по-настоящему.

Когда можно принять: если это видно не из того, что обещали считать; из чего — напишите в `effect`.
"""

CODE = "219"
SEVERITY = "warning"

SAYS = {
    "luck": Says("записано «{result}», а числа до и после не отличить от случайности", 'it says "{result}", but before and after are not told from luck'),
    "worse": Says("записано «{result}», а по числам вышло наоборот", 'it says "{result}", but the numbers say the contrary'),
    "told": Says("записано «{result}», а сказано, что было {before}, стало {after}", 'it says "{result}", but there were {before} and then {after}'),
    "early": Says("записано «{result}», а судить можно, когда будет посчитан {month}", 'it says "{result}", but that can be told once {month_en} is counted'),
}
HINT = {
    "luck": Says("поставьте result: unclear; что говорят числа: cjm improve {id}", "write result: unclear; what the numbers say: cjm improve {id}"),
    "worse": Says("сверьте с числами: cjm improve {id}", "look at the numbers: cjm improve {id}"),
    "told": Says("поправьте числа или result", "mend the numbers, or result"),
    "early": Says("уберите result до этого дня; что видно сейчас: cjm improve {id}", "leave result out until then; what is seen now: cjm improve {id}"),
}


_BAD = r"(?:жалоб|неявок|неяв|ошиб|опоздани|отказ|возврат|отписок|споров|потерянн|прогул|травм|падени)"
_AFTER_BEFORE = re.compile(rf"(?<!\w)после\b[^.;\d]*?(?P<after>\d+) {_BAD}[^.;\d]*(?<!\w)до\b[^.;\d]*?(?P<before>\d+)(?![\d,%])", re.IGNORECASE)
_BEFORE_AFTER = re.compile(rf"(?<!\w)(?:было|до)\b[^.;\d]*?(?P<before>\d+) {_BAD}[^.;\d]*(?<!\w)(?:стало|после)\b[^.;\d]*?(?P<after>\d+)(?![\d,%])", re.IGNORECASE)


def check(handbook: Handbook) -> Iterator[Found]:
    for written in handbook.of(Improvement):
        told = _AFTER_BEFORE.search(written.effect) or _BEFORE_AFTER.search(written.effect)
        if told is not None and written.result == "helped" and int(told["after"]) > int(told["before"]):
            yield found(written.at("effect"), "told", quote=told[0], result=written.result, before=told["before"], after=told["after"])
    if not handbook.months or any(file.startswith("guideline/voice/") for file in handbook.unread):
        return
    from cjm.voice.improving import progress  # takes as long as several rules, and most handbooks have no months

    for one in progress(handbook):
        claimed = one.improvement.result
        if claimed not in ("helped", "did-not") or not one.judged or not one.before.months or one.what == "nothing":
            continue
        better = {"more": one.what == "index", "less": one.what != "index"}.get(one.tendency)  # None for luck
        if one.judged not in one.after.months:
            form = "early"
        elif one.change is None or better == (claimed == "helped") or (better is None and claimed == "did-not"):
            continue
        else:
            form = "luck" if better is None else "worse"
        yield found(
            one.improvement.at("result"), form, result=claimed, id=one.improvement.id, month=month_in_words(one.judged, "ru"),
            month_en=month_in_words(one.judged, "en"),
        )  # fmt: skip
