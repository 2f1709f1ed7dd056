"""The bytes of one file in, its text out, or the reason why they are no text that YAML could be."""

import re

from cjm.load.folder import Unreadable

_OTHER = (
    (b"pk\x03\x04", "DOCX, XLSX, ZIP"), (b"%pdf-", "PDF"), (b"\xd0\xcf\x11\xe0", "DOC, XLS"), (b"{\\rtf", "RTF"), (b"<!doctype", "HTML"), (b"<html", "HTML"),
    (b"\x89png", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"gif8", "GIF"), (b"rar!", "RAR"), (b"7z\xbc\xaf", "7Z"), (b"\x1f\x8b", "GZIP"),
)  # fmt: skip
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def decode(raw: bytes) -> str | Unreadable:
    """The text of `raw` without a byte order mark; line ends stay as they are."""
    other = next((name for head, name in _OTHER if raw.lstrip()[: len(head)].lower() == head), "")
    if other:
        return Unreadable("not-text", other)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:400].count(0) > len(raw[:400]) // 4:
        return Unreadable("encoding", "UTF-16")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(raw, error.start)
    return text if text.strip() else Unreadable("empty")


def forbidden(text: str) -> int | None:
    """The offset of the first character that YAML does not allow."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


# Private functions


def _undecodable(raw: bytes, at: int) -> Unreadable:
    """The place of the first bad byte; of a file in which most letters are bad, the encoding it seems to be in."""
    sound = sum(not sign.isascii() for sign in raw.decode("utf-8", "ignore"))
    if sound <= sum(byte > 0x7F for byte in raw) // 4:  # a letter of Russian has two bytes in UTF-8
        return Unreadable("encoding", _likely(raw))
    before = raw[:at].decode("utf-8-sig")
    last = before.rpartition("\n")[2]
    return Unreadable("byte", f"0x{raw[at]:02X}", before.count("\n") + 1, len(last) + 1)


def _likely(raw: bytes) -> str:
    """The encoding that makes most of `raw` Russian letters: CP1251 of Windows, or CP866 of its console."""
    best, most = "", 0
    for encoding in ("cp1251", "cp866", "koi8-r"):
        # Lowercase letters decide: the wrong table turns them into capitals and box drawings.
        letters = sum("а" <= letter <= "я" for letter in raw.decode(encoding, "replace"))
        if letters > most:
            best, most = encoding.upper(), letters
    return best
