"""Phrases as people write them in, the places where a text says them, in whatever form, out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cjm.language.inflection import Forms, forms_of
from cjm.lint.one_file import OneFile, TextOfField
from cjm.lint.wanted import WantedWords
from cjm.lint.words import Token, tokens

_PARTICLES = frozenset(("же", "ведь", "уж", "бы", "просто", "вообще", "то", "just", "really", "simply"))
_HEAD = 4  # letters by which words are told apart before they are looked at
_JOINED = re.compile(r"[\s,\u00a0–—-]*")  # what may stand between two words of a phrase


@dataclass(frozen=True)
class Phrase:
    """A word or a few words that are looked for in every form."""

    text: str
    about: object = None  # what the rule wants to say of it

    @cached_property
    def words(self) -> tuple[Forms, ...]:
        """Its words, each in all its forms."""
        return tuple(
            forms_of(f"={token.word}" if written.startswith("=") else token.word)
            for written in self.text.split()
            for token in tokens(written)
        )

    @cached_property
    def by_rarity(self) -> tuple[Forms, ...]:
        """Its words, the longest first: it is the rarest."""
        return tuple(sorted(self.words, key=lambda word: -max(map(len, (word.stem, *word.exactly)))))

    def find(self, words: list[Token], text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place in `text`, of which `words` are the words, that says it."""
        for first in range(len(words)):
            at = first
            for number, wanted in enumerate(self.words):
                while number and at < len(words) and words[at].word in _PARTICLES and not wanted.has(words[at].word):
                    at += 1
                if at >= len(words) or not wanted.has(words[at].word):
                    break
                if number and not _JOINED.fullmatch(text, words[at - 1].end, max(words[at - 1].end, words[at].start)):
                    break
                at += 1
            else:
                if self.words:
                    yield words[first].start, words[at - 1].end


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase where it was found."""

    passage: TextOfField
    phrase: Phrase
    start: int
    end: int

    @property
    def words(self) -> str:
        """The phrase as it is written there."""
        return self.passage.text[self.start : self.end]


class Phrases:
    """Phrases that are looked for together, in their order."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.listed = listed = [phrase for phrase in phrases if phrase.words]
        by_head = _by_head(listed)

        # And not a method: who holds himself is let go when the collector comes, which rests in a check.
        @lru_cache(8_192)
        def with_rarest(word: str) -> tuple[int, ...]:
            return tuple(n for n in by_head.get(word[:_HEAD], ()) if listed[n].by_rarity[0].has(word))

        self._with_rarest = with_rarest
        self._wanted = WantedWords(with_rarest, by_head)

    def rarest(self, file: OneFile) -> dict[int, set[int]]:
        """By the number of a phrase those of the texts in which its rarest word stands."""
        found: dict[int, set[int]] = {}
        for word, texts in file.wanted(self._wanted):
            for number in self._with_rarest(word):
                found.setdefault(number, set()).update(texts)
        return found

    def there(self, file: OneFile) -> Mapping[int, set[int]]:
        """By the number of a phrase those of the texts in which all its words stand, in whatever order."""
        found = self.rarest(file)
        low = file.row().folded if found else ()
        for number, those in found.items():
            for other in self.listed[number].by_rarity[1:]:
                near = [number for number in those if other.may_be_in(low[number])]
                those.intersection_update([number for number in near if other.among(file.words_of(number))])
        return found


def said_in(phrases: Phrases, file: OneFile, wanted: Callable[[TextOfField], bool]) -> Iterator[Said]:
    """Each place in the `wanted` texts of a file where one of `phrases` is said, text by text."""
    at: dict[int, list[int]] = {}
    for phrase, numbers in phrases.there(file).items():
        for number in numbers:
            at.setdefault(number, []).append(phrase)
    for number in sorted(at):
        text = file.texts[number]
        for phrase in sorted(at[number]) if wanted(text) else ():
            for start, end in phrases.listed[phrase].find(file.tokens(number), text.text):
                yield Said(text, phrases.listed[phrase], start, end)


def said_somewhere(phrases: Phrases, file: OneFile) -> Iterator[Phrase]:
    """The phrases that a text of the file says."""
    for one, numbers in phrases.rarest(file).items():
        phrase, low = phrases.listed[one], file.row().folded
        rest = phrase.by_rarity[1:]
        if not rest or any(
            any(phrase.find(file.tokens(number), file.texts[number].text))
            for number in numbers
            if all(other.may_be_in(low[number]) for other in rest)
        ):
            yield phrase


# Private functions


def _by_head(listed: Sequence[Phrase]) -> Mapping[str, list[int]]:
    """The numbers of the phrases by how their rarest word begins."""
    found: dict[str, list[int]] = {}
    for number, phrase in enumerate(listed):
        for head in _heads(phrase.by_rarity[0]):
            found.setdefault(head, []).append(number)
    return found


def _heads(word: Forms) -> frozenset[str]:
    """How the forms of a word begin."""
    forms = [word.stem] if len(word.stem) >= _HEAD else [word.stem + ending for ending in word.endings]
    return frozenset(form[:_HEAD] for form in (*forms, *word.exactly) if form)
