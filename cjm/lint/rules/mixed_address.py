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
from collections.abc import Callable, Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.clients import CLIENT_NOUNS
from cjm.lint.lexicon.phrases import Phrase, said_in
from cjm.lint.texts import SOUGHT, TextOfField, Texts
from cjm.model import Handbook

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
_FAMILIAR_WORDS = ("ты", "тебя", "тебе", "тобой", "твой", "твоя", "твое", "твои", "твоего", "твоей", "твоему", "твоих")
_TO_A_CHILD = re.compile(r"<[^<>]*(?:реб|малыш|child|kid)[^<>]*>\s*[,!.]|\bпривет\b", re.IGNORECASE)
_NOT_OURS = frozenset(
    (
        "Conflict.says", "ClientType.asks", "ClientType.title", *SOUGHT, "Probe.query", "Never.say", "Words.say",
        "Term.term", "Term.forms", "Term.not", "Placeholder.name", "Placeholder.example",
    )
)  # fmt: skip


def check(handbook: Handbook, texts: Texts) -> Iterator[Found]:
    if any(" Вы" in source or " Ва" in source for source in handbook.sources.values()):
        yield from _capitals(texts)
    if any(word in texts.files for word in _FAMILIAR_WORDS):
        yield from _familiarity(texts)
    yield from _clients(handbook, texts)


# Private functions


_Finder = Callable[[str], str]


def _capital(text: str) -> str:
    """«Вы» inside a sentence: after a full stop a capital says nothing."""
    for match in _CAPITAL.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if before[-1:] == " " and (before[0].islower() or before[0] in ",;>"):
            return match[0]
    return ""


def _small(text: str) -> str:
    return _first(_SMALL, text)


def _formal(text: str) -> str:
    return _first(_FORMAL, text)


def _familiar(text: str) -> str:
    return "" if _TO_A_CHILD.search(text) else _first(_FAMILIAR, text)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _said(texts: Texts, find_in: _Finder) -> list[tuple[TextOfField, str]]:
    """The words to say in which something is found, and what."""
    return [(passage, words) for passage in texts if passage.style == "said" and (words := find_in(passage.text))]


def _capitals(texts: Texts) -> Iterator[Found]:
    capital = _said(texts, _capital)
    small = _said(texts, _small) if capital else []
    form, rare = ("capital", capital) if len(capital) <= len(small) else ("small", small)
    for passage, words in rare:
        yield found(passage.place, form, quote=words, words=words, low=words.lower(), high=words.capitalize())


def _familiarity(texts: Texts) -> Iterator[Found]:
    familiar = _said(texts, _familiar)
    formal = _said(texts, _formal) if familiar else []
    form, rare = ("familiar", familiar) if len(familiar) <= len(formal) else ("formal", formal)
    for passage, words in rare:
        yield found(passage.place, form, quote=words, words=words)


def _clients(handbook: Handbook, texts: Texts) -> Iterator[Found]:
    """The words for a client that are not the house's one, first in each section."""
    own = {folded(form) for term in handbook.terms for form in (term.term, *term.forms)}
    own |= {folded(title) for role in handbook.roles for title in role.title.split()}
    words = [word for word in CLIENT_NOUNS if word.isascii() == (handbook.outline.language == "en")]
    phrases = [phrase for phrase in map(Phrase, words) if not _any_in(phrase, own)]
    files = {phrase.text: texts.files_with(phrase.words[0]) for phrase in phrases}
    usual = max(phrases, key=lambda phrase: len(files[phrase.text]), default=None)
    if usual is None:
        return
    rare = [phrase for phrase in phrases if phrase is not usual and len(files[phrase.text]) * 2 < len(files[usual.text])]
    seen = set()
    for said in said_in(rare, texts, lambda passage: passage.field not in _NOT_OURS):
        here = (said.passage.item.source.file, said.phrase.text)
        if here not in seen and not (said.words.isupper() and len(said.words) > 1):  # «ГОСТ» is no guest
            seen.add(here)
            yield found(said.passage.place, "client", quote=said.words, words=said.words, usual=usual.text)


def _any_in(phrase: Phrase, own: set[str]) -> bool:
    return any(phrase.words[0].has(word) for word in own)
