"""A PDF in, what each of its pages shows out as a digest, with what a reader noted and what lies over a page.

A copy that another program saved keeps what is drawn on a page stream by stream, however it packs the file. So what is
drawn is compared, not what is written: a white box over half a page leaves all its words in place.
"""

import hashlib
import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

_NOTES = ("/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink")
_SILENT = ("/Popup",)
_BOXES = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_FRAME = ("/Rect", "/Border", "/BS", "/C", "/F")  # of a link: a thick one would cover what lies below
_ICON = 48.0  # points: a note is a sign in the margin
_THICK = 6.0  # points: a stroke of a pen
# What packs a stream, or only says where something is, shows nothing.
_UNSEEN = (
    "/Length",
    "/Filter",
    "/DecodeParms",
    "/Parent",
    "/StructParent",
    "/StructParents",
    "/Metadata",
    "/LastModified",
    "/PieceInfo",
    "/Name",
)
_WORDS = ("/Alt", "/ActualText", "/E", "/T", "/Title")
_OPERATOR = re.compile(rb"(?<![\w/.])(f\*?|F|B\*?|b\*?|sh|Do|Tj|TJ|BI|W\*?)(?![\w/.])")
# Blanks between words of the drawing may be packed otherwise; in a string each is half of a letter's number.
_STRING = re.compile(rb"(\((?:\\.|[^\\()])*\))", re.DOTALL)
_COLOUR = re.compile(rb"((?:[\d.]+\s+){1,4})(?:g|rg|k|scn?)(?![\w*])")
_DARK = 0.25  # of 1, which is white: words below a darker mark are not read
_WIDTH = re.compile(rb"([\d.]+)\s+w\b")


class Locked(Exception):
    """The file wants a password."""


class Damaged(Exception):
    """The file cannot be read as PDF."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: the digest of what is drawn on it, what was noted there, and the kinds of what must not lie on it."""

    shows: str
    notes: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetsFound:
    """A PDF as it was found."""

    keywords: str
    pages: tuple[Leaf, ...]
    producer: str = ""  # the program that wrote the file
    said: str = ""  # digest of what is heard in place of what is drawn, and of the bookmarks; empty where both are gone
    brought: tuple[
        str, ...
    ] = ()  # what the file as a whole does or holds beside its pages: scripts, fields, layers, files


def leaves(raw: bytes) -> SheetsFound:
    """What the PDF shows. Raises Locked or Damaged."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would print its guesses about a damaged file
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted:
            raise Locked
        metadata = reader.metadata
        seen: dict[int, bytes] = {}
        keywords = str(metadata.get("/Keywords", "")) if metadata else ""
        pages = tuple(_leaf(page, seen) for page in reader.pages)
        root = reader.root_object
        producer = str(metadata.get("/Producer", "")) if metadata else ""
        return SheetsFound(keywords, pages, producer, _said(raw), tuple(_brought(root)))
    except Locked:
        raise
    except Exception as error:  # a damaged file makes the reader raise anything
        raise Damaged(str(error)) from error


# Private functions


def _said(raw: bytes) -> str:
    """All that is heard in place of what is drawn, and the titles of the bookmarks; their order is the tree's own matter."""
    import pikepdf  # goes through all objects of a file ten times as fast

    told = []
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        number: dict[Any, int] = {page.objgen: at for at, page in enumerate(pdf.pages)}
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and (
                ("/S" in one and "/P" in one) or ("/Parent" in one and "/Title" in one)
            ):
                page = number.get(one["/Pg"].objgen) if "/Pg" in one else None
                told += [f"{page} {key} {one[key]}" for key in _WORDS if key in one]
    return hashlib.sha256("\n".join(sorted(told)).encode("utf-8", "surrogatepass")).hexdigest() if told else ""


def _brought(root: Any) -> Iterator[str]:
    """What no book has: it could change what is seen when the file is opened, or comes along under its name."""
    yield from (key for key in ("/AcroForm", "/OCProperties", "/AA", "/Collection", "/Requirements") if key in root)
    names = _inside(root, "/Names")
    yield from (key for key in ("/JavaScript", "/EmbeddedFiles") if key in names)
    if "/AF" in root:
        yield "/EmbeddedFiles"
    opening = _inside(root, "/OpenAction")
    if isinstance(opening, DictionaryObject) and opening.get("/S") != "/GoTo":
        yield str(opening.get("/S", "/OpenAction"))


