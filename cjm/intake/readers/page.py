"""HTML pages block by block: headings, lists, tables, paragraphs; menus, forms and footers are told as dropped."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from cjm.intake.block import Block, BlockKind, Document, SourceLine
from cjm.intake.inline import clean
from cjm.intake.readers.markdown import typed_mark
from cjm.tables import FileSort, foreign_text

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "title", "math", "head", "select")
)
_SCRAP = frozenset(("nav", "footer", "form", "button", "aside"))
_BREAKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "footer",
        "nav",
        "form",
        "aside",
        "button",
        "option",
        "caption",
    ]
)
_EMPTY = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source"))
_BOLD = frozenset(("b", "strong"))


def takes(name: str, sort: FileSort) -> bool:
    return sort == "html" and not name.lower().endswith(".xls")


def read(name: str, raw: bytes) -> Iterator[Document]:
    page = _Page()
    page.feed(_declared(raw))
    page.close()
    page.end_block()
    yield Document(name, tuple(page.blocks))


# Private functions


def _declared(raw: bytes) -> str:
    """The text in the encoding that the page itself names, else in the one that it seems to have."""
    found = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", raw[:4096], re.IGNORECASE)
    if found and not raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return raw.decode(found[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return foreign_text(raw)


class _Page(HTMLParser):
    """Blocks as they end; which tags are open says what a block is."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.pictures: list[Block] = []  # that wait for the end of the block in which they stand
        self.open: list[str] = []
        self.words: list[str] = []
        self.strong: list[bool] = []
        self.links: list[tuple[str, str]] = []
        self.link: tuple[str, int] | None = None
        self.line = 0
        self.kind: tuple[BlockKind, int, bool] = ("text", 0, False)
        self.cells: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS and not (self.cells is not None and tag not in ("tr", "table")):
            self.end_block()
        elif tag in _BREAKS:
            self.words.append(" ")
            self.strong.append(True)
        if tag == "tr":
            self.cells = []
        elif tag in ("td", "th") and self.cells is not None:
            self.end_cell()
        if tag == "img" and (alt := clean(dict(attrs).get("alt") or "")) and _SILENT.isdisjoint(self.open):
            self.pictures.append(Block("scrap", "", (SourceLine(self.getpos()[0], f"[картинка: {alt}]"),)))
        if tag in _EMPTY:
            return
        self.open.append(tag)
        if tag == "a":
            self.link = (dict(attrs).get("href") or "", len(self.words))
        elif tag == "li":
            depth = max(sum(one in ("ul", "ol") for one in self.open) - 1, 0)
            ordered = next((one == "ol" for one in reversed(self.open) if one in ("ul", "ol")), False)
            self.kind = ("item", depth, ordered)
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.kind = ("heading", int(tag[1]), False)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.link is not None:
            address, start = self.link
            label = clean("".join(self.words[start:]))
            if address.startswith(("http://", "https://", "mailto:")):
                self.links.append(("" if label == address else label, address))
            self.link = None
        if tag in ("td", "th") and self.cells is not None:
            self.end_cell()
        elif tag == "tr" and self.cells is not None:
            self.end_row()
        elif tag in _BREAKS and self.cells is None:
            self.end_block()
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag == "table":
            self.cells = None

    def handle_data(self, data: str) -> None:
        if not _SILENT.isdisjoint(self.open):
            return
        if "pre" in self.open and "\n" in data and self.cells is None:
            for number, line in enumerate(data.split("\n")):
                if number:
                    self.end_block()
                self.add(line, self.getpos()[0] + number)
            return
        self.add(
            data, self.getpos()[0] + len(data[: len(data) - len(data.lstrip())].splitlines()[1:]) if data.strip() else 0
        )

    def add(self, data: str, line: int) -> None:
        if data.strip() and not any(word.strip() for word in self.words):
            self.line = line
        self.words.append(data)
        self.strong.append(not data.strip() or not _BOLD.isdisjoint(self.open))

    def end_block(self) -> None:
        raw = "".join(self.words)
        text, links, bold = clean(raw), tuple(self.links), all(self.strong)
        self.words, self.strong, self.links = [], [], []
        if self.link is not None:
            self.link = (self.link[0], 0)
        kind, level, ordered = self.kind
        pictures, self.pictures = self.pictures, []
        if not text:
            self.blocks.extend(pictures)
            return
        self.kind = ("text", 0, False)
        self.blocks.extend(pictures)
        source = (SourceLine(self.line, text),)
        links += tuple(
            ("", one)
            for one in re.findall(r"https?://[^\s<>«»\"]+[^\s<>«»\".,;:!?)]", text)
            if one not in {link for _, link in links}
        )
        if not _SCRAP.isdisjoint(self.open) or not re.search(r"\w", text):
            self.blocks.append(Block("scrap", "", source))
        elif kind == "text" and (mark := typed_mark(text)) is not None and mark[2]:
            self.blocks.append(Block("item", mark[2], source, level=mark[0], ordered=mark[1], bold=bold, links=links))
        else:
            self.blocks.append(
                Block(kind, text, source, level=level, ordered=ordered, bold=bold and kind == "text", links=links)
            )

    def end_cell(self) -> None:
        text = clean("".join(self.words))
        if self.cells is not None and (text or self.words):
            self.cells.append(text)
        self.words, self.strong = [], []

    def end_row(self) -> None:
        self.end_cell()
        cells, links = tuple(self.cells or ()), tuple(self.links)
        self.cells, self.links = None, []
        if any(cells):
            source = (SourceLine(self.line or self.getpos()[0], " | ".join(cells)),)
            kind: BlockKind = "scrap" if not _SCRAP.isdisjoint(self.open) else "row" if len(cells) > 1 else "item"
            self.blocks.append(
                Block(kind, " | ".join(cells), source, cells=cells if kind == "row" else (), links=links)
            )
