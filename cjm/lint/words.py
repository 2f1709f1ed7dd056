"""A text in, its words out: in lower case, ё as е, the two words of a short form ("don't") apart."""

import re
from functools import lru_cache
from typing import NamedTuple

from cjm.language.inflection import folded

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKS = ".,;:!?…—–-«»“”„\"'()[]{}<>|*_"
_SHORT = {"n't": "not", "'re": "are", "'m": "am", "'ll": "will", "'ve": "have", "'s": "is"}  # the ends of short forms
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}


class Token(NamedTuple):
    """A word of a text: in lower case, ё as е; the two words of a short form ("don't") stand at the same place."""

    word: str
    start: int
    end: int


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


def folded_words(folded: str) -> list[str]:
    """The words of a text that is folded already."""
    if "'" in folded or "’" in folded or "cannot" in folded:
        return [token.word for token in tokens(folded)]
    return _WORD.findall(folded)


@lru_cache(16_384)
def words_typed(stretch: str) -> tuple[str, ...]:
    """The words of what stands between white space, folded already."""
    bare = stretch.strip(_MARKS)
    return (bare,) if bare.isalpha() else tuple(dict.fromkeys(folded_words(bare)))


# Private functions


def _parts(word: str) -> tuple[str, ...]:
    if word == "cannot":
        return "can", "not"
    for end, full in _SHORT.items():
        if word.endswith(end) and len(word) > len(end):
            stem = word.removesuffix(end)
            return _STEMS.get(stem, stem), full
    return (word,)
