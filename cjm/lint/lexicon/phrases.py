"""Phrases as people write them in, the places where a text says them, in whatever form, out."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cjm.language.inflection import Forms, folded, forms_of
from cjm.lint.texts import TextOfField, Texts, Token, tokens

_PARTICLES = frozenset(("же", "ведь", "уж", "бы", "просто", "вообще", "то", "just", "really", "simply"))
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

    @property
    def key(self) -> Forms | None:
        """Its rarest word: a file without it need not be looked into."""
        return self.by_rarity[0] if self.words else None

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


def said_in(phrases: Iterable[Phrase], texts: Texts, wanted: Callable[[TextOfField], bool]) -> Iterator[Said]:
    """Each place in the `wanted` passages where one of `phrases` is said, file by file."""
    at: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if phrase.key is not None:
            for file in texts.files_with(phrase.key):
                at.setdefault(file, []).append(phrase)
    for file in texts.handbook.sources:
        if file not in at:
            continue
        for passage in texts.of_file(file):
            if not wanted(passage):
                continue
            low, words = folded(passage.text), None
            if "'" in low or "’" in low:  # "don't" is two words
                words = tokens(passage.text)
                low = " ".join(token.word for token in words)
            here = [phrase for phrase in at[file] if all(_may_have(word, low) for word in phrase.by_rarity)]
            if here:
                words = words or tokens(passage.text)
                for phrase in here:
                    for start, end in phrase.find(words, passage.text):
                        yield Said(passage, phrase, start, end)


# Private functions


def _may_have(word: Forms, low: str) -> bool:
    return bool(word.stem and word.stem in low) or any(exact in low for exact in word.exactly)
