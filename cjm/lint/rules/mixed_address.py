"""Clients are addressed, and called, in one way throughout.

«Вы» in one message and «вы» in the next, a guest here and a client there: the reader sees several companies.

What is used most is taken for the house's way. A child is spoken to as «ты». A word of the glossary is never reported.

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
  - id: greet
    do: Поздоровайтесь.
    say: Добрый день! Чем вам помочь?
  - id: name
    do: Спросите имя.
    say: Скажите, как вас зовут и кого вы ждёте?
  - id: ask
    do: Спросите о времени.
    say: Какое время Вам удобно?  # here
  - id: bye
    do: Попрощайтесь.
    say: До встречи, ждём тебя завтра.  # here
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Добрый день! Чем вам помочь? Вы впервые у нас?
  - id: child
    do: Поздоровайтесь с ребёнком.
    say: <Имя ребёнка>, привет! Покажешь, что у тебя в рюкзаке?
```

When to accept: where one message is meant for other people than the rest.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.clients import CLIENT_NOUNS
from cjm.lint.lexicon.phrases import Phrase, Phrases
from cjm.lint.one_file import SOUGHT, OfEachFile, OneFile, TextOfField
from cjm.lint.wanted import WantedWords
from cjm.lint.words import tokens
from cjm.model import Handbook, Outline, Role, Term

RU = """К клиентам обращаются и называют их везде одинаково.

«Вы» в одном сообщении и «вы» в другом, здесь гость, там клиент — читатель видит несколько разных компаний.

Принятым считается то, что встречается чаще. С ребёнком говорят на «ты». Слово из словаря терминов не проверяется.

