"""A fact is what its title says, and its forms are the same words.

A telephone with a digit missing is printed on every page that names it. A form that says hours where the value says
minutes makes two promises of one.

Bad:

```yaml
facts:
  - {id: club-phone, title: Телефон клуба, value: "+7 495 00-12-12"}  # here
  - {id: club-mail, title: Почта клуба, value: hello.club.example}  # here
  - {id: price, title: Цена визита, value: −900 ₽}  # here
  - {id: pass, title: Проходной балл, value: 190 %}  # here
  - {id: call-time, title: Перезваниваем за, value: 5 минут, forms: {gen: 5 часов}}  # here
```

Good:

```yaml
facts:
  - {id: club-phone, title: Телефон клуба, value: "+7 495 000-12-12"}
  - {id: club-mail, title: Почта клуба, value: hello@club.example}
  - {id: price, title: Цена визита, value: 900 ₽}
  - {id: pass, title: Проходной балл, value: 90 %}
  - {id: call-time, title: Перезваниваем за, value: 5 минут, forms: {gen: 5 минут}}
```

When to accept: where the title means something else.
"""

import re
from collections.abc import Iterator

from cjm.language.durations import UNITS, seconds
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Fact, Handbook
from cjm.model.formula import is_formula

RU = """Факт — то, что говорит его название, а его формы — те же слова.

Телефон без одной цифры напечатан на каждой странице, где он назван. Форма, в которой часы вместо минут, делает из одного
обещания два.

Когда можно принять: если название говорит о другом.
"""

CODE = "331"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "phone": Says("«{value}» — не телефон: цифр {count}", '"{value}" is no telephone: it has {count} digits'),
    "mail": Says("«{value}» — не почта: нет знака @", '"{value}" is no mail address: there is no @'),
    "price": Says("в цене «{value}» нет числа", 'the price "{value}" has no number'),
    "below": Says("«{value}» меньше нуля", '"{value}" is less than nothing'),
    "percent": Says("«{value}» — больше ста процентов", '"{value}" is more than a hundred per cent'),
    "nothing": Says("«{value}» — это ничего", '"{value}" is nothing'),
    "water": Says("вода «{value}»: в такую не входят", 'water of "{value}": nobody goes into that'),
    "degrees": Says("«{value}» — в других градусах (°F), чем остальные факты (°C)", '"{value}" is in other degrees (°F) than the other facts (°C)'),
    "beyond": Says("«{value}» больше, чем «{other}» ({first}): начало позже конца", '"{value}" is more than "{other}" ({first}): the beginning comes after the end'),
    "turned": Says("«{value}» меньше, чем «{other}» ({first}): конец раньше начала", '"{value}" is less than "{other}" ({first}): the end comes before the beginning'),
    "hour": Says("часов «{value}» не бывает", 'there are no hours "{value}"'),
    "form": Says("форма «{words}» говорит о другом, чем значение «{value}»", 'the form "{words}" says another thing than the value "{value}"'),
    "number": Says("у значения «{value}» нет единицы, а в формах она есть: «{words}»", 'the value "{value}" has no unit, and its forms have one: "{words}"'),
}
HINT = {
    "phone": Says("проверьте номер: +7 и десять цифр", "look at the number: the country and ten digits"),
    "mail": Says("напишите адрес целиком: guide@company.example", "write the whole address: guide@company.example"),
    "price": Says("напишите сумму числом: 900 ₽", "write the sum: 900 ₽"),
    "below": Says("уберите минус; скидку запишите числом без знака", "take the minus out; a discount is a number without a sign"),
    "percent": Says("проверьте число", "look at the number"),
    "nothing": Says("напишите число или уберите факт: «бесплатно» говорят словом", "write the number, or take the fact out: what is free is said in a word"),
    "water": Says("проверьте число", "look at the number"),
    "degrees": Says("напишите в °C", "write it in °C"),
    "beyond": Says("проверьте оба факта: возможно, их перепутали", "look at both facts: perhaps one was put for the other"),
    "turned": Says("проверьте оба факта: возможно, их перепутали", "look at both facts: perhaps one was put for the other"),
    "hour": Says("часы — от 0:00 до 24:00", "hours go from 0:00 to 24:00"),
    "form": Says("исправьте форму или значение: это одно и то же в разных падежах", "mend the form or the value: they are the same in other cases"),
    "number": Says("допишите единицу в value", "write the unit in value"),
}
_PHONE, _MAIL = re.compile(r"телефон|phone", re.IGNORECASE), re.compile(r"почт[аыу]\b|e-?mail|\bmail\b", re.IGNORECASE)
_PRICE = re.compile(r"(?:цена|стоимость|price|cost)\b", re.IGNORECASE)
_WATER = re.compile(r"\bвод[аыеу]\b|бассейн|\bwater\b|\bpool\b", re.IGNORECASE)
_PAIRS = (("max", "min"), ("confirm", "message"), ("answer", "question"), ("finish", "start"), ("closing", "opening"), ("maximum", "minimum"), ("deadline", "start"), ("end", "start"), ("last", "first"), ("closes", "opens"), ("close", "open"), ("to", "from"), ("until", "from"), ("most", "least"), ("high", "low"), ("latest", "earliest"))
_LONG = 24
_PERCENT = re.compile(r"(\d{3,})\s?%")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])")


