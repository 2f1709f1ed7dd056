"""One file of a Handbook in, every text that its author wrote out: each with its field, its style and its place.

The rules about words share one list of the words of each file, so that a rule looks only into texts where its own
words occur at all.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple

from cjm.language.inflection import Forms, folded
from cjm.model import Fact, Handbook, Item, Outline, Place, Written, fields
from cjm.model.fields import Either, Many, Pairs, Record, specs
from cjm.workspace.subjects import below

PassageStyle = Literal["label", "prose", "said"]
# Phrases that people type to find something: theirs, as they come.
SOUGHT = tuple(f"{holder}.look_for" for holder in ("Section", "Step", "Script", "Conflict", "Detail"))

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_HEAD = 4  # letters
_MARKS = ".,;:!?…—–-«»“”„\"'()[]{}<>|*_"
_SHORT = {"n't": "not", "'re": "are", "'m": "am", "'ll": "will", "'ve": "have", "'s": "is"}  # the ends of short forms
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"\n]*\"|`[^`]*`")
_SENTENCE = re.compile(r"(?<![.!?…])[.!?…]++[»”\")]*+(?=\s|$)|\n(?=\s*(?:\n|[-*•|–—]|\d+[.)]\s))|\|")


@dataclass(frozen=True, slots=True)
class TextOfField:
    """One text of the handbook where it is written. `field` is the kind of its item and its key: `Step.do`."""

    item: Written
    field: str
    index: int | None
    style: PassageStyle
    text: str

    @property
    def place(self) -> Place:
        """Where it stands; a rule narrows it to the words at fault by quoting them."""
        return self.item.at(self.field.partition(".")[2], self.index)


class Token(NamedTuple):
    """A word of a text: in lower case, ё as е; the two words of a short form ("don't") stand at the same place."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FactValues:
    """What a rule needs that asks what facts are: the same as long as the facts, the dimensions and the language are."""

    facts: tuple[Fact, ...]
    outline: Outline
    handbook: Handbook = field(compare=False)  # is asked for its facts and for nothing else


class OfEachFile(dict[str, Any]):
    """What a rule's `gather` made of each file in which it found something, by the file's path."""


class OneFile:
    """One file of a handbook: its source, the things in it, every text that its author wrote."""

    def __init__(self, file: str, source: str, items: tuple[Item, ...]) -> None:
        self.file, self.source, self.items = file, source, items
        self._tokens: dict[int, list[Token]] = {}

    def __iter__(self) -> Iterator[TextOfField]:
        return iter(self.texts)

    @cached_property
    def things(self) -> Sequence[Written]:
        """Everything that is written in it, outermost first."""
        return [item for top in self.items for item in below(top)]

    @cached_property
    def texts(self) -> Sequence[TextOfField]:
        """The texts in the order of their fields."""
        return [passage for top in self.items for passage in passages(top)]

    def where(self, style: str, occurs: re.Pattern[str] | tuple[str, ...] | None) -> Iterable[TextOfField]:
        """The texts of a style (of any, without one) in which it, or one of several signs, occurs."""
        texts = self._of_style.get(style, ()) if style else self.texts
        if occurs is None:
            return texts
        if isinstance(occurs, tuple):
            return [text for text in texts if any(sign in text.text for sign in occurs)]
        return [text for text in texts if occurs.search(text.text)]

    def with_word(self, word: Forms) -> set[int]:
        """The numbers of the texts in which a form of `word` stands."""
        near = (one for head in heads(word) for one in self.by_head.get(head, ()))
        return {number for one in near if word.has(one) for number in self.words[one]}

    def tokens(self, number: int) -> list[Token]:
        """The words of one text in order."""
        if number not in self._tokens:
            self._tokens[number] = tokens(self.texts[number].text)
        return self._tokens[number]

    @cached_property
    def words(self) -> Mapping[str, list[int]]:
        """Every word of the texts, in lower case and ё as е, with the numbers of the texts where it stands."""
        stretches: dict[str, list[int]] = {}  # between white space: fewer than words, and soon told apart
        for number, text in enumerate(self.texts):
            for stretch in folded(text.text).split():
                stretches.setdefault(stretch, []).append(number)
        words: dict[str, list[int]] = {}
        for stretch, numbers in stretches.items():
            bare = stretch.strip(_MARKS)
            for word in (bare,) if bare.isalpha() else dict.fromkeys(_words(bare)):
                words.setdefault(word, []).extend(numbers)
        return words

    @cached_property
    def by_head(self) -> Mapping[str, list[str]]:
        """The words by their first letters."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(word[:_HEAD], []).append(word)
        return found

    @cached_property
    def _of_style(self) -> Mapping[str, list[TextOfField]]:
        styles: dict[str, list[TextOfField]] = {}
        for text in self.texts:
            styles.setdefault(text.style, []).append(text)
        return styles


@lru_cache(4_096)
def heads(word: Forms) -> frozenset[str]:
    """How the forms of a word begin, as `OneFile.by_head` has it."""
    forms = [word.stem] if len(word.stem) >= _HEAD else [word.stem + ending for ending in word.endings]
    return frozenset(form[:_HEAD] for form in (*forms, *word.exactly) if form)


def passages(item: Written) -> list[TextOfField]:
    """Every text written in `item` and below it."""
    found: list[TextOfField] = []
    _gather(item, found)
    return found


def tokens(text: str) -> list[Token]:
    """The words of `text` in order."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word, start, end = folded(match[0]), match.start(), match.end()
        if "'" in word or "’" in word or word == "cannot":
            found.extend(Token(part, start, end) for part in _parts(word.replace("’", "'")))
        else:
            found.append(Token(word, start, end))
    return found


