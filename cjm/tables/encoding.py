"""Bytes of a text in any encoding that Russian files have in, the text out.

A byte order mark decides, then strict UTF-8; what is neither is the encoding that makes frequent Russian letters of it.
"""

import codecs
from collections.abc import Iterator
from itertools import pairwise

from cjm.language.says import Says
from cjm.tables.rejected import Rejected

_BINARY = Says(
    "это не текст: внутри двоичные данные. Сохраните файл как .docx, .xlsx, .md или .txt",
    "this is no text: there are binary data in it. Save it as .docx, .xlsx, .md or .txt",
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_OLD = ("cp1251", "cp866", "koi8-r", "mac-cyrillic")
_SAMPLE = 65_536
_FREQUENT = frozenset("оеаинтсрвлкмдпуяыьгзбчй")


def foreign_text(raw: bytes) -> str:
    """The text without a byte order mark, its line ends as they are. Raises Rejected where it is no text."""
    for encoding in _likely(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Rejected(_BINARY)


# Private functions


def _likely(raw: bytes) -> Iterator[str]:
    """Encodings in the order in which they are to be tried."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            yield encoding
            return
    head = raw[:_SAMPLE]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 8:  # Latin text, digits and blanks of UTF-16 have every other byte zero
        yield "utf-16-be" if even > odd else "utf-16-le"
        return
    yield "utf-8"
    if sum(byte < 9 or 14 <= byte < 32 for byte in head) <= len(head) // 500:  # else an image or the like
        yield max(_OLD, key=lambda encoding: _frequent(head.decode(encoding, "replace")))


def _frequent(text: str) -> int:
    """How much `text` looks like Russian: small frequent letters speak for it, capitals inside words and signs against."""
    good = sum(sign in _FREQUENT for sign in text)
    odd = sum(not sign.isascii() and sign not in "№«»—–…“”„ёЁ°•·" and not "А" <= sign <= "я" for sign in text)
    inside = sum(one.islower() and two.isupper() for one, two in pairwise(text))
    return good - 2 * odd - 2 * inside
