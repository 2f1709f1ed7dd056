"""What is published holds nobody's telephone, mail address or card number.

A handbook is copied, printed and forwarded. What it says of a person cannot be called back.

The club's own contacts stand in `facts.yml`, and the people of `handbook.yml` are known by name: neither is reported.

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
  - id: call
    do: Позвоните гостю на +7 916 123-45-67.  # here
  - id: write
    do: Напишите на petrova.m@mail.ru и дождитесь ответа.  # here
  - id: pay
    do: Примите оплату на карту 4276 3800 1234 5679.  # here
```

Good:

```yaml
facts:
  - {id: club-phone, title: Телефон, value: +7 495 000-12-12}
---
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: call
    do: Позвоните гостю по номеру из карточки.
    say: Наш телефон — {{ club-phone }}.
```

When to accept: where the contact is made up for an example and belongs to nobody.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, TextOfField
from cjm.lint.wanted import WantedTyped
from cjm.model import Fact, Outline

RU = """В том, что публикуется, нет ничьего телефона, почты и номера карты.

Гайдлайн копируют, печатают и пересылают. Сказанное в нём о человеке обратно не заберёшь.

Контакты клуба стоят в `facts.yml`, сотрудники — в `handbook.yml`: о них правило молчит.

Когда можно принять: если контакт придуман для примера и никому не принадлежит.
"""

CODE = "406"

SAYS = {
    "phone": Says("в тексте телефон {words}", "a telephone number in the text: {words}"),
    "mail": Says("в тексте почта {words}", "a mail address in the text: {words}"),
    "card": Says("в тексте номер карты {words}", "a card number in the text: {words}"),
    "named-card": Says("в тексте номер карты: {words}", "a card number in the text: {words}"),
    "papers": Says("в тексте номер документа {words}", "the number of a person's papers in the text: {words}"),
    "home": Says("в тексте домашний адрес: {words}", "somebody's home in the text: {words}"),
    "plate": Says("в тексте номер машины {words}", "the number of a car in the text: {words}"),
    "password": Says("в тексте пароль, и его прочтёт каждый: {words}", "a password in the text, and everybody reads it: {words}"),
    "nick": Says("в тексте имя в мессенджере {words}", "somebody's name in a messenger: {words}"),
}
_OWN = Says(
    "чужой — уберите, свой — заведите факт в guideline/facts.yml", "take it out if it is a person's; make a fact of it if it is your own"
)
HINT = {
    "phone": _OWN,
    "mail": _OWN,
    "papers": Says("уберите: хватит слов «номер из карточки»", "take it out: “the number in the card” is enough"),
    "nick": _OWN,
    "home": _OWN,
    "plate": _OWN,
    "password": Says("уберите его отсюда и смените", "take it out and change it"),
    "named-card": Says("уберите: платят по ссылке, и она подставляется для каждого клиента", "take it out: clients pay by a link of their own"),
    "card": Says("уберите: платят по ссылке, и она подставляется для каждого клиента", "take it out: clients pay by a link of their own"),
}

_PATTERNS = {
    "mail": re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"),
    "papers": re.compile(r"(?:паспорт\w*|сери[яиюей]+|снилс|passport|полис\w*)\D{0,24}(\d[\d \u00a0№-]{7,}\d)|(?<!\d)(\d{3}-\d{3}-\d{3}[ -]\d\d)(?!\d)", re.IGNORECASE),
    "home": re.compile(r"\b(?:ул|улица|пр|проспект|пер|бульвар|дом|д)\b\.?[^\n]{0,40}?\bкв\.? ?\d+|\bкв(?:артира|\.) ?\d+", re.IGNORECASE),
    "plate": re.compile(r"(?<!\w)[АВЕКМНОРСТУХ]\d{3}[АВЕКМНОРСТУХ]{2} ?\d{2,3}(?!\w)"),
    "password": re.compile(r"\b(?:парол[ьяе]м?|password)\b[^.\n]{0,20}?[ :«\"](?=\S*\d)(?=\S*[A-Za-z])[A-Za-z0-9_!@#$%^&*-]{6,}", re.IGNORECASE),
    "nick": re.compile(r"(?<![\w.@/])@[A-Za-z]\w{4,31}(?![\w.]\w)"),
    "card": re.compile(r"(?<![\d.,])\d{4}([ \u00a0-]?)\d{4}\1\d{4}\1\d{4}(?!\d)"),
    "named-card": re.compile(r"(?:карт\w*|card)[^\d\n]{0,12}(?:\d{4}[ \u00a0-]){3}\d{4}(?!\d)", re.IGNORECASE),
    "phone": re.compile(
        r"(?<![\w+])(?:\+\d{1,3}|8)[ \u00a0(–-]{0,2}\d{3}[ \u00a0)–-]{0,2}\d{3}[ \u00a0–-]?\d{2}[ \u00a0–-]?\d{2}(?!\d)"
        r"|(?<![\w+])\+\d{1,3}(?:[ \u00a0()–-]{0,2}\d{2,5}){2,5}(?!\d)"
    ),
}
_DIGITS = r"[0-9](?:(?:[ \u00a0()№–-]{0,3}\d){9}|(?<=[АВЕКМНОРСТУХ].)\d\d[АВЕКМНОРСТУХ]{2})"  # a number, a car
# Names that belong to nobody (RFC 2606).
_NOBODYS = re.compile(r"@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)$", re.IGNORECASE)
_OURS = frozenset(("Fact.value", "Fact.forms", "Outline.feedback", "Outline.address"))


WHERE = ("@", "арол", "assword", WantedTyped("[0-9]"))
_MAYBE = re.compile(rf"@|арол|assword|{_DIGITS}|[Кк]в(?:артира|\.)? ?\d")


def check(text: TextOfField, known: FactValues) -> Iterator[Found]:
    if text.field in _OURS or not _MAYBE.search(text.text):
        return
    for form, pattern in _PATTERNS.items():
        for match in pattern.finditer(text.text):
            words = next((part for part in match.groups() if form == "papers" and part), match[0]).strip()
            if _bare(words) not in _ours(known.facts, known.outline) and _is_somebodys(form, words, text.field):
                yield found(text.place, form, quote=words, words=words)


# Private functions


@lru_cache(1)
def _ours(facts: tuple[Fact, ...], outline: Outline) -> frozenset[str]:
    written = (text for fact in facts for text in (fact.value, *(form for _, form in fact.forms)))
    return frozenset(map(_bare, (*written, outline.feedback)))


def _bare(text: str) -> str:
    """Letters and digits only; a Russian number the same whether it begins with +7 or with 8."""
    bare = re.sub(r"[^\w@.]", "", text.lower())
    return re.sub(r"^[78](?=\d{10}$)", "7", bare)


def _is_somebodys(form: str, words: str, field: str) -> bool:
    if form == "mail":
        return not (field == "Placeholder.example" and _NOBODYS.search(words))
    if form in ("papers", "nick", "home", "plate", "password", "named-card"):
        return True
    digits = [int(sign) for sign in words if sign.isdecimal()]
    if form == "card":
        doubled = [2 * digit - 9 * (digit > 4) if number % 2 == 0 else digit for number, digit in enumerate(digits)]
        return sum(doubled) % 10 == 0
    return 10 <= len(digits) <= 15
