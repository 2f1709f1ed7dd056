"""A price, a time, a limit is stated once, as a fact.

A value typed into thirty texts is changed in twenty-nine of them. As a fact it is changed once, and every text follows.

Bad:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: cancel-limit, title: Отмена без списания, value: 4 часа, forms: {acc: 4 часа}}
---
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: price
    do: Назовите цену.
    say: Пробное занятие стоит 900 рублей.  # here
  - id: big
    do: Назовите цену большого абонемента, 17 600 ₽.  # here
  - id: cancel
    do: Скажите, что отменить можно за 4 часа.  # here
```

Good:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: cancel-limit, title: Отмена без списания, value: 4 часа, forms: {acc: 4 часа}}
---
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: price
    do: Назовите цену.
    say: Пробное занятие стоит {{ trial-price }}.
    within: 4 мин
  - id: cancel
    do: Скажите, что отменить можно за {{ cancel-limit.acc }}.
```

When to accept: where the same number means another thing by chance, and that thing will never change.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from cjm.language.durations import seconds
from cjm.language.gist import gist
from cjm.language.inflection import folded, forms_of
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, FactValues, OneFile, TextOfField, sentences
from cjm.lint.wanted import WantedTyped, WantedWords
from cjm.model import Fact, Handbook, Option
from cjm.model.derived import by_value, derived
from cjm.model.formula import is_formula
from cjm.model.reference import FACT

RU = """Цена, срок, предел названы один раз — фактом.

Значение, набранное в тридцати текстах, поменяют в двадцати девяти. Факт меняют в одном месте, и тексты меняются сами.

