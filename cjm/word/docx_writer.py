"""Paragraphs with their ties in, a Word document in the making: the one place that knows how Word writes things."""

import datetime as dt
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from cjm.language.says import Language
from cjm.ooxml import settled
from cjm.word.bookmarks import bookmark
from cjm.word.memory import remembered_fields
from cjm.wording.web import ascii_address

SPEECH, NEVER_STYLE, MARKS, CODE = "Speech", "Never", "Marks", "Code"
_MONO = "Consolas"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MEMORY = "/customXml/item2.xml"
_FONT = "Calibri"  # every Word has it, and LibreOffice its twin
_PETROL, _INK, _BRICK, _SLATE = "0B5A6B", "16303A", "A63A24", "52656E"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class DocxRun:
    """Words in one style. `to` is a bookmark of this document or an address on the web."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    to: str = ""
    tick: bool = False  # a box that Word ticks and clears


@dataclass(frozen=True, slots=True)
class Tied:
    """Words that say what the field with this tag says; without a tag they are the program's own."""

    tag: str
    runs: tuple[DocxRun, ...]


class Paper:
    """A document on A4. Each paragraph of a field gets a bookmark of its own."""

    def __init__(self, language: Language) -> None:
        self._document: Document = docx.Document()
        self._end = self._document.element.body.sectPr  # python-docx looks for it behind all paragraphs, each time
        self._marks = 0
        self._written: Counter[str] = Counter()
        _page(self._document)
        _styles(self._document, language)
        # python-docx looks through all styles for each paragraph: with thousands of them that takes most of the time.
        self._style = {style.name: style.style_id for style in self._document.styles}

    def paragraph(self, style: str, *pieces: Tied, lead: str = "", keep: bool = False) -> None:
        """A paragraph. `lead` is set before it in bold, `keep` keeps it on the page of the next one."""
        made = self._paragraph(style, keep)
        if lead:
            self._run(made, DocxRun(lead + " ", bold=True))
        for piece in pieces:
            self._tied(made, piece)

    def table(self, rows: list[list[Tied]], parts: tuple[int, ...] = ()) -> None:
        """A table whose first row is its head, its columns as wide as `parts` of 12 of the page, or all the same."""
        wide = max(map(len, rows))
        made = self._document.add_table(rows=0, cols=wide, style="Table Grid")
        for column, part in zip(made.columns, parts, strict=False):
            column.width = Mm(170 * part // 12)
        for number, row in enumerate(rows):
            cells = made.add_row().cells
            for cell, piece in zip(cells, row, strict=False):
                runs = tuple(replace(run, bold=True) for run in piece.runs) if not number else piece.runs
                self._tied(cell.paragraphs[0]._p, Tied(piece.tag, runs))
        if made.rows:
            head = OxmlElement("w:tblHeader")
            made.rows[0]._tr.get_or_add_trPr().append(head)
        self._paragraph(MARKS)

    def contents(self, title: str, entries: list[tuple[int, str, str]]) -> None:
        """A contents field, filled with (level, title, bookmark): Word puts in the pages when it is refreshed (F9)."""
        self.paragraph("TOC Heading", Tied("", (DocxRun(title),)))
        for number, (level, words, mark) in enumerate(entries):
            made = self._paragraph(f"TOC {level}")
            if not number:
                _field(made, "begin")
                code = _below(_below(made, "w:r"), "w:instrText")
                code.set(qn("xml:space"), "preserve")
                code.text = ' TOC \\o "1-2" \\h \\z \\u '
                _field(made, "separate")
            self._run(made, DocxRun(words, to=mark))
            if number == len(entries) - 1:
                _field(made, "end")

    def picture(self, png: bytes, size: tuple[float, float], alt: str, tag: str) -> None:
        """A picture of `size` points, made smaller where the page has no room for it."""
        section: Any = self._document.sections[-1]
        room = (section.page_width - section.left_margin - section.right_margin,
                section.page_height - section.top_margin - section.bottom_margin - Mm(16))  # fmt: skip
        scale = min(1.0, room[0] / Pt(size[0]), room[1] / Pt(size[1]))
        made = Paragraph(self._paragraph(MARKS), self._document._body)
        self._open(made._p, tag)
        drawn = made.add_run().add_picture(io.BytesIO(png), width=int(Pt(size[0]) * scale))
        drawn._inline.docPr.set("descr", _ILLEGAL.sub("\ufffd", alt))
        self._close(made._p)

    def turn(self, *, wide: bool) -> None:
        """A new page, lying if `wide`."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))

    def chapter(self, head: str, *, wide: bool) -> None:
        """A new page; from here on the head of each page says this."""
        self.turn(wide=wide)
        header = self._document.sections[-1].header
        header.is_linked_to_previous = False
        self._margin(header, DocxRun(head))

    def foot(self, edition: str) -> None:
        """Below each page: of when it is, and its number."""
        line = self._margin(self._document.sections[-1].footer, DocxRun(f"{edition} · "))
        for code, after in (("PAGE", " / "), ("NUMPAGES", "")):
            _field(line, "begin")
            _below(_below(line, "w:r"), "w:instrText").text = f" {code} "
            _field(line, "separate")
            self._run(line, DocxRun("1"))
            _field(line, "end")
            self._run(line, DocxRun(after))

    def new_page(self) -> None:
        """A new page."""
        _below(_below(self._paragraph(MARKS), "w:r"), "w:br").set(qn("w:type"), "page")

    def tracked(self) -> None:
        """What is changed from here on is seen: tracking is on, and the file remembers what it says now."""
        self._document.settings.element.find(qn("w:defaultTabStop")).addprevious(OxmlElement("w:trackRevisions"))
        package = self._document.part.package
        memory = Part(PackURI(_MEMORY), "application/xml", remembered_fields(self._document.element), package)
        self._document.part.relate_to(memory, RELATIONSHIP_TYPE.CUSTOM_XML)

    def packed(self, *, title: str, author: str, day: dt.date, about: str) -> bytes:
        """The file, the same bytes for the same content and day."""
        core = self._document.core_properties
        moment = dt.datetime(day.year, day.month, day.day)
        core.title, core.author, core.last_modified_by, core.keywords = (
            _clean(title),
            _clean(author),
            _clean(author),
            about,
        )
        core.comments, core.revision, core.created, core.modified = "", 1, moment, moment
        outer = self._document.part.package.rels
        for rel in [id for id, one in outer.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            outer.pop(rel)  # the picture of an empty page that comes with python-docx
        made = io.BytesIO()
        self._document.save(made)
        return settled(made.getvalue(), day)

    # Private functions

    def _margin(self, place: Any, run: DocxRun) -> Any:
        place.paragraphs[0].style = self._document.styles[MARKS]
        self._run(place.paragraphs[0]._p, run)
        return place.paragraphs[0]._p

    def _paragraph(self, style: str, keep: bool = False) -> Any:
        made = OxmlElement("w:p")
        about = _below(made, "w:pPr")
        _below(about, "w:pStyle", self._style[style])
        if keep:
            _below(about, "w:keepNext")
        self._end.addprevious(made)
        return made

    def _tied(self, paragraph: Any, piece: Tied) -> None:
        tied = bool(piece.tag and any(run.text for run in piece.runs))  # LibreOffice loses the end of an empty one
        if tied:
            self._open(paragraph, piece.tag)
        for run in piece.runs:
            self._run(paragraph, run)
        if tied:
            self._close(paragraph)

    def _open(self, paragraph: Any, tag: str) -> None:
        self._marks += 1
        self._written[tag] += 1
        start = OxmlElement("w:bookmarkStart")
        start.set(qn("w:id"), str(self._marks))
        start.set(qn("w:name"), bookmark(tag, self._written[tag]))
        paragraph.append(start)

    def _close(self, paragraph: Any) -> None:
        end = OxmlElement("w:bookmarkEnd")
        end.set(qn("w:id"), str(self._marks))
        paragraph.append(end)

    def _run(self, paragraph: Any, run: DocxRun) -> None:
        holder = paragraph
        if run.to:
            holder = OxmlElement("w:hyperlink")
            if "://" in run.to or run.to.startswith("mailto:"):
                holder.set(
                    qn("r:id"),
                    self._document.part.relate_to(ascii_address(run.to), RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
                )
            else:
                holder.set(qn("w:anchor"), run.to)
            paragraph.append(holder)
        if run.tick:
            box = _below(holder, "w:sdt")
            about = _below(box, "w:sdtPr")
            about.append(about.makeelement(f"{{{_WORD_2010}}}checkbox", nsmap={"w14": _WORD_2010}))
            holder = _below(box, "w:sdtContent")
        made = _below(holder, "w:r")
        about = _below(made, "w:rPr")
        if run.code:
            face = _below(about, "w:rFonts")
            for which in ("ascii", "hAnsi", "cs"):
                face.set(qn(f"w:{which}"), _MONO)
        for wanted, name in ((run.bold, "w:b"), (run.italic, "w:i"), (run.strike, "w:strike")):
            if wanted:
                _below(about, name)
        if run.to:
            _below(about, "w:color", _PETROL)
        made.text = _clean(run.text)  # python-docx makes breaks and tabs of the line ends and tabs in it


# Private functions


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _below(parent: Any, name: str, value: str = "") -> Any:
    made = OxmlElement(name)
    if value:
        made.set(qn("w:val"), value)
    parent.append(made)
    return made


def _field(paragraph: Any, kind: str) -> None:
    _below(_below(paragraph, "w:r"), "w:fldChar").set(qn("w:fldCharType"), kind)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)


def _styles(document: Document, language: Language) -> None:
    styles: Any = document.styles
    for name, size, colour, bold in (
        ("Normal", 11, _INK, False), ("Title", 28, _PETROL, True), ("Subtitle", 13, _SLATE, False), ("Heading 1", 20, _PETROL, True),
        ("Heading 2", 16, _INK, True), ("Heading 3", 12.5, _PETROL, True), ("Heading 4", 11, _INK, True),
    ):  # fmt: skip
        _face(styles[name], size, colour, bold)
    styles["Heading 4"].font.italic = False
    for name, size, colour, indent in (
        (SPEECH, 11, _INK, 6), (NEVER_STYLE, 11, _BRICK, 0), (MARKS, 9.5, _SLATE, 0), (CODE, 10, _INK, 6),
        ("TOC 1", 11.5, _PETROL, 0), ("TOC 2", 10.5, _INK, 5), ("TOC Heading", 20, _PETROL, 0),
    ):  # fmt: skip
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _face(style, size, colour, name in ("TOC 1", "TOC Heading"))
        style.paragraph_format.left_indent = Mm(indent)
        style.paragraph_format.space_after = Pt(2 if name.startswith("TOC") else 5)
    styles[CODE].font.name = _MONO
    _ground(styles[SPEECH])
    styles["Normal"].paragraph_format.space_after = Pt(5)
    lang = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if lang is not None:
        lang.set(qn("w:val"), "ru-RU" if language == "ru" else "en-GB")


def _face(style: Any, size: float, colour: str, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for which in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{which}"), _FONT)


def _ground(style: Any) -> None:
    """What is said: a light ground and a line at its left."""
    about = style.element.get_or_add_pPr()
    border, left, ground = OxmlElement("w:pBdr"), OxmlElement("w:left"), OxmlElement("w:shd")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", _PETROL)):
        left.set(qn(f"w:{name}"), value)
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E9F2F4")):
        ground.set(qn(f"w:{name}"), value)
    border.append(left)
    spacing = about.find(qn("w:spacing"))
    (spacing.addprevious if spacing is not None else about.append)(border)
    border.addnext(ground)
