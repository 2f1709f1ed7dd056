"""What is accepted or switched off is named, one rule at a time, with its reason.

A gap without a reason is a gap forgotten. An acceptance that names no rule, or all of them, would hide faults that
nobody has seen yet. Such an acceptance accepts nothing.

Bad:

```yaml
roles:
  - id: Старший
    title: Старший администратор
    accept: [{rule: "005"}]  # here
```

Good:

```yaml
roles:
  - id: Старший
    title: Старший администратор
    accept: [{rule: "005", reason: Имя переносим из старого гайдлайна, until: 2027-03-01}]
```

When to accept: never; a reason is one line.
"""

from collections.abc import Iterator

from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.lint.choice import names_something
from cjm.lint.finding import Found, found
from cjm.lint.rule import Rule, all_rules, find
from cjm.lint.suppress import written_at
from cjm.lint.verdict import Verdict
from cjm.model import Place

RU = """Принятое и отключённое названо: по одному правилу, с причиной.

Пробел без причины — забытый пробел. А если не назвать правило или назвать все, скроются и ошибки, которых ещё никто
не видел. Такая запись не принимает ничего.

Когда можно принять: никогда, причина — это одна строка.
"""

CODE = "802"
WHEN = "verdict"

_UNKNOWN = Says("правила «{rule}» нет", 'there is no rule "{rule}"')
SAYS = {
    "reason": Says("принято без причины, и потому не принято", "accepted without a reason, and so not accepted"),
    "ignored": Says("правило {rule} отключено без причины", "rule {rule} is switched off without a reason"),
    "off": Says("правило {rule} отключено без причины", "rule {rule} is switched off without a reason"),
    "everything": Says(
        "«{rule}» — не одно правило: приняты были бы и ошибки, которых никто не видел",
        '"{rule}" is not one rule: faults that nobody has seen would be accepted too',
    ),
    "itself": Says(
        "правило {rule} следит за принятым, и само не принимается",
        "rule {rule} watches over what is accepted, and cannot be accepted",
    ),
    "unknown": _UNKNOWN,
    "near": _UNKNOWN,
    "option": Says("у правила {rule} нет настройки «{name}»", 'rule {rule} has no option "{name}"'),
    "value": Says(
        "настройка «{name}» правила {rule} не бывает «{value}»",
        'the option "{name}" of rule {rule} cannot be "{value}"',
    ),
}
HINT = {
    "reason": Says(
        "добавьте reason: почему пока можно так, и until: до какого дня",
        "add reason: why it may stay so for now, and until: which day",
    ),
    "ignored": Says(
        "назовите её: ignore: [{{rule: {rule}, reason: почему без него}}]",
        "give it: ignore: [{{rule: {rule}, reason: why without it}}]",
    ),
    "off": Says(
        "уберите его из severity и назовите причину: ignore: [{{rule: {rule}, reason: почему без него}}]",
        "take it out of severity and give the reason: ignore: [{{rule: {rule}, reason: why without it}}]",
    ),
    "everything": Says(
        "назовите правило кодом из сообщения, например 201; целая группа отключается в handbook.yml: lint: {{ignore: [{{rule: 2, reason: …}}]}}",
        "name the rule by the code of its message, such as 201; a whole group is switched off in handbook.yml: lint: {{ignore: [{{rule: 2, reason: …}}]}}",
    ),
    "itself": Says("исправьте то, на что оно указывает", "mend what it points to"),
    "unknown": Says(
        "код стоит в сообщении; все правила покажет cjm rule",
        "the code stands in the message; cjm rule lists all rules",
    ),
    "near": Says(
        "возможно, вы имели в виду «{near}»; все правила покажет cjm rule",
        'did you mean "{near}"? cjm rule lists all rules',
    ),
    "option": Says("есть: {names}", "there are: {names}"),
    "value": Says("напишите, например, {example}", "write {example}, for example"),
}


def check(verdict: Verdict) -> Iterator[Found]:
    for use in verdict.uses:
        one = use.suppression
        if one.fault == "unknown":
            yield _unknown(written_at(one, "rule"), one.rule)
        elif one.fault:
            yield found(written_at(one, "" if one.fault == "reason" else "rule"), one.fault, rule=one.rule)
    settings = verdict.handbook.outline.lint
    for number, selector in enumerate(settings.select):
        if not names_something(selector):
            yield _unknown(settings.at("select", number), selector)
    for off in settings.ignore:
        if not names_something(off.rule):
            yield _unknown(off.at("rule"), off.rule)
        elif not off.reason.strip():
            yield Found(off.at("rule"), "ignored", values={"rule": off.rule}, severity="warning")
    for selector, wish in settings.severity:
        if not names_something(selector):
            yield _unknown(settings.at("severity"), selector, quote=selector)
        elif wish == "off":
            yield Found(settings.at("severity"), "off", selector, {"rule": selector}, severity="warning")
    for code, pairs in settings.options:
        rule = find(code)
        if rule is None:
            yield _unknown(settings.at("options"), code, quote=code)
        else:
            yield from _options(settings.at("options"), rule, pairs)


# Private functions


def _unknown(place: Place, selector: str, quote: str = "") -> Found:
    near = nearest(selector, [name for rule in all_rules() for name in (rule.slug, rule.code)])
    return found(place, "near" if near else "unknown", quote=quote, rule=selector, near=near)


def _options(place: Place, rule: Rule, pairs: tuple[tuple[str, str], ...]) -> Iterator[Found]:
    for name, value in pairs:
        if name not in rule.options:
            names = ", ".join(rule.options) or "—"
            yield found(place, "option", quote=name, rule=rule.code, name=name, names=names)
            continue
        default = rule.options[name]
        if isinstance(default, int | float) and not isinstance(default, bool):
            try:
                type(default)(value)
            except ValueError:
                yield found(place, "value", quote=value, rule=rule.code, name=name, value=value, example=default)