def word_count(text: str) -> int:
    """How many words `text` has."""
    return len(_words(folded(text)))


def sentences(text: str) -> Iterator[str]:
    """The sentences of `text`; a row, a cell and an entry of a list count as sentences."""
    start = 0
    for end in _SENTENCE.finditer(text):
        if text[start : end.end()].strip():
            yield text[start : end.end()]
        start = end.end()
    if text[start:].strip():
        yield text[start:]


def sentence_at(text: str, position: int) -> str:
    """The sentence of `text` in which `position` lies."""
    start = 0
    for sentence in sentences(text):
        start = text.index(sentence, start)
        if start <= position < start + len(sentence):
            return sentence
    return text


def unquoted(text: str) -> str:
    """`text` with what stands in quotation marks blanked out, place by place: it is mentioned there, not said."""
    if not any(mark in text for mark in '«“„"`'):
        return text
    return _QUOTED.sub(lambda quoted: re.sub(r"\S", "\u2007", quoted[0]), text)


# Private functions


def _words(folded: str) -> list[str]:
    """The words of a text that is in lower case already."""
    if "'" in folded or "’" in folded or "cannot" in folded:
        return [token.word for token in tokens(folded)]
    return _WORD.findall(folded)


def _parts(word: str) -> tuple[str, ...]:
    if word == "cannot":
        return "can", "not"
    for end, full in _SHORT.items():
        if word.endswith(end) and len(word) > len(end):
            stem = word.removesuffix(end)
            return _STEMS.get(stem, stem), full
    return (word,)


_Step = Callable[[Written, list[TextOfField]], None]


def _gather(item: Written, found: list[TextOfField]) -> None:
    kind = type(item)
    if kind not in _PLANS:
        _PLANS[kind] = _plan(kind)
    for step in _PLANS[kind]:
        step(item, found)


_PLANS: dict[type[Written], tuple[_Step, ...]] = {}


def _plan(kind: type) -> tuple[_Step, ...]:
    """How to take the texts out of one class of the model, field by field."""
    steps = []
    for attribute, spec in specs(kind).items():
        reads, many = spec.reads, False
        if isinstance(reads, Many):
            reads, many = reads.of, True
        field = f"{kind.__name__}.{spec.key}"
        if isinstance(reads, fields.Text):
            steps.append(_texts(attribute, field, reads.style) if many else _text(attribute, field, reads.style))
        elif isinstance(reads, Record | Either):
            steps.append(_records(attribute) if many else _record(attribute))
        elif isinstance(reads, Pairs) and isinstance(reads.of, fields.Text):
            steps.append(_pairs(attribute, field, reads.of.style))
    return tuple(steps)


def _text(attribute: str, field: str, style: PassageStyle) -> _Step:
    def take(item: Written, found: list[TextOfField]) -> None:
        text = getattr(item, attribute)
        if text:
            found.append(TextOfField(item, field, None, style, text))

    return take


def _texts(attribute: str, field: str, style: PassageStyle) -> _Step:
    def take(item: Written, found: list[TextOfField]) -> None:
        for index, text in enumerate(getattr(item, attribute)):
            found.append(TextOfField(item, field, index, style, text))

    return take


def _record(attribute: str) -> _Step:
    def take(item: Written, found: list[TextOfField]) -> None:
        one = getattr(item, attribute)
        if one is not None:
            _gather(one, found)

    return take


def _records(attribute: str) -> _Step:
    def take(item: Written, found: list[TextOfField]) -> None:
        for one in getattr(item, attribute):
            _gather(one, found)

    return take


def _pairs(attribute: str, field: str, style: PassageStyle) -> _Step:
    def take(item: Written, found: list[TextOfField]) -> None:
        for _, text in getattr(item, attribute):
            found.append(TextOfField(item, field, None, style, text))

    return take