def _leaf(page: Any, seen: dict[int, bytes]) -> Leaf:
    drawn = hashlib.sha256()
    contents = page.get_contents()
    drawn.update(_packed(contents.get_data()) if contents is not None else b"")
    for key in _BOXES:
        drawn.update(_told(page.get(key), seen, 0) if key in page else b"")
    drawn.update(_told(page.get("/Resources"), seen, 0))
    notes: list[str] = []
    covered = ["/AA"] if "/AA" in page else []  # does something when it is turned to
    for reference in page.get("/Annots") or ():
        one = reference.get_object()
        kind = str(one.get("/Subtype", ""))
        if kind == "/Link":
            drawn.update(_told(one.get("/A", one.get("/Dest")), seen, 99))
            drawn.update(b"".join(_told(one.get(key), seen, 99) for key in _FRAME))
            covered += ["/Link"] if "/AP" in one else []
        elif kind in _NOTES and not _covers(one, kind):
            words = " ".join(str(one.get("/Contents", "")).split())
            notes += [words] if words else []
        elif kind not in _SILENT or one.get("/Open"):
            covered.append(kind)
    return Leaf(drawn.hexdigest(), tuple(notes), tuple(covered))


def _told(value: Any, seen: dict[int, bytes], depth: int) -> bytes:
    """A value of a PDF as the same bytes, whatever numbers its objects have in the file."""
    if isinstance(value, IndirectObject):
        if depth > 90:
            return b"..."
        if value.idnum not in seen:
            seen[value.idnum] = b"..."  # what leads back to itself
            seen[value.idnum] = hashlib.sha256(_told(value.get_object(), seen, depth + 1)).digest()
        return seen[value.idnum]
    if isinstance(value, DictionaryObject):
        told = b"<"
        if isinstance(value, StreamObject):
            told += hashlib.sha256(value.get_data()).digest()
        for key in sorted(value.keys()):
            if key not in _UNSEEN:
                told += key.encode("utf-8", "surrogatepass") + _told(value.raw_get(key), seen, depth + 1)
        return told + b">"
    if isinstance(value, ArrayObject | list):
        return b"[" + b" ".join(_told(one, seen, depth + 1) for one in value) + b"]"
    if isinstance(value, int | float):
        return f"{float(value):.4f}".encode()
    return str(value).encode("utf-8", "surrogatepass")


def _covers(one: Any, kind: str) -> bool:
    """Whether a note may hide what lies below it: an opaque appearance, a thick pen, a sign as large as a paragraph."""
    left, bottom, right, top = (float(side) for side in one.get("/Rect", (0, 0, 0, 0)))
    looks = list(_appearances(one))
    if kind == "/Text":  # a sign that says nothing may be made to look like paper
        return abs(right - left) > _ICON or abs(top - bottom) > _ICON or not str(one.get("/Contents", "")).strip()
    if kind == "/Ink":
        border = one.get("/BS")
        thick = float(border.get_object().get("/W", 1)) if border is not None else 1.0
        thick = max(thick, *(float(side) for side in list(one.get("/Border", (0, 0, 1)))[2:3]), 0.0)
        widths = [float(found[1]) for look in looks for found in _WIDTH.finditer(look.get_data())]
        return max((thick, *widths)) > _THICK or any(_OPERATOR.search(look.get_data()) for look in looks)
    if kind == "/Highlight" and not looks and _is_dark([float(part) for part in one.get("/C", (1, 1, 0))]):
        return True
    return any(not _is_sheer(look) for look in looks)


def _is_dark(colour: Sequence[float]) -> bool:
    """Grey, red green blue, or cyan magenta yellow black."""
    if len(colour) == 4:
        *ink, black = colour
        colour = [(1 - part) * (1 - black) for part in ink]
    if len(colour) == 3:
        colour = [0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]]
    return bool(colour) and colour[0] < _DARK


def _packed(data: bytes) -> bytes:
    """What is drawn with one blank where there are several."""
    pieces = _STRING.split(data)
    pieces[::2] = (b" ".join((b"x" + piece + b"x").split())[1:-1] for piece in pieces[::2])
    return b"".join(pieces).strip()


def _appearances(one: Any) -> Iterator[Any]:
    drawn = one.get("/AP")
    waiting = [drawn.get_object()] if drawn is not None else []
    while waiting:
        found = waiting.pop().get_object()
        if isinstance(found, StreamObject):
            yield found
        elif isinstance(found, DictionaryObject):
            waiting += [found.raw_get(key) for key in found]


def _is_sheer(look: Any) -> bool:
    """Whether what lies below shines through: lines only, or laid on by multiplying or with an opacity below one."""
    data = look.get_data()
    if not _OPERATOR.search(data):
        return all(float(found[1]) <= _THICK for found in _WIDTH.finditer(data))
    if re.search(rb"(?<![\w/.])(sh|Do|Tj|TJ|BI)(?![\w/.])", data):
        return False
    colours = [[float(part) for part in one[1].split()] for one in _COLOUR.finditer(data)]
    if not colours or any(map(_is_dark, colours)):  # none is black
        return False
    states = _inside(_inside(look, "/Resources"), "/ExtGState")
    found = [_inside(states, key) for key in states]
    return bool(found) and all(
        str(one.get("/BM", "")) == "/Multiply" or float(one.get("/ca", 1)) < 0.8 for one in found
    )


def _inside(value: Any, key: str) -> Any:
    found = value.get(key)
    return {} if found is None else found.get_object()
