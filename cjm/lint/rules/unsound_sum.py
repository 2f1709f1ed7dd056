"""A fact that is made of others can be computed.

What a price comes to with a discount changes whenever one of the two does; as a sum of facts it changes by itself. It can
be added, taken away, multiplied, divided, a per cent taken of it, and rounded: nothing else.

Bad:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: discount, title: Скидка, value: 15 %}
  - {id: hold-time, title: Держим место, value: 4 часа}
  - {id: cheap, title: Пробное со скидкой, value: "{{ trial-price }} / 7"}  # here
  - {id: mixed, title: Пробное и место, value: "{{ trial-price }} + {{ hold-time }}"}  # here
  - {id: one, title: Одно, value: "{{ other }} + {{ trial-price }}"}  # here
  - {id: other, title: Другое, value: "{{ one }} − {{ trial-price }}"}
  - {id: text, title: Цена словами, value: "от {{ trial-price }}"}  # here
```

Good:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: discount, title: Скидка, value: 15 %}
  - {id: cheap, title: Пробное со скидкой, value: "{{ trial-price }} − {{ discount }}"}
  - {id: a-lesson, title: Урок из семи, value: "{{ trial-price }} / 7", round: 10}
```

When to accept: never; readers would see the braces.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Fact, Handbook
from cjm.model.formula import NoValue, is_formula
from cjm.model.reference import facts_in

RU = """Факт, составленный из других, можно посчитать.

Цена со скидкой меняется, как только меняется цена или скидка; записанная через факты, она меняется сама. Можно
складывать, вычитать, умножать, делить, брать процент и округлять — и больше ничего.

Когда можно принять: никогда, читатель увидит скобки.
"""

CODE = "309"

SAYS = {
    "sign": Says("факт «{id}» не посчитать: непонятно «{text}»", 'the fact "{id}" cannot be computed: "{text}" is not understood'),
    "units": Says("факт «{id}» не посчитать: «{one}» и «{other}» — разные единицы", 'the fact "{id}" cannot be computed: "{one}" and "{other}" are different units'),
    "zero": Says("факт «{id}» не посчитать: деление на ноль", 'the fact "{id}" cannot be computed: division by zero'),
    "no-number": Says("факт «{id}» не посчитать: «{operand}» — не число, а «{value}»", 'the fact "{id}" cannot be computed: "{operand}" is no number but "{value}"'),
    "cycle": Says("факт «{id}» считается через самого себя: {chain}", 'the fact "{id}" is computed from itself: {chain}'),
    "uneven": Says("факт «{id}» не выходит ровно: {result}", 'the fact "{id}" does not come out even: {result}'),
    "unit-form": Says("факт «{id}» вышел бы «{result}»: так не говорят", 'the fact "{id}" would come to "{result}", which nobody says'),
}
HINT = {
    "sign": Says("считать можно так: {{{{ цена }}}} + {{{{ карта }}}}, − {{{{ скидка }}}}, × 2, ÷ 8, (…); текст напишите целиком, без {{{{ }}}}", "it can be {{{{ price }}}} + {{{{ card }}}}, − {{{{ discount }}}}, × 2, ÷ 8, (…); write a text out without {{{{ }}}}"),
    "units": Says("складывайте одинаковое: рубли с рублями, часы с часами", "add like to like: roubles to roubles, hours to hours"),
    "zero": Says("поправьте то, на что делите", "mend what it is divided by"),
    "no-number": Says("считайте только то, что записано числом с единицей: 900 ₽, 10 %, 8 дней", "compute only what is a number with its unit: 900 ₽, 10 %, 8 days"),
    "cycle": Says("запишите один из этих фактов числом", "write one of these facts as a number"),
    "uneven": Says("добавьте, до скольких округлить, например round: 10", "add to what it is rounded, such as round: 10"),
    "unit-form": Says("запишите значение целиком: число и слово", "write the value out, number and word"),
}


def check(fact: Fact, handbook: Handbook) -> Iterator[Found]:
    known = handbook.outcome(fact) if is_formula(fact.value) and not handbook.hides("fact") else ""
    if not isinstance(known, NoValue) or known.form == "operand":
        return  # an operand that is not there is rule 404's matter
    values = dict(known.values)
    if known.form == "cycle":
        if values["id"] != fact.id:
            return
        values["chain"] = " → ".join((*_circle(fact, handbook), fact.id))
    if known.form == "no-number":
        values["operand"] = values["id"]
    yield Found(fact.at("value"), known.form, values=values | {"id": fact.id})


# Private functions


def _circle(start: Fact, handbook: Handbook) -> Iterator[str]:
    """The facts through which a fact comes back to itself."""
    waiting: list[tuple[Fact, tuple[str, ...]]] = [(start, (start.id,))]
    seen = {start.id}
    for fact, chain in waiting:
        for named in facts_in(fact.value):
            if named[1] == start.id:
                yield from chain
                return
            below = handbook.fact.get(named[1])
            if below is not None and below.id not in seen:
                seen.add(below.id)
                waiting.append((below, (*chain, below.id)))
