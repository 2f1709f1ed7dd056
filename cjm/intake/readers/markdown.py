"""Markdown and plain text, line by line: Notion's bullets that stand alone, typed bullets, tables, what Google calls Markdown."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cjm.intake.block import Block, Document, SourceLine, merged
from cjm.intake.inline import clean, is_strong, plain_inline
from cjm.intake.readers import LONGEST_LINE, too_long
from cjm.intake.readers.mermaid import fenced
from cjm.tables import FileSort, foreign_text

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")
_BULLET = re.compile(r"(\s*)(?:[-*+•◦▪▫●○‣·–—−]|\\-)(?:\s+(.*)|)$")
_TIGHT = re.compile(r"(\s*)[•◦▪●‣](\S.*)$")
# «1.», «2)», and the clauses of a regulation: «2.1.», «2.1 Менеджер …»
_NUMBER = re.compile(
    r"(\s*)\(?(?:\d{1,2}(?:\.\d{1,2}){1,3}(?=\\?[.)]|\s+[A-ZА-ЯЁ«])\\?[.)]?|\d{1,3}\\?[.)])(?:\s+(.*)|)$"
)
_BOX = re.compile(r"\[[ xXхХ]?\]\s*")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|~{3,}|(?:[-*_] ){2,}[-*_]?)\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-*:?\s*)*\|?\s*$")
_FENCE = re.compile(r"\s*(```|~~~)")
_SETEXT = re.compile(r"(={3,}|-{3,})\s*$")
_INSIDE = re.compile(
    r"\s*(?:[-*+]\s+|\d+[.)]\s+)?\[[^\[\]]*\]\((?!https?:|mailto:|tg:)[^)]*\)\s*$"
)  # to another page, or down this one
_PICTURE = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")  # a picture that is written out in letters
_ANY_TAG, _MOST_TAGS = re.compile(r"<[^<>]*>"), 100
_NO_WORD = re.compile(r"[\W_]*$")


def takes(name: str, sort: FileSort) -> bool:
    return sort == "text"


def read(name: str, raw: bytes) -> Iterator[Document]:
    text, diagrams = fenced(name, foreign_text(raw))
    yield Document(name, tuple(blocks_of(text)))
    yield from diagrams


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a text; a bullet that stands alone joins the next line, a line that goes on an item belongs to it."""
    waiting: Block | None = None
    for block in _line_by_line(text):
        if waiting is None:
            waiting = block
        elif waiting.kind == "item" and not waiting.text and block.kind == "text":
            waiting = merged([waiting, block], block.text)
        elif _goes_on(waiting, block):
            waiting = merged([waiting, block], f"{waiting.text} {block.text}")
        else:
            yield _worded(waiting)
            waiting = block
    if waiting is not None:
        yield _worded(waiting)


def typed_mark(line: str) -> tuple[int, bool, str] | None:
    """How deep an item lies whose bullet or number is typed, whether it is numbered, and its words; None where it is none."""
    bullet = _BULLET.match(line) or _TIGHT.match(line)
    number = None if bullet else _NUMBER.match(line)
    found = bullet or number
    if found is None:
        return None
    words = _BOX.sub("", found[2] or "", count=1)
    inner = _NUMBER.match(words) if bullet else None  # «- 1. …»
    return len(found[1].expandtabs(4)) // 2, bool(number or inner), (inner[2] or "") if inner else words


# Private functions


def _worded(block: Block) -> Block:
    return replace(block, kind="scrap") if block.kind != "row" and not block.text else block


def _goes_on(before: Block, block: Block) -> bool:
    """Whether the line is the rest of the one above: further in than its bullet, or small letters behind no full stop."""
    if block.kind != "text" or block.gap or block.bold or not before.text:
        return False
    if before.kind == "item" and block.level > 0:
        return True
    wrapped = len(before.lines[-1].text) > 50 and before.text[-1] not in ".:;!?…»"
    return before.kind in ("text", "item") and not before.bold and wrapped and block.text[:1].islower()


def _line_by_line(text: str) -> Iterator[Block]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\u2028", "\n").split("\n")
    front = _front_matter(lines)
    fenced = gap = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            gap = True
            continue
        line = _PICTURE.sub("", line) if "base64," in line else line
        if len(line) > LONGEST_LINE and line.count("<") <= _MOST_TAGS:  # a diagram that lies in an attribute
            line = _ANY_TAG.sub("", line) or "<>"
        if len(line) > LONGEST_LINE:
            raise too_long(number)
        source = (SourceLine(number, line.strip()),)
        if number <= front or _FENCE.match(line):
            fenced = fenced ^ (number > front)
            yield Block("scrap", "", source)
        elif fenced:
            yield Block("text", clean(line), source, gap=gap)
        else:
            setext = number < len(lines) and _SETEXT.match(lines[number]) and not _is_no_title(line)
            yield _block(line, source, gap, setext and lines[number][0])
        gap = False


def _block(line: str, source: tuple[SourceLine, ...], gap: bool, underlined: str | bool | None) -> Block:
    quote = re.match(r"\s*((?:> ?)+)", line)
    inside = len(line) - len(line.lstrip()) >= 2
    if quote:
        line = line[quote.end() :]
    if _INSIDE.match(line) or _RULE.match(line) or (_TABLE_RULE.fullmatch(line) and "|" in line):
        return Block("scrap", "", source)
    if heading := _HEADING.match(line):
        text, links = plain_inline(heading[2] or "")
        return Block("heading", text, source, level=len(heading[1]), gap=gap, links=links)
    if line.count("|") >= 2 and line.strip().startswith("|"):
        cells = [plain_inline(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        texts = tuple(cell.replace("\\|", "|") for cell, _ in cells)
        links = tuple(link for _, found in cells for link in found)
        return Block("row" if any(texts) else "scrap", " | ".join(texts), source, cells=texts, links=links)
    if (mark := typed_mark(line)) is not None:
        depth, ordered, words = mark
        text, links = plain_inline(words.removeprefix("> "))
        return Block("item", text, source, level=depth, ordered=ordered, bold=is_strong(words), gap=gap, links=links)
    text, links = plain_inline(line)
    if _NO_WORD.fullmatch(text):
        return Block("scrap", "", source)
    if underlined:
        return Block("heading", text, source, level=1 if underlined == "=" else 2, gap=gap, links=links)
    return Block("text", text, source, level=int(inside), bold=is_strong(line), gap=gap, links=links)


def _front_matter(lines: list[str]) -> int:
    """The number of the line that ends what stands before the text between two `---`; 0 where there is none."""
    if lines and lines[0].lstrip("\ufeff").strip() == "---":
        for number, line in enumerate(lines[1:60], start=2):
            if line.strip() in ("---", "..."):
                return number
    return 0


def _is_no_title(line: str) -> bool:
    """Whether a line cannot be a heading that is underlined."""
    return _BULLET.match(line) is not None or _NUMBER.match(line) is not None or "|" in line or len(line) > 120
