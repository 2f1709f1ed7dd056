"""Word files paragraph by paragraph: headings by their style or outline level, lists by their numbering, tables by their rows.

Footnotes are read where they are called; pictures, objects, heads and feet of pages, comments and what tracking took out are
told with their places. A file from Google Docs has neither styles nor lists: there a heading is bold and a bullet is typed, as `outline` and the text reader know.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from cjm.intake.block import Block, Document, SourceLine
from cjm.intake.inline import clean
from cjm.intake.readers.markdown import typed_mark
from cjm.language.says import Says
from cjm.tables import FileSort, Rejected, members

_DAMAGED = Says("документ Word повреждён: он не читается", "the Word document is damaged: it cannot be read")
_STRICT = Says(
    "документ сохранён в строгом формате Open XML. Откройте его в Word и сохраните как обычный .docx",
    "the document is in the strict Open XML format. Open it in Word and save it as an ordinary .docx",
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEADING = re.compile(r"(?:heading|заголовок)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\s*\d|оглавление", re.IGNORECASE)
_DEEPEST = 6
_FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same once more for older programs
)
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_NAMED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PICTURE, _OBJECT = Says("картинка", "picture"), Says("вставленный объект", "embedded object")
_TAKEN_OUT, _REMARK = Says("удалено исправлением", "taken out by a tracked change"), Says("примечание", "comment")
_HEAD = Says("колонтитул", "head or foot of a page")
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}


def takes(name: str, sort: FileSort) -> bool:
    return sort == "docx"


def read(name: str, raw: bytes) -> Iterator[Document]:
    import docx

    main = members(raw)["word/document.xml"]  # what is dangerous in the file is told before anything reads it
    if b"purl.oclc.org/ooxml" in main[:4_000]:
        raise Rejected(_STRICT)
    try:
        opened = docx.Document(io.BytesIO(raw))
        told = _Paragraphs(opened)
        blocks = (*told.blocks(opened.element.body), *told.around())
    except Exception as error:  # a foreign file makes python-docx raise KeyError, ValueError, XMLSyntaxError …
        raise Rejected(_DAMAGED) from error
    yield Document(name, blocks)


# Private functions


class _Paragraphs:
    """The paragraphs of one file, counted."""

    def __init__(self, opened: Any) -> None:
        self.styles = {one.style_id: one for one in opened.styles}
        self.targets = {key: one.target_ref for key, one in opened.part.rels.items() if one.is_external}
        self.formats = _formats(opened)
        self.number = 0
        self.parts = {
            one.reltype.rpartition("/")[2]: one.target_part for one in opened.part.rels.values() if not one.is_external
        }
        self.sections = opened.sections
        notes = [self.parts[kind] for kind in ("footnotes", "endnotes") if kind in self.parts]
        self.notes = {
            (one.tag.removesuffix("note"), one.get(f"{_W}id")): one
            for part in notes
            for one in _parsed(part)
            if one.get(f"{_W}type") is None
        }

    def blocks(self, holder: Any) -> Iterator[Block]:
        for element in holder:
            if element.tag == f"{_W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.table(element)
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Block]:
        yield from self.boxes(element)
        # A line break inside a paragraph begins a new line, as its author sees it.
        texts = self.words(element).split("\n")
        links = tuple(self.links(element))
        for at, text in enumerate(texts):
            if not text.strip():
                continue
            self.number += 1
            own = tuple(one for one in links if one[0] and one[0] in text) if len(texts) > 1 else links
            yield self.block(element, text, own, first=at == 0)
        yield from self.beside(element)

    def boxes(self, element: Any) -> Iterator[Block]:
        """What is written in boxes that float over a paragraph."""
        apart = _copies(element)
        for box in element.iter(f"{_W}txbxContent"):
            if box not in apart:
                yield from self.blocks(box)

    def beside(self, element: Any) -> Iterator[Block]:
        """The notes that are called in a paragraph or a row, and what of it is left behind."""
        apart = _copies(element)
        for one in element.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"):
            note = self.notes.pop((one.tag.removesuffix("noteReference"), one.get(f"{_W}id")), None)
            yield from self.blocks(note) if note is not None else ()
        names = [one.get("descr") or one.get("title") or "" for one in element.iter(_NAMED) if one not in apart]
        for at, _ in enumerate(one for one in element.iter(*_PICTURES) if one not in apart):
            yield from self.told(_PICTURE, names[at] if at < len(names) else "", empty=True)
        for _ in element.iter(f"{_W}object"):
            yield from self.told(_OBJECT, "", empty=True)
        gone = ["".join(part.text or "" for part in one.iter(f"{_W}delText")) for one in element.iter(f"{_W}del")]
        yield from self.told(_TAKEN_OUT, " ".join(gone))

    def told(self, what: Says, words: str, *, empty: bool = False) -> Iterator[Block]:
        """Something that is named and left behind."""
        words = clean(words)
        if words or empty:
            self.number += 1
            line = f"[{what.ru}: {words}]" if words else f"[{what.ru}]"
            yield Block("scrap", "", (SourceLine(self.number, line),))

    def around(self) -> Iterator[Block]:
        """What stands beside the text: comments, and the heads and feet of its pages, each once."""
        for one in _parsed(self.parts["comments"]) if "comments" in self.parts else ():
            yield from self.told(_REMARK, " ".join(self.words(part) for part in one.iter(f"{_W}p")))
        places = [
            getattr(one, name)
            for one in self.sections
            for name in ("header", "footer", "first_page_header", "first_page_footer")
        ]
        words = (
            " ".join(part.text for part in place.paragraphs) for place in places if not place.is_linked_to_previous
        )
        for one in dict.fromkeys(map(clean, words)):
            yield from self.told(_HEAD, one)

    def block(self, element: Any, text: str, links: tuple[tuple[str, str], ...], first: bool) -> Block:
        source = (SourceLine(self.number, " ".join(text.split())),)
        words = clean(text)
        bare = tuple(
            ("", one)
            for one in re.findall(r"https?://[^\s<>«»\"]+[^\s<>«»\".,;:!?)]", words)
            if one not in {link for _, link in links}
        )
        links = links + bare
        style = self.style(element)
        names = [one.name or "" for one in style]
        if any(map(_CONTENTS.match, names)) or not re.search(r"\w", words):
            return Block("scrap", "", source)
        if level := self.level(element, style):
            return Block("heading", words, source, level=level, links=links)
        bold = self.is_bold(element)
        listed = self.listed(element, style) if first else None
        if listed is not None:
            depth, ordered = listed
            return Block("item", words, source, level=depth, ordered=ordered, bold=bold, links=links)
        mark = typed_mark(text)
        if mark is not None:
            depth, ordered, rest = mark
            return Block("item", clean(rest), source, level=depth, ordered=ordered, bold=bold, links=links)
        return Block("text", words, source, bold=bold, links=links)

    def words(self, element: Any) -> str:
        """What is read in a paragraph: no deleted text, no field codes, no text of a box that floats over it."""
        told = []
        for one in element:
            if one.tag in (f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK):
                continue
            if one.tag == f"{_W}t":
                told.append(one.text or "")
            elif one.tag in _SIGNS:
                told.append(_SIGNS[one.tag])
            else:
                told.append(self.words(one))
        return "".join(told)

    def links(self, element: Any) -> Iterator[tuple[str, str]]:
        for one in element.iter(f"{_W}hyperlink"):
            address = self.targets.get(one.get(f"{_R}id", ""), "")
            label = clean("".join(part.text or "" for part in one.iter(f"{_W}t")))
            if address.startswith(("http", "mailto:")):
                yield ("" if label == address else label), address

    def style(self, element: Any) -> list[Any]:
        """The paragraph's style and those that it is based on."""
        found = element.find(f"{_W}pPr/{_W}pStyle")
        style = self.styles.get(found.get(f"{_W}val")) if found is not None else None
        chain: list[Any] = []
        while style is not None and len(chain) < 10:
            chain.append(style)
            style = style.base_style
        return chain

    def level(self, element: Any, style: list[Any]) -> int:
        """How large a heading the paragraph is; 0 where it is none."""
        for one in style:
            if found := _HEADING.search(one.name or ""):
                return min(int(found[1]) or 1, _DEEPEST)
            if (one.name or "").lower() in ("title", "название"):
                return 1
        for holder in (element, *(one.element for one in style)):
            outline = holder.find(f"{_W}pPr/{_W}outlineLvl")
            if outline is not None and (level := int(outline.get(f"{_W}val", "9"))) < _DEEPEST:
                return level + 1
        return 0

    def listed(self, element: Any, style: list[Any]) -> tuple[int, bool] | None:
        """How deep an item of a list lies, and whether it is numbered."""
        for holder in (element, *(one.element for one in style)):
            numbering = holder.find(f"{_W}pPr/{_W}numPr")
            if numbering is None:
                continue
            number, depth = numbering.find(f"{_W}numId"), numbering.find(f"{_W}ilvl")
            if number is None or number.get(f"{_W}val") == "0":
                return None
            level = int(depth.get(f"{_W}val", "0")) if depth is not None else 0
            return level, self.formats.get((number.get(f"{_W}val"), level), "bullet") not in ("bullet", "none")
        name = style[0].name.lower() if style and style[0].name else ""
        if name.startswith(("list bullet", "маркированный список")):
            return 0, False
        return (0, True) if name.startswith(("list number", "нумерованный список")) else None

    def is_bold(self, element: Any) -> bool:
        """Whether all words of a paragraph are bold."""
        runs = [one for one in element.iter(f"{_W}r") if any((part.text or "").strip() for part in one.iter(f"{_W}t"))]
        marks = [one.find(f"{_W}rPr/{_W}b") for one in runs]
        return bool(runs) and all(mark is not None and mark.get(f"{_W}val") not in ("0", "false") for mark in marks)

    def table(self, element: Any) -> Iterator[Block]:
        for row in element.findall(f"{_W}tr"):
            cells: list[str] = []
            links: list[tuple[str, str]] = []
            for cell in row.findall(f"{_W}tc"):
                inner = list(cell.iter(f"{_W}p"))
                cells.append(clean(" ".join(self.words(one) for one in inner)))
                links.extend(link for one in inner for link in self.links(one))
            yield from self.boxes(row)
            if not any(cells):
                yield from self.beside(row)
                continue
            self.number += 1
            text = " | ".join(cells)
            source = (SourceLine(self.number, text),)
            if len(cells) == 1:  # a frame around text, or a check list
                mark = typed_mark(cells[0])
                yield Block("item", mark[2] if mark else cells[0], source, links=tuple(links))
            else:
                yield Block("row", text, source, cells=tuple(cells), links=tuple(links))
            yield from self.beside(row)


def _copies(element: Any) -> set[Any]:
    """What stands there once more for older programs."""
    return {inner for one in element.iter(_FALLBACK) for inner in one.iter()}


def _parsed(part: Any) -> Any:
    """The root of a part that python-docx may have read or not."""
    from docx.oxml import parse_xml

    element = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


def _formats(opened: Any) -> dict[tuple[str, int], str]:
    """The format of each level of each list: bullet, decimal …"""
    try:
        numbering = opened.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return {}
    abstract = {}
    for one in numbering.findall(f"{_W}abstractNum"):
        for level in one.findall(f"{_W}lvl"):
            kind = level.find(f"{_W}numFmt")
            abstract[one.get(f"{_W}abstractNumId"), int(level.get(f"{_W}ilvl", "0"))] = (
                kind.get(f"{_W}val") if kind is not None else ""
            )
    found = {}
    for one in numbering.findall(f"{_W}num"):
        link = one.find(f"{_W}abstractNumId")
        for (id, depth), kind in abstract.items():
            if link is not None and link.get(f"{_W}val") == id:
                found[one.get(f"{_W}numId"), depth] = kind
    return found
