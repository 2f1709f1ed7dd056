"""A Word file that people have commented and changed in, what they wrote out: each remark with the field it is about.

None is dropped: what stands in no tied paragraph is kept with the field and the heading before it.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from cjm.tables.container import NO_ARCHIVE
from cjm.word.bookmarks import Tie, tied_field
from cjm.word.memory import paragraphs, recalled
from cjm.word.remark import OBJECT, PARAGRAPH, Remark, RemarkKind
from cjm.word.untracked import untracked

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same words in a file saved as Strict Open XML
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHANGES: Mapping[str, RemarkKind] = {
    "ins": "inserted", "del": "deleted", "moveFrom": "moved-from", "moveTo": "moved-to",
    "cellIns": "inserted", "cellDel": "deleted",
}  # fmt: skip
_PLACES = ("word/", "customXml/")
_MOST = 200_000_000  # bytes of one part: a file that unpacks to more was made to do harm


NOT_WORD = (*NO_ARCHIVE, KeyError, ElementTree.ParseError)


class NoWord(Exception):
    """The file is no Word document, or it is damaged."""


def remarks(raw: bytes, ties: Mapping[str, Tie], again: Callable[[], bytes] | None = None) -> tuple[Remark, ...]:
    """All comments and changes in the order of the document, then what was changed without tracking.

    Replies stand below what they answer. `again` makes the file as it goes out today: with it a file is compared that does not
    remember what it said. Raises NoWord.
    """
    parts = file_parts(raw)
    of_kind = {part.tag: part for part in parts}  # a part is known by its root: its name is the program's own
    reader = _Reader(_comments(of_kind.get(f"{_W}comments"), of_kind.get(f"{_W15}commentsEx")), ties)
    document = of_kind[f"{_W}document"]
    reader.read(document)
    for part in parts:
        if part.tag.removeprefix(_W) in ("hdr", "ftr", "footnotes", "endnotes"):
            reader.leave()
            reader.read(part)
    sent = recalled(parts)
    known = sent if sent is not None or again is None else tuple(paragraphs(_document(again())))
    typed = untracked(known, tuple(paragraphs(document)), ties, whole=sent is not None) if known is not None else ()
    return (*reader.finished(), *typed)


def remembers(raw: bytes) -> bool:
    """Whether the file still knows what it said when it went out."""
    return recalled(file_parts(raw)) is not None


def file_parts(raw: bytes) -> list[Element]:
    """The roots of the parts that say something."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = sorted(one for one in packed.namelist() if one.startswith(_PLACES) and one.endswith(".xml"))
            found = [ElementTree.fromstring(read_part(packed, name)) for name in names if name.count("/") == 1]
    except NOT_WORD as error:
        raise NoWord from error
    if not any(part.tag == f"{_W}document" for part in found):
        raise NoWord
    return found


# Private functions


@dataclass(slots=True)
class _Comment:
    remark: Remark
    parent: str = ""  # the id of the comment it answers
    placed: bool = False


def _document(raw: bytes) -> Element:
    return next(part for part in file_parts(raw) if part.tag == f"{_W}document")


def read_part(packed: zipfile.ZipFile, name: str) -> bytes:
    if packed.getinfo(name).file_size > _MOST:
        raise ValueError(name)
    return packed.read(name).replace(_STRICT, _W[1:-1].encode("ascii"))


def _comments(part: Element | None, extended: Element | None) -> dict[str, _Comment]:
    found: dict[str, _Comment] = {}
    of_paragraph: dict[str, str] = {}
    for one in part.iter(f"{_W}comment") if part is not None else ():
        paragraphs = list(one.iter(f"{_W}p"))
        text = "\n".join("".join(_words(paragraph)) for paragraph in paragraphs).strip()
        id = one.get(f"{_W}id", "")
        found[id] = _Comment(Remark("comment", one.get(f"{_W}author", ""), one.get(f"{_W}date", ""), text))
        of_paragraph |= {paragraph.get(f"{_W14}paraId", ""): id for paragraph in paragraphs}
    for one in extended.iter(f"{_W15}commentEx") if extended is not None else ():
        id = of_paragraph.get(one.get(f"{_W15}paraId", ""), "")
        if id in found:
            found[id].remark.resolved = one.get(f"{_W15}done") in ("1", "true")
            found[id].parent = of_paragraph.get(one.get(f"{_W15}paraIdParent", ""), "")
    return found


