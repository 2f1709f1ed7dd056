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

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.phrases import Phrase, said_in
from cjm.lint.texts import SOUGHT, Texts
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
    "unused": Says("термина «{term}» нет ни в одном тексте", 'no text uses the term "{term}"'),
}
HINT = {
    "other": Says("напишите «{term}»", 'write "{term}"'),
    "unused": Says(
        "уберите его из словаря; если в текстах он стоит в другой форме, добавьте её в forms",
        "take it out of the glossary; if the texts have another form of it, add that to forms",
    ),
}

# What clients say and people type is theirs.
_NOT_OURS = frozenset(
    ("Conflict.says", "ClientType.asks", *SOUGHT, "Probe.query", "Never.say", "Words.say", "Term.not", "Placeholder.name")
)  # fmt: skip
_GLOSSARY = "guideline/glossary.yml"


def check(handbook: Handbook, texts: Texts) -> Iterator[Found]:
    others = [Phrase(word, term) for term in handbook.terms for word in term.instead_of]
    for said in said_in(others, texts, lambda passage: passage.field not in _NOT_OURS):
        term = said.phrase.about
        if isinstance(term, Term) and not (said.passage.item is term and said.passage.field != "Term.means"):
            yield found(said.passage.place, "other", quote=said.words, words=said.words, term=term.term)
    folded: dict[str, str] = {}
    for term in handbook.terms:
        if not _is_used(term, texts, folded):
            yield found(term.at("term"), "unused", term=term.term)


# Private functions


def _is_used(term: Term, texts: Texts, folded: dict[str, str]) -> bool:
    """Whether a file beside the glossary uses a form of `term`; `folded` keeps what was made of each file."""
    for form in (term.term, *term.forms):
        phrase = Phrase(form)
        files = [file for file in texts.files_with(phrase.key) if file != _GLOSSARY] if phrase.key else []
        if not files:
            continue
        if len(phrase.words) == 1:
            return True
        low = " ".join(form.lower().split())
        for file in files:
            if file not in folded:
                folded[file] = " ".join(texts.handbook.sources[file].lower().split())
            if low in folded[file]:
                return True
    # None of its forms as they are listed: perhaps one that is not.
    return any(said.passage.item.source.file != _GLOSSARY for said in said_in([Phrase(term.term)], texts, lambda passage: True))
