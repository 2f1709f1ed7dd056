"""One file of a Handbook in, every text that its author wrote out: each with its field, its style and its place.

The rules share what is the same for all of them: the texts of a file set behind each other, in which a sign or a pattern
is looked for once and not text by text; its words, each looked at once whatever file it stands in; its things by their class, its texts by their field.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import eq
from typing import Any, Literal

from cjm.language.inflection import folded
from cjm.lint.wanted import Vocabulary, WantedOnes, vocabulary, wanted_words
from cjm.lint.words import Token, folded_words, tokens, words_typed
from cjm.model import Fact, Handbook, Item, Outline, Place, Written, fields
from cjm.model.fields import Either, Many, Pairs, Record, specs
from cjm.workspace.subjects import below

PassageStyle = Literal["label", "prose", "said"]
# Phrases that people type to find something: theirs, as they come.
SOUGHT = tuple(f"{holder}.look_for" for holder in ("Section", "Step", "Script", "Conflict", "Detail"))

_LETTERS, _FIGURES = re.compile(r"[^\W\d_][^\W_]*"), re.compile(r"\d+w?")
_AT_ENDS = " \n.,!?…«»\"'—–-"
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"\n]*\"|`[^`]*`")
_SENTENCE = re.compile(r"(?<![.!?…])[.!?…]++[»”\")]*+(?=\s|$)|\n(?=\s*(?:\n|[-*•|–—]|\d+[.)]\s))|\|")


Occurs = re.Pattern[str] | str | WantedOnes  # a pattern, a sign as it is typed, words
_SEAM = "\n\0\n"  # between two texts, where a word, a line and a sentence end


@dataclass(slots=True, eq=False)  # a handbook has a hundred thousand: frozen, each would take twice as long to make
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


@dataclass(frozen=True, slots=True, eq=False)
class FactValues:
    """What a rule needs that asks what facts are: the same as long as the facts, the chosen dimensions and the language are."""

    handbook: Handbook  # is asked for its facts and for nothing else

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.handbook.facts

    @property
    def outline(self) -> Outline:
        return self.handbook.outline

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FactValues) and self._told == other._told

    @property
    def _told(self) -> object:
        return self.facts, self.outline, self.handbook.cell


class OfEachFile(dict[str, Any]):
    """What a rule's `gather` made of each file in which it found something, by the file's path."""


class OneFile:
    """One file of a handbook: its source, the things in it, every text that its author wrote."""

    def __init__(self, file: str, source: str, items: tuple[Item, ...]) -> None:
        self.file, self.source, self.items = file, source, items
        self._tokens: dict[int, list[Token]] = {}
        self._words: dict[int, set[str]] = {}
        self._told: tuple[Vocabulary, Mapping[WantedOnes, list[tuple[str, list[int]]]]] | None = None
        self._rows: dict[str, JoinedTexts] = {}

    def __iter__(self) -> Iterator[TextOfField]:
        return iter(self.texts)

    @cached_property
    def things(self) -> Sequence[Written]:
        """Everything that is written in it, outermost first."""
        return [item for top in self.items for item in below(top)]

    @cached_property
    def by_class(self) -> Mapping[type[Written], Sequence[Written]]:
        """Everything that is written in it by its class."""
        found: dict[type[Written], list[Written]] = {}
        for item in self.things:
            found.setdefault(type(item), []).append(item)
        return found

    @cached_property
    def texts(self) -> Sequence[TextOfField]:
        """The texts in the order of their fields."""
        return [passage for top in self.items for passage in passages(top)]

    def within(self, item: Item) -> Sequence[TextOfField]:
        """The texts of one of its things."""
        return self.texts if self.items == (item,) else passages(item)

    @cached_property
    def by_field(self) -> Mapping[str, Sequence[TextOfField]]:
        """The texts by the field in which they are written."""
        found: dict[str, list[TextOfField]] = {}
        for text in self.texts:
            found.setdefault(text.field, []).append(text)
        return found

    def of_fields(self, fields: Collection[str]) -> Iterator[TextOfField]:
        """The texts of these fields, field by field."""
        for field in self.by_field.keys() & fields:
            yield from self.by_field[field]

    def row(self, style: str = "") -> "JoinedTexts":
        """The texts of a style, or all of them, behind each other."""
        if style not in self._rows:
            self._rows[style] = JoinedTexts(
                [text for text in self.texts if text.style == style] if style else self.texts
            )
        return self._rows[style]

    def where(self, style: str, occurs: Occurs | tuple[Occurs, ...] | None) -> Sequence[TextOfField]:
        """The texts of a style (of any, without one) in which it, or one of several, occurs."""
        row = self.row(style)
        if occurs is None:
            return row.texts
        found: list[TextOfField] = []
        others: list[re.Pattern[str] | str] = []
        for one in occurs if isinstance(occurs, tuple) else (occurs,):
            if isinstance(one, WantedOnes):
                found += self.with_any(one)
            else:
                others.append(one)
        having = row.having(*others)
        if not found:
            return [row.texts[number] for number in having]
        some = {*map(id, found), *(id(row.texts[number]) for number in having)}
        return [text for text in row.texts if id(text) in some]

    def words_of(self, number: int) -> set[str]:
        """The words of one text, in lower case and ё as е."""
        if number not in self._words:
            self._words[number] = {word for stretch in self.parts[number] for word in words_typed(folded(stretch))}
        return self._words[number]

    @cached_property
    def lengths(self) -> Mapping[str, Sequence[int]]:
        """How many words each sentence has, by the text to be said in which it stands."""
        said = self.row("said")
        bare = _FIGURES.sub("1", _LETTERS.sub("w", said.text)).split(_SEAM)  # what is left is soon counted
        if len(bare) != len(said.texts) or "'" in said.text or "’" in said.text or "cannot" in said.text.lower():
            return {one.text: [len(folded_words(folded(part))) for part in sentences(one.text)] for one in said.texts}
        return {one.text: _lengths(text) for one, text in zip(said.texts, bare, strict=True)}

    def tokens(self, number: int) -> list[Token]:
        """The words of one text in order."""
        if number not in self._tokens:
            self._tokens[number] = tokens(self.texts[number].text)
        return self._tokens[number]

    def with_any(self, words: frozenset[str] | WantedOnes) -> list[TextOfField]:
        """The texts in which one of these words stands, in order."""
        words = words if isinstance(words, WantedOnes) else wanted_words(words)
        told = self.wanted(words)
        return [self.texts[number] for number in sorted({n for _, numbers in told for n in numbers})] if told else []

    def wanted(self, wanted: WantedOnes) -> Sequence[tuple[str, list[int]]]:
        """What of it stands here, each with the numbers of the texts where it stands."""
        known = vocabulary()
        if self._told is None or self._told[0] is not known:
            self._told = known, self._noticed(known)
        return self._told[1].get(wanted, ())

    @cached_property
    def parts(self) -> Sequence[list[str]]:
        """Of each text what is typed between two blanks."""
        return [text.text.split() for text in self.texts]

    @cached_property
    def typed(self) -> list[str]:
        """The same of all texts, in lower case and ё as е, with a `\0` between one text and the next."""
        return folded(self.row().text).split()

    @cached_property
    def stammered(self) -> Sequence[TextOfField]:
        """The texts with one stretch twice in a row."""
        found = []
        repeated = any(map(eq, self.typed, self.typed[1:]))
        for text, parts in zip(self.texts, self.parts, strict=True) if repeated else ():
            if ". " in text.text or "! " in text.text or "? " in text.text or "… " in text.text:
                parts = [*map(str.lower, parts)]
            if any(map(eq, parts, parts[1:])) or (len(parts) > 1 and parts[0].lower() == parts[1].lower()):
                found.append(text)
        return found

    def _noticed(self, known: Vocabulary) -> Mapping[WantedOnes, list[tuple[str, list[int]]]]:
        by = known.wanted(set[str]().union(*self.parts))
        there: dict[str, list[int]] = {stretch: [] for stretch in by}
        for number, parts in enumerate(self.parts):
            for stretch in there.keys() & parts:
                there[stretch].append(number)
        found: dict[WantedOnes, list[tuple[str, list[int]]]] = {}
        for stretch, wanted in by.items():
            for one, word in wanted:
                found.setdefault(one, []).append((word, there[stretch]))
        return found


class JoinedTexts:
    """Texts behind each other in one string, so that what is looked for is looked for in all of them at once."""

    def __init__(self, texts: Sequence[TextOfField]) -> None:
        self.texts = texts
        self.text = _SEAM.join([text.text for text in texts])
        self._found: dict[str | re.Pattern[str], Sequence[int]] = {}

    def having(self, *wanted: str | re.Pattern[str]) -> Sequence[int]:
        """The numbers of the texts in which one of these occurs. Where a pattern ends in white space, also of some more."""
        found, known = [], self._found
        for one in wanted:
            if one not in known:
                known[one] = self._signs(one) if isinstance(one, str) else [*self._matches(one)]
            if known[one]:
                found.append(known[one])
        if len(found) < 2:
            return found[0] if found else ()
        return sorted({number for numbers in found for number in numbers})

    @cached_property
    def folded(self) -> Sequence[str]:
        """The texts in lower case, ё as е."""
        parted = folded(self.text).split(_SEAM)
        return parted if len(parted) == len(self.texts) else [folded(text.text) for text in self.texts]

    @cached_property
    def plain(self) -> Sequence[str]:
        """The texts in lower case, with one blank where there are several, without signs at both ends."""
        parted = self.text.lower().split(_SEAM)
        if len(parted) != len(self.texts):
            parted = [text.text.lower() for text in self.texts]
        return [(" ".join(one.split()) if "\n" in one or "  " in one else one).strip(_AT_ENDS) for one in parted]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [0, *accumulate(len(text.text) + len(_SEAM) for text in self.texts)]

    def _signs(self, sign: str) -> Sequence[int]:
        text, found = self.text, list[int]()
        at = text.find(sign) if max(sign) in text else -1  # which letter is rare is not known; this is quick
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            if at + len(sign) + len(_SEAM) <= self._starts[number + 1]:  # and not across a seam
                found.append(number)
            at = text.find(sign, self._starts[number + 1])
        return found

    def _matches(self, pattern: re.Pattern[str]) -> Iterator[int]:
        match = pattern.search(self.text)
        while match:
            number = bisect_right(self._starts, match.start()) - 1
            if match.start() + len(_SEAM) <= self._starts[number + 1]:
                yield number
            match = pattern.search(self.text, self._starts[number + 1])


def passages(item: Written) -> list[TextOfField]:
    """Every text written in `item` and below it."""
    found: list[TextOfField] = []
    _gather(item, found)
    return found


def sought(item: Written) -> list[str]:
    """The phrases that people type to find `item` or something in it."""
    return [phrase for one in below(item) for phrase in getattr(one, "look_for", ())]


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


def _lengths(bare: str) -> Sequence[int]:
    """The lengths of the sentences of a text in which each word is a `w` or, of figures alone, a `1`."""
    parts = _SENTENCE.split(bare)
    if not parts[-1].strip():
        parts.pop()
    if not all(map(str.strip, parts)):  # signs that stand alone
        parts = list(sentences(bare))
    return [part.count("w") + part.count("1") for part in parts]


_Step = Callable[[Written, list[TextOfField]], None]


def _gather(item: Written, found: list[TextOfField]) -> None:
    kind, own = type(item), vars(item)
    if kind not in _PLANS:
        _PLANS[kind] = _plan(kind)
    for attribute, step in _PLANS[kind]:
        if attribute in own:  # what is not written is empty
            step(item, found)


_PLANS: dict[type[Written], tuple[tuple[str, _Step], ...]] = {}


def _plan(kind: type) -> tuple[tuple[str, _Step], ...]:
    """How to take the texts out of one class of the model, field by field."""
    steps = []
    for attribute, spec in specs(kind).items():
        reads, many = spec.reads, False
        if isinstance(reads, Many):
            reads, many = reads.of, True
        field = f"{kind.__name__}.{spec.key}"
        if isinstance(reads, fields.Text):
            take = _texts(attribute, field, reads.style) if many else _text(attribute, field, reads.style)
        elif isinstance(reads, Record | Either):
            take = _records(attribute) if many else _record(attribute)
        elif isinstance(reads, Pairs) and isinstance(reads.of, fields.Text):
            take = _pairs(attribute, field, reads.of.style)
        else:
            continue
        steps.append((attribute, take))
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
