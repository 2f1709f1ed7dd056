"""What is typed between two blanks in, who of the rules wants a word of it, or all of it, out.

Each stretch is looked at once, whatever files it stands in, and all that are new in a file together: a pattern that goes
through all texts of a large handbook costs half a second, one that goes through its vocabulary next to nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import accumulate
from weakref import WeakSet

from cjm.language.inflection import folded
from cjm.lint.words import words_typed

_MOST = 1 << 16  # stretches that are remembered: a handbook of 3,400 sections has some thousands
_HEADS = (0, 2, 3, 4)  # letters by which words are told apart before anybody is asked


class WantedOnes:
    """Of what a rule wants to know where it stands."""

    def __init__(self) -> None:
        _WANTED.add(self)
        vocabulary.cache_clear()  # or the old one hands on to the new one whoever wanted something of a handbook that is gone


class WantedWords(WantedOnes):
    """These words, or those that `has` tells, of such as begin like one of `begin`; in lower case, ё as е."""

    def __init__(self, has: Set[str] | Callable[[str], object], begin: Iterable[str] | None = None) -> None:
        self.words: Set[str] = has if isinstance(has, Set) else frozenset()
        self.has = None if isinstance(has, Set) else has
        self.heads = ("",) if begin is None else frozenset(one[: _HEADS[-1]] for one in begin)
        super().__init__()


class WantedTyped(WantedOnes):
    """What is typed between two blanks and has `pattern` in it, in which ^ and $ are these blanks."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags | re.MULTILINE)
        super().__init__()


_WANTED: WeakSet[WantedOnes] = WeakSet()

Wants = Sequence[tuple[WantedOnes, str]]  # who wants which word of a stretch, or the stretch


class Vocabulary:
    """All stretches that were typed so far, with who wants what of them."""

    def __init__(self) -> None:
        self._idle: set[str] = set()
        self._known: dict[str, Wants] = {}
        self._words: dict[str, list[WantedOnes]] = {}
        self._typed = [one for one in _WANTED if isinstance(one, WantedTyped)]
        self._listed: dict[str, list[WantedOnes]] = {}
        # By how words begin; those who ask of each word, by nothing.
        self._asked: dict[str, list[tuple[WantedOnes, Callable[[str], object]]]] = {"": []}
        for one in _WANTED:
            if isinstance(one, WantedWords):
                for word in one.words:
                    self._listed.setdefault(word, []).append(one)
                if one.has is not None:
                    for head in one.heads:
                        self._asked.setdefault(head, []).append((one, one.has))

    def wanted(self, typed: Set[str]) -> Mapping[str, Wants]:
        """Who wants what of these, where anybody does."""
        some = typed - self._idle
        if new := [stretch for stretch in some if stretch not in self._known]:
            if len(self._idle) + len(self._known) > _MOST:
                self._idle, self._known, self._words = set(), {}, {}
                return self.wanted(typed)
            self._learn(new)
            some = some - self._idle
        known = self._known
        return {stretch: known[stretch] for stretch in some}

    def _learn(self, new: Sequence[str]) -> None:
        text = "\n".join(new)
        starts = [0, *accumulate(len(stretch) + 1 for stretch in new)]
        wants: dict[int, list[tuple[WantedOnes, str]]] = {}
        for one in self._typed:
            match = one.pattern.search(text)
            while match:
                number = bisect_right(starts, match.start()) - 1
                wants.setdefault(number, []).append((one, new[number]))
                match = one.pattern.search(text, starts[number + 1])
        words = self._words
        for number, low in enumerate(folded(text).split("\n")):
            for word in (low,) if low.isalpha() else words_typed(low):
                if word not in words:
                    words[word] = self._wanting(word)
                if told := words[word]:
                    wants.setdefault(number, []).extend([(one, word) for one in told])
        self._known.update((new[number], told) for number, told in wants.items())
        self._idle.update(stretch for number, stretch in enumerate(new) if number not in wants)

    def _wanting(self, word: str) -> list[WantedOnes]:
        listed, asked = self._listed.get(word, []), self._asked
        heads = [head for letters in _HEADS if (head := word[:letters]) in asked]
        return [*listed, *dict.fromkeys(one for head in heads for one, has in asked[head] if has(word))]


@lru_cache(1)
def vocabulary() -> Vocabulary:
    """The vocabulary of all who want something by now."""
    return Vocabulary()


@lru_cache(256)
def wanted_words(words: frozenset[str]) -> WantedWords:
    """These words as something that is wanted."""
    return WantedWords(words)
