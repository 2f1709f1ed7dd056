"""A text as its author's machine wrote it in, the same text as everybody reads it out, with the way back of each place.

A Mac and a PDF write «й» as «и» and a mark, a browser copies zero-width signs along: one text, other bytes. It is made one
when a file is read, so that nothing that compares, searches or counts has to know of it; what is written back is the
author's own bytes, but for what an edit changes.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # look like a space and are none to YAML
LINE_ENDS = "\u0085\u2028\u2029"  # end a line to YAML, and to no editor
_COMPOSED = re.compile(r"[^\W\d_][\u0300-\u0345]")  # a letter and its mark, as two signs
# Joiners stand rightly within an emoji, variation selectors behind one; between two letters of ours they are dirt.
_UNSEEN = re.compile(
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<=[A-Za-zА-Яа-яЁё])[\u200c\u200d]"
)
_SOFT_IN_A_NAME = re.compile(
    r"[a-z_-]\u00ad|\u00ad[a-z_-]"
)  # a word of a text may be divided, the name of a field may not
_EITHER = re.compile(f"{_UNSEEN.pattern}|{_COMPOSED.pattern}")
# One of these is in whatever either finds: a single set of signs is looked for twenty times faster.
_SOME = re.compile(r"[\u00ad\u0300-\u0345\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def as_read(written: str) -> str:
    """`written` without invisible signs, each letter one sign."""
    if written.isascii() or not _SOME.search(written):
        return written
    return _EITHER.sub(_read, written)


def unseen(written: str) -> Iterator[tuple[int, str]]:
    """The invisible signs that are no soft hyphens between words of a text, each with where it would stand in the text as it is read."""
    named = "\u00ad" in written and _SOFT_IN_A_NAME.search(written) is not None
    return ((start, sign) for start, read, sign in _differences(written) if not read and (sign != "\u00ad" or named))


def places_as_written(written: str) -> Callable[[int], int]:
    """The way from an offset of the text as it is read to that of `written`: what is unseen belongs to what it follows."""
    at, behind = [0], [0]
    for start, read, signs in _differences(written):
        at.append(start + len(read))
        behind.append(behind[-1] + len(signs) - len(read))
    return lambda offset: offset + behind[bisect_right(at, offset) - 1]


# Private functions


def _read(found: "re.Match[str]") -> str:
    return "" if _UNSEEN.fullmatch(found[0]) else unicodedata.normalize("NFC", found[0])


def _differences(written: str) -> Iterator[tuple[int, str, str]]:
    """Each stretch that is read otherwise: where it stands in what is read, how it is read, how it was written."""
    gone = 0
    for found in _EITHER.finditer(written):
        read = _read(found)
        if read != found[0]:
            yield found.start() - gone, read, found[0]
            gone += len(found[0]) - len(read)