Когда можно принять: если то же число случайно значит другое и это другое никогда не поменяется.
"""

CODE = "306"
SEVERITY = "warning"

SAYS = {
    "fact": Says("«{words}» набрано руками, а это факт", '"{words}" is typed, and it is a fact'),
    "facts": Says("«{words}» набрано руками, а такие значения — факты", '"{words}" is typed, and such values are facts'),
    "length": Says("срок «{words}» обещан числом, а сроки здесь — факты", 'the time "{words}" is promised as a number, and times are facts here'),
    "other": Says("здесь «{words}», а по факту «{title}» — {value}", 'here it is "{words}", and by the fact "{title}" {value}'),
    "money": Says("сумма «{words}» набрана в тексте", 'the sum "{words}" is typed into the text'),
}
HINT = {
    "fact": Says("напишите {some} ({title})", "write {some} ({title})"),
    "facts": Says("выберите, какой из них: {some}", "choose which of them: {some}"),
    "length": Says("возьмите факт или заведите его в guideline/facts.yml: {some}", "use a fact, or make one in guideline/facts.yml: {some}"),
    "other": Says("напишите {some}, а если речь о другом, заведите ему свой факт", "write {some}; where another thing is meant, make a fact of it"),
    "money": Says(
        "заведите факт в guideline/facts.yml и вставьте его так: {some}", "make a fact of it in guideline/facts.yml and use it like this: {some}"
    ),
}

# Clients say what they like, people type what they like into the search, a change tells what once was.
_NOT_HERE = frozenset(
    (
        "Conflict.says", *SOUGHT, "Never.say", "Words.say", "ClientType.asks", "ClientType.portrait", "Probe.query",
        "Change.what", "Change.effect", "Fact.title", "Fact.value", "Fact.forms", "FactValue.value", "FactValue.forms", "Placeholder.name", "Placeholder.example",
        "Step.within", "PassOn.within", "Outline.address", "Outline.feedback", "Question.ask",  # a case has its own numbers
    )
)  # fmt: skip
_AMOUNT = re.compile(
    r"(\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}|\d++(?:[.,]\d++)?)(?:[\s\u00a0\u202f]*([₽%°$€£]\w?)|[\s\u00a0\u202f]+([^\W\d_]+)|(р)\b)"
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?:[–-]\d{1,2}:\d\d)?(?![\w:]|–\d)")
_DOLLARS = re.compile(r"([$€£])\s?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d\d)?)")
_ADDRESS = re.compile(r"\]\([^()\n]*\)|\w+://[^\s)>]+")
_NUMBER = WantedTyped(r"[0-9](?:$|[₽%°$€£]|р\b|:\d\d)")  # with what makes a value of it, or what follows may
_MONEY = ("₽", "руб", "р", "$", "€", "£", "доллар", "евро", "dollar", "euro", "pound", "rouble", "ruble")
_UNITS = {"ч": "час", "мин": "минут", "сек": "секунд", "лет": "год", "h": "hour", "min": "minut", "s": "second"}
_DAYS = re.compile(r"день|дн(?:я|ю|ей|ем|е|и|ям|ями|ях)?")

_Value = tuple[str, str]  # the number without its spaces, the unit by its beginning


_PLACE = re.compile(r"(?=(?:\W*[^\W\d_]){6})[^@\d:/]+")
_ASKED = ("Option.", "Question.", "Improvement.", "Month.")
_SPELT = WantedWords(frozenset(("пять", "десять", "пятнадцать", "двадцать", "тридцать", "сорок", "полчаса", "five", "ten", "fifteen", "twenty", "thirty", "forty")))
_IN_WORDS = re.compile(r"(?<![\w-])(?<!двадцать )(?<!тридцать )(?<!сорок )(?<!twenty )(?<!thirty )(?<!forty )(?:(?:пять|десять|пятнадцать|двадцать|тридцать|сорок|five|ten|fifteen|twenty|thirty|forty) (?:минут\w*|час\w*|дней|секунд\w*|minutes|hours|days|seconds)|полчаса)(?!\w)", re.IGNORECASE)
_ROUBLES = WantedWords(frozenset(("рублей", "рубля", "рубль", "рублями", "рублям", "roubles", "dollars", "euros")))
_SUM_IN_WORDS = re.compile(r"(?<![\w-])(?:сто|двести|триста|четыреста|(?:пять|шесть|семь|восемь|девять)сот|(?:полторы |две |три |четыре |пять |десять )?тысяч[аиу]?|пятьдесят|hundred|thousand) (?:рубл\w+|roubles|dollars|euros)", re.IGNORECASE)
_VAGUE = frozenset(("сколь", "перва", "первы", "долго", "дольш", "позже", "време", "минут", "часов", "самое", "самая", "самый", "long"))
_RIGHTS = frozenset(("Conflict.alone", "Conflict.answer", "Role.decides", "Step.say", "Step.write", "Variant.text", "Promise.promise", "Promise.measure"))
_LENGTHS = frozenset(("день", "час", "минут", "недел", "месяц", "год", "суток", "сутк", "hour", "minut", "day", "week", "month", "year"))
_MANY = 3
_SCARCE = frozenset(("раз", "одно", "step", "time", "шаг", "человек", "ребен", "people", "детей"))


def _counts(facts: Mapping[_Value, list[Fact]], unit: str) -> bool:
    """Whether such values are facts in this handbook."""
    return sum(len(known) for (_, other), known in facts.items() if other == unit) >= _MANY


def _of_unit(facts: Mapping[_Value, list[Fact]], unit: str) -> Fact | None:
    """The only fact that counts such a thing, where it is no time and no sum."""
    if unit in _LENGTHS or unit in _SCARCE or unit == "clock" or len(unit) < _MANY + 1:
        return None
    known = [fact for (_, other), facts_ in facts.items() if other == unit for fact in facts_]
    return known[0] if len(known) == 1 else None


def check(file: OneFile, facts: FactValues) -> Iterator[Found]:
    if file.by_field.keys() <= _NOT_HERE:
        return
    of_facts = any(isinstance(item, Fact) for item in file.items)  # there each value stands once as itself
    known = _literals(facts.handbook) if of_facts else _typed_somewhere(facts.handbook)
    literals = {literal: fact for literal, fact in known.items() if literal in file.source}
    for passage in file.where("", (_NUMBER, "$", "€", "£", *literals)):
        wrong = isinstance(passage.item, Option) and not passage.item.right  # a wrong answer may name a wrong number
        asked = passage.field.endswith(".open")  # nothing is promised in a question
        if passage.field not in _NOT_HERE and not wrong and not asked:
            yield from _typed(passage, _by_value(facts.handbook), literals)
    heads = _heads(facts.handbook) if not of_facts else {}
    for passage in file.where("", tuple(heads)) if heads else ():
        for head, fact in heads.items() if passage.field not in _NOT_HERE and not isinstance(passage.item, Option) else ():
            near = re.search(rf"(?<!\w){re.escape(head)}\d[\w/-]*", passage.text)
            if near is not None and near[0] not in fact.value:
                yield found(passage.place, "other", quote=near[0], words=near[0], some=_write(fact, near[0]), title=fact.title, value=fact.value)
    for passage in file.with_any(_ROUBLES) if not of_facts else ():
        sum_ = _SUM_IN_WORDS.search(passage.text) if passage.field not in _NOT_HERE and not passage.field.startswith(_ASKED) else None
        if sum_ is not None:
            yield found(passage.place, "money", quote=sum_[0], words=sum_[0], some="{{ … }}")
    for passage in file.with_any(_SPELT) if not of_facts else ():
        if passage.field not in _NOT_HERE and not passage.field.startswith(_ASKED):
            yield from _spelt(passage, facts.handbook)


# Private functions


def _typed(passage: TextOfField, facts: Mapping[_Value, list[Fact]], exact: Mapping[str, Fact]) -> Iterator[Found]:
    text = passage.text
    if "{{" in text:
        text = FACT.sub(lambda fact: " " * len(fact[0]), text)
    if "](" in text or "://" in text:  # an address is a resource's matter, not a fact's
        text = _ADDRESS.sub(lambda address: "/" * len(address[0]), text)
    for words, value in _amounts(text):
        known = facts.get(value, [])
        if len(known) == 1:
            yield found(passage.place, "fact", quote=words, words=words, some=_write(known[0], words), title=known[0].title)
        elif known:
            some = ", ".join(_write(fact, words) for fact in known[:4])
            yield found(passage.place, "facts", quote=words, words=words, some=some)
        elif value[1] in ("₽", "%"):
            yield found(passage.place, "money", quote=words, words=words, some="{{ … }}")
        elif passage.field in _RIGHTS and ((value[1] in _LENGTHS and _counts(facts, value[1])) or (value[1].startswith("рабоч") and _counts(facts, "день"))):
            yield found(passage.place, "length", quote=words, words=words, some="{{ … }}")
        elif (only := _of_unit(facts, value[1])) is not None and only.id not in passage.text:
            yield found(passage.place, "other", quote=words, words=words, some=f"{{{{ {only.id} }}}}", title=only.title, value=only.value)
    for literal, fact in exact.items():
        if re.search(rf"(?<![\w.@/-]){re.escape(literal)}(?![\w@/-]|\.\w)", text):  # not a part of another address
            yield found(passage.place, "fact", quote=literal, words=literal, some=_write(fact, literal), title=fact.title)


@derived
def _heads(handbook: Handbook) -> Mapping[str, Fact]:
    """What an address says before its number: the same with another number is a slip of the finger."""
    heads = {literal[: head.start()]: fact for literal, fact in _literals(handbook).items() if (head := re.search(r"\d", literal)) and _PLACE.fullmatch(literal[: head.start()])}
    return {head: fact for head, fact in heads.items() if sum(other.value.startswith(head) for other in handbook.facts) == 1}


def _spelt(passage: TextOfField, handbook: Handbook) -> Iterator[Found]:
    """A length of time in words beside the facts that speak of the same."""
    for sentence in sentences(passage.text):
        lengths = list(_IN_WORDS.finditer(sentence))
        length = seconds(lengths[0][0]) if len(lengths) == 1 and "{{" not in sentence else None
        said = gist(sentence) if length else frozenset()
        told = [(len(words & said), fact, value) for fact, words, value in _times(handbook) if said and len(words & said) * 2 > len(words)] if said else []
        best = max((count for count, _, _ in told), default=0)
        near = [(fact, value) for count, fact, value in told if count == best]
        if near and length not in [value for _, _, value in told]:
            fact = near[0][0]
            yield found(passage.place, "other", quote=lengths[0][0], words=lengths[0][0], some=_write(fact, lengths[0][0]), title=fact.title, value=fact.value)


@by_value
def _times(handbook: Handbook) -> list[tuple[Fact, frozenset[str], int]]:
    """The facts that are lengths of time, and of what each speaks."""
    return [(fact, words, length) for fact in handbook.facts if (length := seconds(handbook.value(fact.id) or "", day=-1)) and length > 0 and (words := gist(fact.title) - _VAGUE)]


def _amounts(text: str) -> Iterator[tuple[str, _Value]]:
    """Every number with its unit, as written and as compared."""
    for amount in _apart(_AMOUNT, text):
        yield amount[0], (_plain(amount[1]), _unit(amount[2] or amount[3] or amount[4]))
    for sum_ in _apart(_DOLLARS, text):
        yield sum_[0], (_plain(sum_[2].replace(",", "")), "₽")
    for clock in _apart(_CLOCK, text) if ":" in text else ():
        yield clock[0], (clock[0].replace("-", "–"), "clock")


def _apart(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern` finds where no word, number or sign runs into it: a look behind first would be ten times slower."""
    for match in pattern.finditer(text):
        if not match.start() or not (text[match.start() - 1].isalnum() or text[match.start() - 1] in ".,:/{_–-"):
            yield match


