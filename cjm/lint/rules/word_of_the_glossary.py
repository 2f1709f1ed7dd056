"""Texts use the words of the glossary, and the glossary has only words that texts use.

Two words for one thing make a newcomer look for the difference. A term that no text uses makes the glossary longer and
harder to read.

Bad:

```yaml
terms:
  - {id: trial, term: пробное занятие, means: Первое занятие по особой цене., not: [тестовое занятие]}
  - {id: freeze, term: заморозка, means: Срок абонемента останавливается.}  # here
---
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, когда у него пробное занятие.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
  - id: tell
    do: Расскажите о тестовых занятиях.  # here
```

Good:

```yaml
terms:
  - {id: trial, term: пробное занятие, means: Первое занятие по особой цене., not: [тестовое занятие]}
---
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, когда у него пробное занятие.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
```

When to accept: for a term of a section that is about to be written.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.phrases import Phrase, Phrases, said_in, said_somewhere
from cjm.lint.one_file import SOUGHT, OfEachFile, OneFile
from cjm.lint.wanted import WantedTyped
from cjm.model import Handbook, Term

RU = """Тексты говорят словами словаря, а в словаре только те слова, которые есть в текстах.

Два слова об одном заставляют новичка искать разницу. Термин, которого нет ни в одном тексте, делает словарь длиннее и
труднее.

Когда можно принять: для термина из раздела, который вот-вот напишут.
"""

CODE = "503"
SEVERITY = "warning"

SAYS = {
    "other": Says("«{words}», а в словаре это «{term}»", '"{words}", and the glossary calls it "{term}"'),
    "short": Says("сокращение «{words}» нигде не объяснено: в словаре его нет", 'the abbreviation "{words}" is explained nowhere: the glossary does not have it'),
    "unused": Says("термина «{term}» нет ни в одном тексте", 'no text uses the term "{term}"'),
}
HINT = {
    "other": Says("напишите «{term}»", 'write "{term}"'),
    "short": Says("напишите словами или добавьте его в словарь (guideline/glossary.yml)", "write it out, or add it to the glossary (guideline/glossary.yml)"),
    "unused": Says(
        "уберите его из словаря; если в текстах он стоит в другой форме, добавьте её в forms",
        "take it out of the glossary; if the texts have another form of it, add that to forms",
    ),
}

# What clients say and people type is theirs.
_NOT_OURS = frozenset(
    ("Conflict.says", "ClientType.asks", *SOUGHT, "Probe.query", "Never.say", "Words.say", "Term.not", "Placeholder.name")
)  # fmt: skip
_SIGN = re.compile(r"[^\w\s-]")  # «Обратная связь» in quotation marks is no phrase of words alone
_GLOSSARY = "guideline/glossary.yml"
_Words = tuple[str, tuple[str, ...], tuple[str, ...]]  # a term, its forms, what is not to stand for it


def gather(file: OneFile, terms: tuple[Term, ...]) -> tuple[list[Found], set[str], list[tuple[str, Found]]] | None:
    """The words of a file that the glossary calls otherwise, and the terms that it uses."""
    by_name = {term.term: term for term in terms}
    others, own, signed = _phrases(tuple([(term.term, term.forms, term.instead_of) for term in terms]))
    wrong = []
    for said in said_in(others, file, lambda text: text.field not in _NOT_OURS):
        term = by_name[str(said.phrase.about)]
        if said.passage.item is not term or said.passage.field == "Term.means":
            wrong.append(found(said.passage.place, "other", quote=said.words, words=said.words, term=term.term))
    used: set[str] = set()
    if file.file != _GLOSSARY:
        used = {str(phrase.about) for phrase in said_somewhere(own, file)}
        low = " ".join(file.source.lower().split()) if signed else ""
        used |= {term for form, term in signed if form in low}
    explained = {word for term in terms for form in (term.term, *term.forms) for word in _CAPITALS.findall(form)}
    short = []
    for text in file.with_any(_SHORT) if len(explained) >= _SOME else ():
        if text.field not in _NOT_OURS and not text.field.startswith(_ELSEWHERE):
            words = [word for word in _CAPITALS.findall(_ADDRESSES.sub(" ", text.text)) if word not in explained and word.lower() not in _KNOWN]
            short += [(word, found(text.place, "short", quote=word, words=word)) for word in dict.fromkeys(words)]
    return (wrong, used, short) if wrong or used or short else None


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    used: set[str] = set()
    short: dict[str, list[Found]] = {}
    for wrong, here, abbreviations in files.values():
        yield from wrong
        used |= here
        for word, one in abbreviations:
            short.setdefault(word, []).append(one)
    for several in short.values():
        if len(several) <= _SELDOM:  # what stands everywhere is known to all who work here
            yield several[0]
    for term in handbook.terms if not handbook.unread else ():
        if term.term not in used:
            yield found(term.at("term"), "unused", term=term.term)


_SOME, _SELDOM = 3, 2  # a handbook that explains so many abbreviations explains them
_CAPITALS = re.compile(r"(?<![\w<{@/.-])(?:[А-ЯЁ]{2,5}|[A-Z]{2,5})(?![\w>}@-])")
_SHORT = WantedTyped(r"(?:^|[(«\"])(?:[А-ЯЁ]{2,5}|[A-Z]{2,5})(?:$|[)»\".,:;!?])")
_ADDRESSES = re.compile(r"\{\{[^{}]*\}\}|<[^<>]*>|\w+://\S+|\S+@\S+|[A-ZА-ЯЁ]{2,5} ?\d+")
_ELSEWHERE = ("Term.", "Placeholder.", "Outline.", "Fact.", "Option.")
_KNOWN = frozenset((
    "смс", "sms", "qr", "пин", "pin", "вип", "vip", "мчс", "фио", "инн", "снилс", "сбп", "мфц", "дмс", "омс", "рф", "сша", "тв", "пк", "usb", "wi", "fi", "pdf", "ok", "ок", "дтп", "гибдд", "пдд",
    "нет", "не", "да", "все", "всё", "или", "если", "так", "вы", "мы", "он", "как", "кто", "что", "это", "для", "тут", "ни", "и", "ip", "id", "url", "faq", "gps", "cv", "hr", "it", "ит", "uk", "us", "usa", "eu", "no", "not", "yes", "all", "do", "am", "pm", "atm", "ooo", "ооо", "ип", "ао", "жкх", "тц", "бц", "вуз", "загс", "лфк", "узи", "экг", "орви", "дцп", "cvv", "nfc", "excel", "word", "ndc", "пфдо", "тодо", "todo", "tbd", "sos",
))  # fmt: skip


# Private functions


@lru_cache(4)  # by words and not by terms: those would keep the files they are written in
def _phrases(terms: tuple[_Words, ...]) -> tuple[Phrases, Phrases, list[tuple[str, str]]]:
    """The words that stand for a term and should not; those that a term may have; and among these what has signs in it."""
    others = Phrases(Phrase(word, term) for term, _, instead_of in terms for word in instead_of)
    own = [(form, term) for term, forms, _ in terms for form in (term, *forms)]
    signed = [(" ".join(form.lower().split()), term) for form, term in own if _SIGN.search(form)]
    return others, Phrases(Phrase(form, term) for form, term in own), signed
