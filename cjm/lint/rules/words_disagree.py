"""Words that belong together agree: a number with its noun, an adjective, a preposition, a verb.

«За 5 минута», «жёлтый наклейка», «без справка», «занятие остался»: a sentence was changed and its end was forgotten. Said
aloud it is heard at once. Told are only words of a front desk whose forms are known, and only what can be in no way right.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поставьте жёлтый наклейка, в воду без справка не пускаем.  # here
  - id: wait
    do: Через 10 минута позвоните клиенту.  # here
    done_when: Занятие остался на абонементе.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поставьте жёлтую наклейку, в воду без справки не пускаем.
  - id: wait
    do: Через 10 минут позвоните клиенту, после 21 часа напишите.
    done_when: Занятие осталось на абонементе.
```

When to accept: in words of a client that are quoted as he says them.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.agreement import (
    ACCUSATIVE,
    COUNTED,
    GENITIVE,
    NOMINATIVE,
    NUMERALS,
    OF_CASE,
    OF_GENDER,
    PERSONS,
    PLURAL,
    PREPOSITIONS,
    SINGULAR,
    TIMES,
    acts,
    adjectives,
    nouns,
    verbs,
)
from cjm.lint.one_file import SOUGHT, OneFile
from cjm.model import Fact

RU = """Слова, которые стоят вместе, согласованы: число с предметом, прилагательное, предлог, глагол.

«За 5 минута», «жёлтый наклейка», «без справка», «занятие остался»: фразу правили и забыли про её конец. Вслух это
слышно сразу. Замечание бывает только о словах стойки, формы которых известны, и только о том, что верным быть не может.