Когда можно принять: если одно сообщение обращено к другим людям, чем остальные.
"""

CODE = "405"
SEVERITY = "warning"

SAYS = {
    "capital": Says("«{words}» с прописной, а в остальных текстах — со строчной", '"{words}" with a capital; elsewhere it is written small'),
    "small": Says("«{words}» со строчной, а в остальных текстах — с прописной", '"{words}" written small; elsewhere it has a capital'),
    "familiar": Says("здесь клиенту говорят «{words}», а в остальных текстах — «вы»", '"{words}" to a client; elsewhere he is addressed as «вы»'),
    "formal": Says("здесь клиенту говорят «{words}», а в остальных текстах — «ты»", '"{words}" to a client; elsewhere he is addressed as «ты»'),
    "client": Says("«{words}», а в остальных текстах — «{usual}»", '"{words}"; elsewhere it is "{usual}"'),
}
HINT = {
    "capital": Says("напишите со строчной: {low}", "write it small: {low}"),
    "small": Says("напишите с прописной: {high}", "write it with a capital: {high}"),
    "familiar": Says("обратитесь на «вы»", "address him as «вы»"),
    "formal": Says("обратитесь на «ты»", "address him as «ты»"),
    "client": Says(
        "выберите одно слово; если это разные люди, добавьте слово в словарь терминов",
        "choose one word; if they are different people, add the word to the glossary",
    ),
}

_CAPITAL = re.compile(r"В(?:ы|ас|ам|ами|аш(?:а|е|и|его|ей|у|их|им|ими|ем|ему)?)\b")
_SMALL = re.compile(r"\b(?:вы|вас|вам|вами|ваш(?:а|е|и|его|ей|у|их|им|ими|ем|ему)?)\b")
_FORMAL = re.compile(_SMALL.pattern, re.IGNORECASE)
_FAMILIAR = re.compile(r"\b(?:ты|тебя|тебе|тобой|тво(?:й|я|ё|е|и|его|ей|ему|им|их|ими|ём|ем|ю))\b", re.IGNORECASE)
_YOU = frozenset(["вы", "вас", "вам", "вами", "ваш", "ваша", "ваше", "ваши", "вашего", "вашей", "вашу", "ваших", "вашим", "вашими", "вашем", "вашему"])
_THOU = frozenset(["ты", "тебя", "тебе", "тобой", "твой", "твоя", "твое", "твои", "твоего", "твоей", "твоему", "твоим", "твоих", "твоими", "твоем", "твою"])
_IS_YOU, _IS_THOU = WantedWords(_YOU), WantedWords(_THOU)
_TO_A_CHILD = re.compile(r"<[^<>]*(?:реб|малыш|child|kid)[^<>]*>\s*[,!.]|\bпривет\b", re.IGNORECASE)
_NOT_OURS = frozenset(
    (
        "Conflict.says", "ClientType.asks", "ClientType.title", *SOUGHT, "Probe.query", "Never.say", "Words.say",
        "Term.term", "Term.forms", "Term.not", "Placeholder.name", "Placeholder.example",
    )
)  # fmt: skip


_Words = list[tuple[TextOfField, str]]  # the texts in which something is found, and what


@dataclass(frozen=True, slots=True)
class _Addressed:
    """How one file, or a part of it, addresses clients and what it calls them."""

    file: str
    capital: _Words
    small: _Words
    familiar: _Words
    formal: _Words
    nouns: dict[str, list[TextOfField]]  # each with the texts where it is ours to choose


def gather(file: OneFile, outline: Outline, terms: tuple[Term, ...], roles: tuple[Role, ...]) -> _Addressed:
    told = {"вы": _telling(file, _IS_YOU), "ты": _telling(file, _IS_THOU)}
    phrases = _nouns(outline, terms, roles)
    nouns = {
        phrases.listed[noun].text: [file.texts[number] for number in sorted(texts) if file.texts[number].field not in _NOT_OURS]
        for noun, texts in phrases.there(file).items()
        if texts
    }
    return _Addressed(
        file=file.file,
        capital=[(text, words) for text in told["вы"] if "В" in text.text and (words := _capital(text.text))],
        small=[(text, match[0]) for text in told["вы"] if (match := _SMALL.search(text.text))],
        familiar=[(text, match[0]) for text in told["ты"] if (match := _FAMILIAR.search(text.text)) and not _TO_A_CHILD.search(text.text)],
        formal=[(text, match[0]) for text in told["вы"] if (match := _FORMAL.search(text.text))],
        nouns=nouns,
    )


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    capital, small, familiar, formal = (
        [one for file in files.values() for one in getattr(file, form)] for form in ("capital", "small", "familiar", "formal")
    )
    form, rare = ("capital", capital) if len(capital) <= len(small) else ("small", small)
    for text, words in rare if capital else ():
        yield found(text.place, form, quote=words, words=words, low=words.lower(), high=words.capitalize())
    form, rare = ("familiar", familiar) if len(familiar) <= len(formal) else ("formal", formal)
    for text, words in rare if familiar else ():
        yield found(text.place, form, quote=words, words=words)
    yield from _clients(handbook, files)


# Private functions


def _telling(file: OneFile, words: WantedWords) -> list[TextOfField]:
    """The words to say that have one of `words`."""
    return [text for text in file.with_any(words) if text.style == "said"]


def _capital(text: str) -> str:
    """«Вы» inside a sentence: after a full stop a capital says nothing."""
    for match in _CAPITAL.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if before[-1:] == " " and (before[0].islower() or before[0] in ",;>"):
            return match[0]
    return ""


def _nouns(outline: Outline, terms: tuple[Term, ...], roles: tuple[Role, ...]) -> Phrases:
    """What clients may be called, but for the words of the glossary and of the titles of roles."""
    own = {folded(form) for term in terms for form in (term.term, *term.forms)}
    return _nouns_but(outline.language, frozenset(own | {folded(title) for role in roles for title in role.title.split()}))


@lru_cache(4)  # by words and not by terms: those would keep the files they are written in
def _nouns_but(language: str, own: frozenset[str]) -> Phrases:
    words = (word for word in CLIENT_NOUNS if word.isascii() == (language == "en"))
    return Phrases(phrase for phrase in map(Phrase, words) if not any(phrase.words[0].has(word) for word in own))


def _clients(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    """The words for a client that are not the house's one, first in each file."""
    nouns = _nouns(handbook.outline, handbook.terms, handbook.roles)
    told: dict[str, dict[str, list[TextOfField]]] = {}
    for part in files.values():
        here = told.setdefault(part.file, {})
        here.update((noun, here.get(noun, []) + texts) for noun, texts in part.nouns.items())
    often = {phrase.text: sum(phrase.text in here for here in told.values()) for phrase in nouns.listed}
    usual = max(often, key=often.__getitem__, default="")
    for noun, count in often.items():
        for here in told.values() if noun != usual and count * 2 < often[usual] else ():
            for text, words in _said(nouns, noun, here.get(noun, ())):
                yield found(text.place, "client", quote=words, words=words, usual=usual)
                break


def _said(nouns: Phrases, noun: str, texts: Iterable[TextOfField]) -> Iterator[tuple[TextOfField, str]]:
    """Where texts say it, and how; «ГОСТ» is no guest."""
    phrase = next(one for one in nouns.listed if one.text == noun)
    for text in texts:
        for start, end in phrase.find(tokens(text.text), text.text):
            words = text.text[start:end]
            if not (words.isupper() and len(words) > 1):
                yield text, words
