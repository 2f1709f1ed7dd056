"""No step asks for what its section never does.

Read in a hurry, the step wins: whoever follows it does what the list below forbids.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
  - id: move
    do: Предложите другой день. Спросите, почему не придут.  # here
  - id: pay
    do: Не хотят ждать — дайте номер своей карты.  # here
  - id: ask
    do: Спросите, чем помочь. Цену пока не называйте.
    say: Чем помочь? Цена вас приятно удивит.  # here
never:
  - {do: "Спрашивать, почему не придут", instead: Предложите два варианта}
  - {do: Давать номер своей карты, instead: Пришлите ссылку}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
  - id: move
    do: Предложите другой день. Не спрашивайте, почему не придут.
  - id: pay
    do: Не хотят ждать — пришлите ссылку.
  - id: ask
    do: Спросите, чем помочь. Цену пока не называйте.
    say: Чем помочь?
never:
  - {do: "Спрашивать, почему не придут", instead: Предложите два варианта}
  - {do: Давать номер своей карты, instead: Пришлите ссылку}
```

When to accept: where the step speaks of another case.
"""

import re
from collections.abc import Iterator

from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import sentences
from cjm.model import Section

RU = """Ни один шаг не велит того, чего раздел не делает никогда.

При клиенте побеждает шаг: кто его выполнит, сделает то, что ниже запрещено.

Когда можно принять: если шаг о другом случае.
"""

CODE = "336"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "": Says("шаг велит то, чего раздел велит никогда не делать: «{never}» (строка {line})", 'the step asks for what the section never does: "{never}" (line {line})'),
    "said": Says("в этих словах то, чего раздел велит никогда не делать: «{never}» (строка {line})", 'these words hold what the section never does: "{never}" (line {line})'),
    "asked": Says("просили «{never}», а шаг велит: «{words}»", 'the client asked for "{never}", and the step says: "{words}"'),
    "unsaid": Says("в словах стоит «{words}», а шаг запрещает об этом говорить (строка {line})", 'the words say "{words}", and the step forbids to speak of it (line {line})'),
}
HINT = dict.fromkeys(SAYS, Says("уберите одно из двух или скажите, чем случаи различаются", "take one of the two out, or say how the cases differ"))

_HEAD = 3  # letters: «спрашивать» is «спросите»
_ENOUGH = 2  # words beside the verb that tell the thing by themselves: «давать номер своей карты»
_STEM = 5  # letters by which a word is known again
_INFINITIVE = re.compile(r"(?:ть|ти|чь|ться|тись)\Z|\Ato\Z", re.IGNORECASE)
_CASE = re.compile(r"(?<!\w)(?:если|когда|пока|без|до|кроме|при|после|if|when|while|without|before|unless|until|after)(?!\w)", re.IGNORECASE)
_ACTS = re.compile(r"\w(?:ите|йте|ьте)(?:сь)?(?!\w)", re.IGNORECASE)
_PRICES, _PRICE = ("цен", "стоим", "сумм", "pric"), re.compile(r"₽|\bстоит\b|-price\b|\bcosts?\b")
_SAYS_NOT = ("молч", "не назыв", "не произн", "не упом", "не говор", "Не назыв", "Не произн", "Не упом", "Не говор", "not ", "n't ")
_PARTS = re.compile(r"[,;:()]| [—–-] ")
_UNSAID = re.compile(
    r"(?:не (?:называйте|называем|произносите|упоминайте|говорите о|говорите об|говорим о|говорим об) (?:пока |ему |ей |клиенту |сами )?([а-яё]{4,})(?=[.,;!\n]|\Z)"
    r"|([а-яё]{4,}) (?:пока )?не (?:называйте|называем|произносите|упоминайте)(?=[.,;!\n]|\Z)|(?<!\w)об? (?:[а-яё]+ и )?([а-яё]{4,}) (?:молчите|молчим)(?!\w)"
    r"|(?:do not|don't) (?:name|mention|say) (?:the |any )?([a-z]{4,})(?=[.,;!\n]|\Z))",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"(?:(?P<write>«?только (?:писать|сообщени\w+|в чат\w*)»?|(?:просил\w*|просят|просим) (?:\w+ )?не звонить)|(?P<call>«?только звонить»?|(?:просил\w*|просят) (?:\w+ )?не писать))[^.!?\n]*?[,—–-] ?(?:[а-яё]+ ){0,3}?(?P<act>(?<!не )(?:позвоните|звоните|наберите|перезвоните|напишите|пишите))",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?<!\w)(?:не|ни|без|вместо|нельзя|никогда|not|never|without|instead)(?!\w)", re.IGNORECASE)