@derived
def _literals(handbook: Handbook) -> Mapping[str, Fact]:
    return {literal: fact for fact in handbook.facts if not is_formula(fact.value) and (literal := _literal(fact.value))}


@by_value
def _typed_somewhere(handbook: Handbook) -> Mapping[str, Fact]:
    """Those that some file has beside the one of facts."""
    stands = _beside_facts(handbook.whole or handbook)
    return {literal: fact for literal, fact in _literals(handbook).items() if stands(literal)}


@derived
def _beside_facts(handbook: Handbook) -> Callable[[str], bool]:
    """Whether words stand in some file that has no facts."""
    texts = [text for file, text in handbook.sources.items() if not any(isinstance(one, Fact) for one in handbook.of_file.get(file, ()))]
    return lru_cache(4_096)(lambda words: any(words in text for text in texts))


@by_value
def _by_value(handbook: Handbook) -> Mapping[_Value, list[Fact]]:
    found: dict[_Value, list[Fact]] = {}
    for fact in handbook.facts:
        value = (handbook.value(fact.id) or "").strip()
        if (amount := _amount(value)) is not None:
            found.setdefault(amount, []).append(fact)
    return found


@lru_cache(1_024)
def _amount(value: str) -> _Value | None:
    """What it is where it is a number with its unit and nothing else."""
    amounts = list(_amounts(value))
    return amounts[0][1] if len(amounts) == 1 and len(amounts[0][0]) == len(value) else None


@lru_cache(1_024)
def _literal(value: str) -> str:
    """`value` where it is so peculiar that finding it in a text is no chance: an address, a telephone, a mail."""
    value = value.strip()
    amount = any(len(words) == len(value) for words, _ in _amounts(value))
    return value if len(value) >= 6 and not amount and re.search(r"\d|@|\w\.\w", value) else ""


def _unit(written: str) -> str:
    low = folded(written)
    if low.startswith(_MONEY[:2]) or low in _MONEY or low.startswith(_MONEY[6:]):
        return "₽"
    if _DAYS.fullmatch(low):
        return "день"
    stem = forms_of(low).stem or low
    return _UNITS.get(low) or _UNITS.get(stem, stem)


def _plain(number: str) -> str:
    return re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")


def _write(fact: Fact, words: str) -> str:
    """How the fact is inserted in the form that `words` have."""
    form = next((name for name, form in fact.forms if folded(form) == folded(words) and form != fact.value), "")
    return f"{{{{ {fact.id}.{form} }}}}" if form else f"{{{{ {fact.id} }}}}"
