"""The bytes of one file in, its text out, or the reason why they are no text that YAML could be."""

import re

from cjm.load.folder import Unreadable

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def decode(raw: bytes) -> str | Unreadable:
    """The text of `raw` without a byte order mark; line ends stay as they are."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:400]:
        return Unreadable("encoding", "UTF-16")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Unreadable("encoding", _likely(raw))
    return text if text.strip() else Unreadable("empty")


def forbidden(text: str) -> int | None:
    """The offset of the first character that YAML does not allow."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


# Private functions


def _likely(raw: bytes) -> str:
    """The encoding that makes most of `raw` Russian letters: CP1251 of Windows, or CP866 of its console."""
    best, most = "", 0
    for encoding in ("cp1251", "cp866", "koi8-r"):
        # Lowercase letters decide: the wrong table turns them into capitals and box drawings.
        letters = sum("а" <= letter <= "я" for letter in raw.decode(encoding, "replace"))
        if letters > most:
            best, most = encoding.upper(), letters
    return best