def check(section: Section) -> Iterator[Found]:
    never = [(meant, _thing(one.do), one) for one in section.never if one.do and len(meant := gist(one.do, _HEAD)) > 1]
    for step in section.steps if never else ():
        for key, text in (("do", step.do), ("how", step.how)):
            for sentence in sentences(text):
                told = gist(sentence, _HEAD)
                one = next((one for meant, thing, one in never if meant <= told or (thing and thing <= told)), None)
                if one is not None and (not _NOT.search(_less(sentence, one.do)) or _asked_for(sentence, _thing(one.do))):
                    yield found(step.at(key), quote=sentence.strip(), never=one.do.strip(" ."), line=one.at("do").line)
    for variant in (variant for script in section.scripts for variant in script.variants) if never else ():
        told = gist(variant.text, _HEAD)
        one = next((one for _, thing, one in never if len(thing) > _ENOUGH and thing <= told), None)
        if one is not None and not _NOT.search(variant.text):
            yield found(variant.at("text"), "said", never=one.do.strip(" ."), line=one.at("do").line)
    yield from _against_its_step(section)
    yield from _against_what_was_asked(section)


# Private functions


def _thing(never: str) -> frozenset[str]:
    """What is forbidden without its verb, where that is enough to know it by; where alternatives are forbidden, none is."""
    verb, _, rest = never.strip().partition(" ")
    thing = gist(rest, _HEAD)
    return thing if _INFINITIVE.search(verb) and len(thing) >= _ENOUGH and not _CASE.search(rest) else frozenset()


def _asked_for(sentence: str, thing: frozenset[str]) -> bool:
    """Whether a part of the sentence asks for it that denies nothing: «не хотят ждать — дайте номер карты»."""
    parts = [part for part in _PARTS.split(sentence) if thing and thing <= gist(part, _HEAD)]
    return any(_ACTS.search(part) and not _NOT.search(part) for part in parts)


def _against_what_was_asked(section: Section) -> Iterator[Found]:
    """«Только писать», and a call all the same."""
    for step in section.steps:
        for key, text in (("do", step.do), ("how", step.how)):
            for one in _ASKED_FOR.finditer(text) if "только " in text or "прос" in text.lower() else ():
                rings = "пи" not in one["act"].lower()
                if rings == bool(one["write"]):
                    yield found(step.at(key), "asked", quote=one["act"], never=(one["write"] or one["call"]).strip("«»"), words=one["act"])


def _against_its_step(section: Section) -> Iterator[Found]:
    """The words of a step beside what the step itself says of them: «цену не называйте», «о диагнозах молчите»."""
    scripts = {script.id: script for script in section.scripts}
    for step in section.steps:
        told_of = f"{step.do} {step.how}" if step.say or step.write or step.script else ""
        if not any(sign in told_of for sign in _SAYS_NOT):
            continue
        silent = [word for told in _UNSAID.finditer(told_of) for word in [next(filter(None, told.groups()))]]
        if not silent:
            continue
        script = scripts.get(step.script)
        places = [(step, "say", step.say), (step, "write", step.write), *((one, "text", one.text) for one in (script.variants if script else ()))]
        for item, key, text in places:
            low = text.lower().replace("ё", "е")
            word = next((word for word in silent if re.search(rf"(?<![\w<]){re.escape(_stem(word))}", low) or (_stem(word) in _PRICES and _PRICE.search(low))), "")
            if word and not _NOT.search(text):
                yield found(item.at(key), "unsaid", words=word, line=step.at("do").line)


def _stem(word: str) -> str:
    return word.lower().replace("ё", "е")[: min(_STEM, len(word) - 1)]


def _less(sentence: str, never: str) -> str:
    """The sentence without what it shares with the list: a «не» of the list's own is no denial of it."""
    words = set(re.findall(r"\w+", never.lower()))
    return sentence if "не" not in words else re.sub(r"(?<!\w)не(?!\w)", "", sentence, count=1, flags=re.IGNORECASE)