def _words(element: Element) -> Iterator[str]:
    for one in element.iter():
        if one.tag in (f"{_W}t", f"{_W}delText"):
            yield one.text or ""
        elif one.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "


class _Reader:
    """Walks through a document once, knowing at each moment which fields, comments and changes are open."""

    def __init__(self, comments: Mapping[str, _Comment], ties: Mapping[str, Tie]) -> None:
        self._comments = comments
        self._ties = ties
        self._found: list[Remark] = []
        self._open: dict[str, Tie] = {}  # by the id of the bookmark
        self._ends: set[str] = set()  # the bookmarks that have one: LibreOffice loses that of an empty cell
        self._quoted: dict[str, _Comment] = {}
        self._change: list[Remark] = []
        self._last: Tie | None = None
        self._headings: dict[int, str] = {}  # by level, the last of each
        self._own: list[Tie] = []  # all the fields of this paragraph
        self._touches: Remark | None = None  # the change that ended just here: what follows may belong to it

    def leave(self) -> None:
        """Go on in another part of the file."""
        self._open.clear()
        self._headings.clear()
        self._last, self._touches = None, None

    def read(self, element: Element) -> None:
        """Read an element with all that is in it."""
        if element.tag == f"{_W}document":
            self._ends = {end.get(f"{_W}id", "") for end in element.iter(f"{_W}bookmarkEnd")}
        name = element.tag.removeprefix(_W)
        match name:
            case "p":
                self._paragraph(element)
            case "bookmarkStart":
                if tie := self._ties.get(tied_field(element.get(f"{_W}name", ""))):
                    if element.get(f"{_W}id", "") in self._ends:
                        self._open[element.get(f"{_W}id", "")] = tie
                    self._last = tie
            case "bookmarkEnd":
                self._open.pop(element.get(f"{_W}id", ""), None)
            case "commentRangeStart" | "commentReference":
                self._comment(element.get(f"{_W}id", ""), starts=name == "commentRangeStart")
            case "commentRangeEnd":
                ended = self._quoted.pop(element.get(f"{_W}id", ""), None)
                if ended is not None and not ended.remark.ties:
                    _tie(ended.remark, self._here())
            case "t" | "delText" | "tab" | "br" | "cr" | "instrText" | "delInstrText":
                if "nstrText" not in name:
                    self._text((element.text or "") if name in ("t", "delText") else " ")
            case _ if name in _CHANGES and element.get(f"{_W}author") is not None:
                self._changed(_CHANGES[name], element)
            case _ if name.endswith("Change") and element.get(f"{_W}author") is not None:
                self._note("formatting", element)
            case _ if element.tag == f"{_MC}Fallback":
                return  # the same once more, for programs that do not know the newer form
            case _:
                if element.get(f"{_W}author") is not None and not name.startswith(("move", "customXml")):
                    self._note("other", element)
                if name.rpartition("}")[2] in ("drawing", "pict", "object"):
                    for comment in self._quoted.values():
                        _tie(comment.remark, list(self._open.values()))
                for child in element:
                    self.read(child)

    def finished(self) -> tuple[Remark, ...]:
        """What was found; comments that stand nowhere in the text come last."""
        for comment in self._comments.values():
            parent = self._comments.get(comment.parent)
            if parent is not None and parent is not comment:
                parent.remark.replies.append(comment.remark)
            elif not comment.placed:
                self._found.append(comment.remark)
        answers = {id(comment.remark) for comment in self._comments.values() if comment.parent in self._comments}
        kept = [one for one in self._found if id(one) not in answers]
        return tuple(kept)

    # Private functions

    @property
    def _heading(self) -> str:
        return " › ".join(text for _, text in sorted(self._headings.items()) if text)

    def _paragraph(self, element: Element) -> None:
        before, self._own = self._own, list(dict.fromkeys(self._inside(element)))
        if self._touches is not None and not self._touches.text.endswith(PARAGRAPH):
            self._touches = None
        for comment in self._quoted.values():
            if comment.remark.quote:
                comment.remark.quote += "\n"
        style = element.find(f"{_W}pPr/{_W}pStyle")
        name = style.get(f"{_W}val", "") if style is not None else ""
        level = name.removeprefix("Heading")
        if level in ("1", "2", "3", "4"):  # a Russian Word calls them by their number alone
            kept = {above: text for above, text in self._headings.items() if above < int(level)}
            self._headings = kept | {int(level): "".join(_words(element)).strip()}
        for child in element:
            if child.tag != f"{_W}pPr":
                self.read(child)
        about = element.find(f"{_W}pPr")
        for child in about if about is not None else ():
            if child.tag == f"{_W}rPr":
                for mark in child:
                    if mark.tag.removeprefix(_W) in _CHANGES:
                        self._changed(_CHANGES[mark.tag.removeprefix(_W)], mark, PARAGRAPH)
                    else:
                        self.read(mark)
            else:
                self.read(child)
        self._own = before

    def _inside(self, element: Element) -> Iterator[Tie]:
        yield from self._open.values()
        for start in element.iter(f"{_W}bookmarkStart"):
            if tie := self._ties.get(tied_field(start.get(f"{_W}name", ""))):
                yield tie

    def _here(self) -> list[Tie]:
        """The fields at this place; what stands before or behind the bookmark of a paragraph still belongs to it."""
        inner = list(dict.fromkeys(self._open.values()))
        if inner:
            return inner
        return [self._last] if self._last is not None and self._last in self._own else self._own[:1]

    def _comment(self, id: str, *, starts: bool) -> None:
        comment = self._comments.get(id)
        if comment is None:
            return
        if not comment.placed:
            comment.placed = True
            comment.remark.after, comment.remark.heading = self._last, self._heading
            self._found.append(comment.remark)
            if not starts:
                _tie(comment.remark, self._here())
        if starts:
            self._quoted[id] = comment

    def _text(self, text: str) -> None:
        for comment in self._quoted.values():
            comment.remark.quote += text
            _tie(comment.remark, list(self._open.values()))
        if self._change:
            self._change[-1].text += text
        elif text:
            self._touches = None

    def _note(self, kind: RemarkKind, element: Element) -> None:
        author, date = element.get(f"{_W}author", ""), element.get(f"{_W}date", "")
        remark = Remark(
            kind, author, date, "", "".join(_words(element)).strip(), after=self._last, heading=self._heading
        )
        _tie(remark, self._here())
        self._found.append(remark)

    def _changed(self, kind: RemarkKind, element: Element, text: str = "") -> None:
        remark = Remark(kind, element.get(f"{_W}author", ""), element.get(f"{_W}date", ""), text)
        before = self._touches
        self._change.append(remark)
        _tie(remark, self._here())
        for child in element:
            self.read(child)
        self._change.pop()
        remark.text = remark.text or OBJECT
        if self._change:  # deleted out of what another had inserted
            self._change[-1].text += remark.text
        elif before is not None and _one_act(before, remark):
            _join(before, remark)
            return
        else:
            self._touches = remark
        remark.after, remark.heading = self._last, self._heading
        self._found.append(remark)


def _tie(remark: Remark, ties: list[Tie]) -> None:
    for tie in ties:
        if tie not in remark.ties:
            remark.ties.append(tie)


def _one_act(before: Remark, now: Remark) -> bool:
    """Whether both were one act of one person, which Word writes in pieces."""
    goes_on = before.text.endswith(PARAGRAPH) and not now.ties  # in a paragraph that was begun behind the field
    same = before.author == now.author and (before.ties == now.ties or goes_on)
    replaces = before.kind in ("deleted", "replaced") and now.kind == "inserted" and now.text != PARAGRAPH
    return same and (before.kind == now.kind or (before.kind == "replaced" and now.kind == "inserted") or replaces)


def _join(before: Remark, now: Remark) -> None:
    if before.kind == "deleted" and now.kind == "inserted":
        before.kind, before.quote, before.text = "replaced", before.text, now.text
    else:
        before.text += now.text