Когда можно принять: в словах клиента, которые приведены так, как он говорит.
"""

CODE = "437"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "number": Says("число и слово не согласованы: «{words}»", 'a number and its noun do not agree: "{words}"'),
    "adjective": Says("слова не согласованы в роде, числе или падеже: «{words}»", 'two words do not agree in gender, number or case: "{words}"'),
    "preposition": Says("после предлога не тот падеж: «{words}»", 'the wrong case after a preposition: "{words}"'),
    "form": Says("форма «{words}» стоит не в том падеже ({key})", 'the form "{words}" is in another case than its key says ({key})'),
    "verb": Says("глагол не согласован в роде или числе: «{words}»", 'a verb does not agree in gender or number: "{words}"'),
}
HINT = dict.fromkeys(SAYS, Says("прочтите фразу вслух и исправьте окончание", "read the sentence aloud and mend the ending"))

_NOT_HERE = frozenset((*SOUGHT, "Probe.query", "Term.not", "Words.say", "ClientType.asks", "Placeholder.name"))
_ENDS = ".,!?:;…»)\"”*"
_NEAR = 4  # words: «мама ещё не пришла»
_HOURS = ("утр",)  # «шесть утра»
_STOPS = ".!?:…»|"
_BETWEEN = frozenset(("уже", "еще", "снова", "тоже", "сразу", "не", "сегодня", "вчера"))
_AND = frozenset(("и", "или"))
_AS_ORDINAL = frozenset(("с", "со", "на", "в", "к", "до", "после", "по", "от", "из"))


def check(file: OneFile) -> Iterator[Found]:
    yield from _forms_of_facts(file)
    typed = file.typed
    words = set(typed)
    named, acting = words & _typed_nouns(), words & _typed_verbs()
    wrong = [(at - 1, at, form) for at, word in enumerate(typed) if word in named and at and _leads(typed[at - 1]) and not _one_of_several(typed, at) and (form := _beside(typed[at - 1], word) or _counted(typed, at))]
    wrong += [(noun, at, "verb") for at, word in enumerate(typed) if word in acting and (noun := _acting(typed, at)) >= 0]
    if who := words & PERSONS.keys():
        wrong += [(at, last, "verb") for at, word in enumerate(typed) if word in who and (last := _done_by(typed, at))]
    if words & _SPEAKERS:
        wrong += [(at, at + 1, "verb") for at, word in enumerate(typed) if word in _SPEAKERS and at + 1 < len(typed) and _SAID_BY[word].fullmatch(typed[at + 1].strip(_ENDS))]
    for first, last, form in dict.fromkeys(wrong):
        begins = next((number + 1 for number in range(first, -1, -1) if typed[number] == "\0"), 0)
        text = file.texts[typed[:first].count("\0")]
        said = " ".join(text.text.split()[first - begins : last - begins + 1]).strip(_ENDS + "«(")
        if text.field not in _NOT_HERE:
            yield found(text.place, form, quote=said, words=said)


# Private functions


# The accusative of «4 часа» is counted: «за 4 часа», «за 5 часов».
_KEYS = {"gen": "g", "dat": "d", "acc": "ag", "ins": "i", "loc": "p"}


def _forms_of_facts(file: OneFile) -> Iterator[Found]:
    """The forms of facts, each in the case of its key."""
    for fact in file.by_class.get(Fact, ()):
        for key, form in fact.forms if isinstance(fact, Fact) else ():
            bits = nouns().get(folded(form).rpartition(" ")[2]) if key in _KEYS else None
            if bits and not any(bits & OF_CASE[case] for case in _KEYS[key]):
                yield found(fact.at("forms"), "form", quote=form, words=form, key=key)


@cache
def _typed_nouns() -> frozenset[str]:
    return frozenset(form + end for end in ("", *_ENDS) for form in nouns())


@cache
def _typed_verbs() -> frozenset[str]:
    return frozenset(form + end for end in ("", *_ENDS) for form in verbs())


@lru_cache(16_384)
def _leads(before: str) -> bool:
    """Whether a word asks something of the noun behind it: a preposition, an adjective, a number."""
    bare = before.lstrip("«(")
    return before[-1].isdecimal() or before in NUMERALS or bare in PREPOSITIONS or bare in adjectives()[0]


def _one_of_several(typed: list[str], at: int) -> bool:
    """Whether the adjective before a noun is the last of several: «жёлтая и синяя наклейки»."""
    before = typed[at - 3] if at > 2 and typed[at - 2] in _AND else typed[at - 2] if at > 1 and typed[at - 2].endswith(",") else ""
    many = adjectives()[0]
    return bool(before) and typed[at - 1] in many and before.rstrip(",").lstrip("«(") in many


@lru_cache(32_768)
def _beside(before: str, word: str) -> str:
    """What is wrong about a noun behind a preposition or an adjective; nothing, where it may be right."""
    before = before.lstrip("«(")
    many, alone = adjectives()
    asked, form = PREPOSITIONS.get(before), many.get(before)
    if asked is None and form is None:
        return ""
    bits = _bits_of(word)
    if asked is not None:
        if before in ("с", "со") and word.startswith(TIMES):  # «с неделю назад»
            asked |= ACCUSATIVE
        return "" if bits & asked else "preposition"
    assert form is not None
    return "" if bits & form or (before in alone and (bits & GENITIVE or not _one_case(bits, form))) else "adjective"  # «старший смены»


def _bits_of(word: str) -> int:
    known = nouns()
    return known[word] if word in known else known[word[:-1]]


def _one_case(one: int, other: int) -> bool:
    """Whether two forms have a case in common, whatever their gender."""
    return any((one >> 4 * case) & 15 and (other >> 4 * case) & 15 for case in range(6))


def _acting(typed: list[str], at: int) -> int:
    """The place of the noun before a verb that does not agree with it; less than nought where there is none."""
    noun = at - 2 if at > 1 and typed[at - 1] in _BETWEEN else at - 1
    bits = nouns().get(typed[noun], 0) if noun >= 0 else 0
    before = typed[noun - 1].lstrip("«(") if noun > 0 else "\0"
    if not bits or bits & GENITIVE or before in PREPOSITIONS or before in adjectives()[0] or typed[noun].startswith(TIMES) or before[-1].isdigit() or before in NUMERALS:
        return -1
    genders = [gender for gender in "mfnp" if bits & NOMINATIVE & OF_GENDER[gender]]
    gender = verbs()[typed[at].strip(_ENDS)]
    if len(genders) != 1 or genders[0] == gender or (genders[0] == "m" and not bits & ACCUSATIVE):  # «администратор пришла»
        return -1
    return noun if gender != "p" or before == "\0" or before[-1] in _STOPS else -1  # «имя и цена пришли»


def _done_by(typed: list[str], at: int) -> int:
    """The place of the verb behind a person that does not agree with him; nought where there is none."""
    after = next((one for one in range(at + 1, min(at + _NEAR, len(typed))) if typed[one] not in _BETWEEN), len(typed))
    gender = acts(typed[after].strip(_ENDS)) if after < len(typed) else ""
    before = typed[at - 1].lstrip("«(") if at else "\0"
    if gender == "s":
        return after if PERSONS[typed[at]] == "p" and before not in PREPOSITIONS and typed[after : after + 2][-1:] != ["быть"] else 0
    if not gender or gender == PERSONS[typed[at]] or before in PREPOSITIONS or before in ("и", "или", "чем", "как"):
        return 0
    return after if gender != "p" or PERSONS[typed[at]] == "p" or typed[at] in ("он", "она") else 0


_SPEAKERS = frozenset(("я", "мы", "вы"))
_ACTING = r"(?:перезвон|позвон|напиш|скаж|запиш|пришл|провер|уточн|посмотр|верн|отправ|подожд|отвеч|ответ|спрос|сдела|помож|встре[тч]|провод|подбер|найд|отмен|перенес)"
_SAID_BY = {
    "я": re.compile(rf"{_ACTING}(?:им|ем)"),
    "мы": re.compile(rf"{_ACTING}л?(?:ю|у)"),
    "вы": re.compile(r"[а-я]{2,}(?:ешь|ишь)|может|хочет|знает|придет|будет|сможет"),
}


def _counted(typed: list[str], at: int) -> str:
    before = typed[at - 1]
    if not (before[-1].isdecimal() or before in NUMERALS) or not (before in NUMERALS or typed[at].startswith(COUNTED)) or typed[at].startswith(_HOURS):
        return ""
    figures = before.replace("—", "–").replace("-", "–").lstrip("«(")
    figures = figures.rpartition("–")[2] if figures[:1].isdecimal() else ""
    count = int(figures) if figures.isdecimal() and len(figures) < 3 else NUMERALS.get(before, 0)
    bits = _bits_of(typed[at])
    if not count or (at > 1 and typed[at - 2] in _AS_ORDINAL and bits & SINGULAR & PREPOSITIONS[typed[at - 2]]):  # «с 5 дня», «на 8 занятии»
        return ""
    return "number" if _miscounted(count, before, bits) else ""


def _miscounted(count: int, before: str, bits: int) -> bool:
    last, teen = count % 10, 10 < count < 20
    if last == 1 and not teen:
        return not bits & SINGULAR
    if last in (0, *range(5, 10)) or teen:
        return not bits & (GENITIVE & PLURAL if before in NUMERALS else PLURAL & ~(NOMINATIVE | ACCUSATIVE))
    if before == "две":
        return not bits & GENITIVE & OF_GENDER["f"]
    if before == "два":
        return not bits & GENITIVE & (OF_GENDER["m"] | OF_GENDER["n"])
    return not bits & (GENITIVE & SINGULAR if before in NUMERALS else GENITIVE & SINGULAR | PLURAL & ~(NOMINATIVE | ACCUSATIVE))
