"""A text in, the same out with what tells a line where not to break, and a very long word where it may.

A short word goes to the word that it leads, in whichever run of letters that stands.
"""

import re

from cjm.wording.glyphs import LONGEST_WORD

_SHORT = r"(?<![\w-])((?i:[авикосуя]|[вск]о|об|из|за|на|до|от|по|н[еио])) "
_TOGETHER = re.compile(rf"(?<=\d) (?=\d{{3}}(?!\d)|[₽€$%]|[a-zа-яё])|(?<=[№§]) | (?=[—–] )|{_SHORT}")
_LONG = re.compile(rf"[^\s\u00ad\u200b-]{{{LONGEST_WORD + 1},}}")


def kept_together(text: str) -> str:
    """A number with its unit, a preposition with its noun, a dash with the word before it."""
    return _TOGETHER.sub("\\1\u00a0", text)


def breakable(text: str) -> str:
    """Very long words with places to break at, which the print template takes for such."""
    return _LONG.sub(_pieces, text)


# Private functions


def _pieces(found: re.Match[str]) -> str:
    word = found[0]
    return "\u200b".join(word[start : start + 16] for start in range(0, len(word), 16))
