"""The glossary does not forbid its own words.

A word that stands under `not` and is a term of its own, or the very term, is reported in every text that uses it rightly.

Bad:

```yaml
terms:
  - id: visit
    term: визит
    forms: [визита]
    means: Приход гостя в клуб.
    not: [приход, визита]  # here
  - id: pass
    term: приход
    means: Отметка в журнале.
```

Good:

```yaml
terms:
  - id: visit
    term: визит
    forms: [визита]
    means: Приход гостя в клуб.
    not: [посещение]
```

When to accept: never; take the word out of `not`, or the term.
"""

from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Term

RU = """Словарь не запрещает своих же слов.

Слово, которое стоит под `not` и само термин, — или этот же термин — отмечают в каждом тексте, где оно на месте.

Когда можно принять: никогда; уберите слово из `not` или сам термин.
"""

CODE = "424"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "not": Says("«{word}» — слово, которого не пишут (not), и оно же термин «{term}»", '"{word}" is a word not to write (not), and it is the term "{term}"'),
    "form": Says("форма «{word}» принадлежит и другому термину: «{term}»", 'the form "{word}" belongs to another term, too: "{term}"'),
    "other": Says("формы не от этого термина: «{word}», а термин — «{term}»", 'the forms are of another word: "{word}", and the term is "{term}"'),
    "several": Says("несколько форм в одной строке: «{word}»", 'several forms in one text: "{word}"'),
    "small": Says("термин набран прописными: «{word}»", 'the term is typed in capitals: "{word}"'),
}
HINT = {
    "not": Says("уберите его из not — или термин из словаря", "take it out of not, or the term out of the glossary"),
    "form": Says("оставьте форму у одного термина", "leave the form to one term"),
    "other": Says("исправьте термин или его формы", "mend the term or its forms"),
    "several": Says("запишите их списком: [первая, вторая]", "write a list: [first, second]"),
    "small": Says("наберите его обычными буквами: так его и ищут в текстах", "type it in ordinary letters, as texts have it"),
}


def check(term: Term, terms: tuple[Term, ...]) -> Iterator[Found]:
    known = {folded(word): one for one in reversed(terms) for word in (*one.forms, one.term)}
    for index, word in enumerate(term.instead_of):
        other = known.get(folded(word))
        if other is not None:
            yield found(term.at("not", index), "not", word=word, term=other.term)
    start = folded(term.term)[:3]
    if term.forms and not any(folded(word).startswith(start) for word in term.forms):
        yield found(term.at("forms"), "other", word=term.forms[0], term=term.term)
    for index, word in enumerate(term.forms):
        if "," in word:
            yield found(term.at("forms", index), "several", word=word)
        other = known.get(folded(word))
        if other is not None and other is not term and terms.index(other) < terms.index(term):
            yield found(term.at("forms", index), "form", word=word, term=other.term)
    if len(term.term) > 7 and term.term.isupper():
        yield found(term.at("term"), "small", word=term.term)
