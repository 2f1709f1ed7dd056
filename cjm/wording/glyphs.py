"""Text in, the same as the shipped fonts can print it out: what they lack is made visible, never dropped in silence."""

import re
import unicodedata
from collections.abc import Iterator

# The characters of the shipped fonts, all four weights alike; a test compares them with the files.
_PRINTED = """
    20-7e a0-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-133 136-137 139-13e 141-148 14a-14d 150-15b 15e-161
    164-165 16a-17e 192 218-21b 237 2bc 2c6-2c7 2d8-2dd 300-304 306-308 30a-30c 312 326-328 401-40c 40e-44f
    451-45c 45e-45f 490-49d 4a0-4a5 4aa-4ab 4ae-4b3 4b6-4bb 4c0 4c3-4c4 4c7-4c8 4cb-4cc 4cf-4df 4e2-4eb 4ee-4f5
    4f8-4f9 512-513 1e80-1e85 1e9e 1ef2-1ef3 2009 2010-2014 2018-201a 201c-201e 2020-2022 2026 202f-2030 2039-203a
    2044 2074 2081-2084 20ac 20b4 20b8 20bd 2116 2122 2190-2193 2196-2199 2206 2212 2215 221a 2248 2264-2265
"""
LONGEST_WORD = 32  # letters that a line beside the marks of a step surely holds
SUBSTITUTE = "[?]"  # plain enough to be understood, and to be found in the text of a PDF
_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0001-\U000e007f"
_SPACES = r"\u2028\u2029\u2000-\u2008\u200a\u205f\u3000"


def lacked(text: str) -> tuple[str, ...]:
    """The characters of `text` for which the fonts have no glyph, each once, in order."""
    if text.isascii():
        return ()
    return tuple(dict.fromkeys(_LACKED.findall(unicodedata.normalize("NFC", text))))


def printable(text: str) -> str:
    """`text` with one visible substitute for each run of characters that the fonts lack."""
    if text.isascii():
        return text
    text = _INVISIBLE.sub("", _WIDE_SPACE.sub(" ", unicodedata.normalize("NFC", text)))
    return _LACKED_RUN.sub(SUBSTITUTE, text)


# Private functions


def _ranges(separated: str) -> Iterator[str]:
    for one in separated.split():
        first, _, last = one.partition("-")
        yield f"\\U{int(first, 16):08x}-\\U{int(last or first, 16):08x}"


_KNOWN = "".join(_ranges(_PRINTED))
_LACKED = re.compile(f"[^{_KNOWN}\t\n\r{_UNSEEN}{_SPACES}]")
_LACKED_RUN = re.compile(f"[^{_KNOWN}\t\n\r{_SPACES}](?:[ {_UNSEEN}]*[^{_KNOWN}\t\n\r{_SPACES}])*")
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")
_WIDE_SPACE = re.compile(f"[{_SPACES}]")
