"""The paragraphs of a Word file in, a part of it that remembers what they said out, and that part in again.

Word and LibreOffice keep such a part when they save. So what was typed without tracking can be told from what went out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from cjm.word.bookmarks import tied_field

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROOT = "{urn:cjm:sent}paragraphs"
_CAME = frozenset(f"{_W}{name}" for name in ("ins", "moveTo"))
_GONE = frozenset(f"{_W}{name}" for name in ("del", "moveFrom"))
# What is no text of the paragraph: another paragraph inside a picture, the same once more for older programs.
_APART = frozenset((f"{_W}txbxContent", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"))


@dataclass(frozen=True, slots=True)
class FieldThen:
    """A paragraph: the bookmarks of ours that begin in it, and its words without what tracking knows to be new."""

    marks: tuple[str, ...]
    text: str


def paragraphs(document: Any, *, accepted: bool = False) -> Iterator[FieldThen]:
    """The paragraphs of a document in their order, as they were before anything that is tracked, or with all of it taken."""
    left, end = (_GONE, "del") if accepted else (_CAME, "ins")
    marks: list[str] = []
    text = ""
    for one in document.iter(f"{_W}p"):
        marks += [name for start in one.iter(f"{_W}bookmarkStart") if tied_field(name := start.get(f"{_W}name", ""))]
        text += "".join(_words(one, left))
        if one.find(f"{_W}pPr/{_W}rPr/{_W}{end}") is not None:  # its end is new, or gone: it goes on in the next one
            continue
        yield FieldThen(tuple(marks), " ".join(text.split()))
        marks, text = [], ""


def remembered_fields(document: Any) -> bytes:
    """The part that remembers them."""
    root = Element(_ROOT)
    for one in paragraphs(document):
        if one.text:
            below = ElementTree.SubElement(root, "p", {"marks": " ".join(one.marks)})
            below.text = one.text
    return bytes(ElementTree.tostring(root, "utf-8"))


def recalled(parts: Iterable[Element]) -> tuple[FieldThen, ...] | None:
    """What a part among these remembers, None where none does."""
    root = next((part for part in parts if part.tag == _ROOT), None)
    if root is None:
        return None
    return tuple(FieldThen(tuple(one.get("marks", "").split()), one.text or "") for one in root)


# Private functions


def _words(element: Any, left: frozenset[str]) -> Iterator[str]:
    for one in element:
        if one.tag in (f"{_W}t", f"{_W}delText"):
            yield one.text or ""
        elif one.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif one.tag == f"{_W}pPr" or one.tag in left or one.tag in _APART:
            continue
        else:
            yield from _words(one, left)