def check(fact: Fact, handbook: Handbook) -> Iterator[Found]:
    value = fact.value.strip()
    yield from _beside(fact, handbook)
    if is_formula(value) and re.match(r"[-−–]\s?\d", handbook.value(fact.id) or ""):
        yield found(fact.at("value"), "below", value=handbook.value(fact.id))
    if not value or is_formula(value) or "{{" in value:
        return
    digits = sum(sign.isdigit() for sign in value)
    if _PHONE.search(fact.title) and re.fullmatch(r"[+\d][\d\s()-]+", value) and 3 < digits != 11 and (digits < 10 or value.startswith("+7")):
        yield found(fact.at("value"), "phone", value=value, count=digits)
    if _MAIL.search(fact.title) and "@" not in value and "." in value and " " not in value:
        yield found(fact.at("value"), "mail", value=value)
    if re.match(r"[-−–]\s?\d", value) and "°" not in value:
        yield found(fact.at("value"), "below", value=value)
    if _PRICE.match(fact.title) and not digits and len(value) < _LONG:
        yield found(fact.at("value"), "price", value=value)
    zero = re.fullmatch(r"0+(?:[.,]0+)?\s*(?:₽|руб\w*\.?|\$|€|%)", value)
    if zero is not None:
        yield found(fact.at("value"), "nothing", value=value)
    warm = re.fullmatch(r"([-−]?\d+)\s?°\s?C?", value)
    if warm is not None and _WATER.search(fact.title) and not 10 <= int(warm[1].replace("−", "-")) <= 45:
        yield found(fact.at("value"), "water", value=value)
    if re.fullmatch(r"[-−]?\d+\s?°\s?F", value) and any("°C" in one.value or one.value.endswith("°") for one in handbook.facts if one is not fact):
        yield found(fact.at("value"), "degrees", value=value)
    share = _PERCENT.fullmatch(value)
    if share and int(share[1]) > 100:
        yield found(fact.at("value"), "percent", value=value)
    unit = _unit(value) if fact.forms else 0
    for form in (form for _, form in fact.forms):
        if re.fullmatch(r"\d+", value) and re.fullmatch(r"\d+ \w.*", form):
            yield found(fact.at("value"), "number", value=value, words=form)
            break
        if unit and _unit(form) not in (0, unit):
            yield found(fact.at("forms"), "form", quote=form, words=form, value=value)
            break


# Private functions


def _beside(fact: Fact, handbook: Handbook) -> Iterator[Found]:
    """A fact that is the end of something, beside the one that by its id is the beginning."""
    parts = fact.id.split("-")
    for end, begin in ((end, begin) for end, begin in _PAIRS if end in parts or begin in parts):
        last, first = ("-".join(there if part == here else part for part in parts) for here, there in ((begin, end), (end, begin)))
        other = handbook.fact.get(first if end in parts else last)
        if other is None or other is fact:
            continue
        size, beside = _size(handbook.value(fact.id) or ""), _size(handbook.value(other.id) or "")
        if size is not None and beside is not None and size[1] == beside[1] and size[0] != beside[0] and (size[0] < beside[0]) == (end in parts):
            yield found(fact.at("value"), "turned" if end in parts else "beyond", value=fact.value, other=other.title, first=other.value)


def _size(value: str) -> tuple[float, str] | None:
    """How much a value is, and of what: lengths of time in seconds, hours of the day in minutes, else by the unit."""
    clock = re.fullmatch(r"(\d{1,2}):(\d\d)", value.strip())
    if clock:
        return int(clock[1]) * 60 + int(clock[2]), "clock"
    length = seconds(value)
    if length is not None:
        return length, "time"
    amount = re.fullmatch(r"(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(\D*)", value.strip())
    return (float(re.sub(r"\s", "", amount[1]).replace(",", ".")), amount[2].strip()[:3]) if amount else None


def _unit(text: str) -> int:
    """How long one of what the last word counts is; 0 where it counts no time."""
    word = re.sub(r"(?:ами|ями|ам|ям|ах|ях)$", "", text.split()[-1].lower().replace("ё", "е")) if text.split() else ""
    last = text.split()[-1].lower() if text.split() else ""
    return UNITS.get(last) or next((size for name, size in UNITS.items() if len(name) > 3 and len(word) > 2 and name.startswith(word)), 0) or (seconds(last) or 0)
