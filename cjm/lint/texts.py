"""A Handbook in, every text that its author wrote out: each with its field, its style and its place.

The rules about words share one list of the words that stand in each file, so that a rule looks only into files where
its own words occur at all.
"""

import bisect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cjm.language.inflection import Forms, folded
from cjm.model import Handbook, Place, Written, fields
from cjm.model.fields import Either, Many, Pairs, Record, specs

PassageStyle = Literal["label", "prose", "said"]
# Phrases that people type to find something: theirs, as they come.
SOUGHT = tuple(f"{holder}.look_for" for holder in ("Section", "Step", "Script", "Conflict", "Detail"))

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
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


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: in lower case, ё as е; the two words of a short form ("don't") stand at the same place."""

    word: str
    start: int
    end: int


class Texts:
    """All that the author of a handbook wrote, file by file."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self._passages: dict[str, list[TextOfField]] = {}

    def __iter__(self) -> Iterator[TextOfField]:
        for file in self.handbook.of_file:
            yield from self.of_file(file)

    def where(self, style: str, occurs: re.Pattern[str] | None) -> Iterator[TextOfField]:
        """The texts of a style (of any, without one) in which it occurs, all of them where nothing need occur."""
        for text in self:
            if (not style or text.style == style) and (occurs is None or occurs.search(text.text)):
                yield text

    def of_file(self, file: str) -> list[TextOfField]:
        """The texts of one file in the order of its fields."""
        if file not in self._passages:
            self._passages[file] = [passage for top in self.handbook.of_file.get(file, ()) for passage in passages(top)]
        return self._passages[file]

    def files_with(self, word: Forms) -> list[str]:
        """The files in which a form of `word` stands, in order."""
        found = {file for exact in word.exactly for file in self.files.get(exact, ())}
        if word.stem:
            at = bisect.bisect_left(self._words, word.stem)
            while at < len(self._words) and self._words[at].startswith(word.stem):
                if word.has(self._words[at]):
                    found.update(self.files[self._words[at]])
                at += 1
        return [file for file in self.handbook.sources if file in found] if found else []

    @cached_property
    def files(self) -> Mapping[str, list[str]]:
        """Every word of the handbook, in lower case and ё as е, with the files where it stands."""
        files: dict[str, list[str]] = {}
        words: dict[str, tuple[str, ...]] = {}  # of each stretch between white space: they are few and often repeated
        for file, source in self.handbook.sources.items():
            here: set[str] = set()
            for stretch in set(folded(source).split()):
                if stretch not in words:
                    bare = stretch.strip(_MARKS)
                    words[stretch] = (bare,) if bare.isalpha() else tuple(token.word for token in tokens(bare))
                here.update(words[stretch])
            for word in here:
                files.setdefault(word, []).append(file)
        return files

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self.files)


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
