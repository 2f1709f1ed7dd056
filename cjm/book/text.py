"""What an author wrote in, data that a print template can set as it stands out: never code, every character printable.

A run is a text, or a list of a text and how it is set (`strong`, `em`, `code`, `strike`, `gap`, `to` a label, `url`).
A block is a mapping with its `kind`: `par`, `list`, `table`, `code`, `quote`, `head`.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from cjm.addresses import address, chosen_query
from cjm.model import Handbook, Journey
from cjm.model.reference import WEB, Reference, is_own
from cjm.view.thing import shorter
from cjm.view.words import TradeWords
from cjm.wording import Gap, pieces, prose_tokens
from cjm.wording.gaps import GAP, lower_first
from cjm.wording.glyphs import printable
from cjm.wording.line_breaks import breakable, kept_together
from cjm.wording.markup import has_markup
from cjm.wording.web import ascii_address

Json = dict[str, Any]
Run = str | list[Any]

_STYLES = {"strong": "strong", "em": "em", "s": "strike"}


class Writer(TradeWords):
    """Puts the author's text into one book. `places` are the labels that stand in it: only to these a link can lead."""

    def __init__(self, handbook: Handbook, places: Collection[str]) -> None:
        super().__init__(handbook)
        self.places = places
        self.gaps = frozenset(lower_first(one.name) for one in handbook.placeholders)

    def label(self, text: str) -> str:
        """A title, condition or name on one line."""
        return _fit(super().label(text))

    def words(self, text: str) -> str:
        """A Markdown text without its markup, on one line."""
        return _fit(super().words(text)) if has_markup(text) else self.label(text)

    def line(self, text: str) -> list[Run]:
        """A Markdown text inside a line; its blocks run on."""
        if not has_markup(text):
            return [self.label(text)] if text else []
        runs: list[Run] = []
        for block in _tree(text, self.handbook).children:
            for more in self._inline_below(block):
                if runs and more:
                    runs.append(" ")
                runs.extend(more)
        return runs

    def filled(self, text: str) -> list[Run]:
        """Words on one line without Markdown, with their gaps."""
        return list(self._gapped(self.label(text), {}))

    def prose(self, text: str) -> list[Json]:
        """A Markdown text in blocks."""
        if not has_markup(text):
            return [{"kind": "par", "runs": [self.label(text)]}] if text else []
        return self._blocks(_tree(text, self.handbook).children)

    def said(self, text: str) -> list[list[Run]]:
        """Words to say, paragraph by paragraph; a gap is a list with its name, a line break the text `\\n`."""
        paragraphs: list[list[Run]] = [[]]
        for piece in pieces(text.strip("\n").replace("\r\n", "\n"), self.handbook):
            if isinstance(piece, Gap):
                paragraphs[-1].append([_fit(piece.written)])
                continue
            for number, part in enumerate(re.split(r"\n[ \t]*\n\s*", piece)):
                if number:
                    paragraphs.append([])
                if part:
                    paragraphs[-1].append(_fit(part))
        kept = [_trimmed(paragraph) for paragraph in paragraphs]
        return [paragraph for paragraph in kept if paragraph]

    def to(self, reference: str) -> str:
        """The label that a reference leads to in this book, empty where it is not in it."""
        kind, id = Reference.parse(reference).target
        if kind in ("journey", "touchpoint"):
            home = self.handbook.home(kind, id)
            reference = f"journey:{home.id}" if isinstance(home, Journey) else ""
        if reference in self.places:
            return reference
        whole = reference.partition("/")[0]
        return whole if whole in self.places else ""

    def url(self, reference: str) -> str:
        """The address on the site, empty where the site has no known address."""
        found = address(reference, self.handbook)
        base = self.handbook.outline.address.strip()
        page, anchored, place = found.partition("#")
        found = found and f"{page}{chosen_query(self.handbook)}{anchored}{place}"
        return ascii_address(f"{base.rstrip('/')}/{found}") if found and base.startswith(WEB) else ""

    # Private functions

    def _blocks(self, nodes: list[SyntaxTreeNode]) -> list[Json]:
        return [block for node in nodes for block in self._block(node)]

    def _block(self, node: SyntaxTreeNode) -> Iterator[Json]:
        match node.type:
            case "paragraph" if (picture := self._picture(node)) is not None:
                yield picture
            case "paragraph":
                yield {"kind": "par", "runs": self._runs(node)}
            case "heading":
                yield {"kind": "head", "runs": self._runs(node)}
            case "bullet_list" | "ordered_list":
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                yield {"kind": "list", "start": start, "items": [self._blocks(item.children) for item in node.children]}
            case "blockquote":
                yield {"kind": "quote", "blocks": self._blocks(node.children)}
            case "fence" | "code_block":
                yield {"kind": "code", "lines": [_fit(line) for line in node.content.rstrip("\n").split("\n")]}
            case "table":
                rows = [[self._runs(cell) for cell in row.children] for body in node.children for row in body.children]
                aligned = [_aligned(cell) for cell in node.children[0].children[0].children]
                yield {"kind": "table", "align": aligned, "head": rows[0], "rows": rows[1:]}
            case "hr":
                return
            case _:
                yield {"kind": "par", "runs": [_fit(node.content)] if not node.children else self._runs(node)}

    def _picture(self, node: SyntaxTreeNode) -> Json | None:
        """A paragraph that is nothing but a picture of the handbook's own."""
        inside = [one for inline in node.children for one in inline.children]
        file = str(inside[0].attrs.get("src", "")) if len(inside) == 1 and inside[0].type == "image" else ""
        raw = self.handbook.shown(file) if file else None
        if raw is None:
            return None
        holds = hashlib.sha256(raw).hexdigest()  # another picture under the same name gets a bar
        return {"kind": "picture", "file": file, "alt": _fit(inside[0].content) or file, "holds": holds}

    def _inline_below(self, node: SyntaxTreeNode) -> Iterator[list[Run]]:
        if node.type == "inline":
            yield list(self._inline(node.children, {}))
        elif node.type in ("fence", "code_block"):
            yield [_fit(" ".join(node.content.split()))]
        for child in node.children if node.type != "inline" else ():
            yield from self._inline_below(child)

    def _runs(self, node: SyntaxTreeNode) -> list[Run]:
        return [run for inline in self._inline_below(node) for run in inline]

    def _inline(self, nodes: list[SyntaxTreeNode], style: Json) -> Iterator[Run]:
        before = ""
        for node in nodes:
            if node.type in _STYLES:
                yield from self._inline(node.children, style | {_STYLES[node.type]: True})
            elif node.type == "link":
                href = str(node.attrs.get("href", ""))
                yield from self._inline(node.children, style | self._link(href))
                if elsewhere := self._elsewhere(href):  # paper cannot be clicked
                    yield from _styled(_fit(f" ({shorter(elsewhere)})"), style)
            elif node.type == "code_inline":
                yield [_fit(node.content), style | {"code": True}]
            elif node.type == "softbreak":
                yield _fit(f"{before} ")[-1]
            elif node.type == "hardbreak":
                yield "\n"
            elif node.content:
                yield from self._gapped(_fit(node.content), style)
            before = node.content

    def _gapped(self, text: str, style: Json) -> Iterator[Run]:
        """A fitted text in runs of its own style, each gap that the handbook knows without its brackets."""
        done = 0
        for found in GAP.finditer(text):
            if lower_first(found[1].strip().replace("\u00a0", " ")) in self.gaps:
                if found.start() > done:
                    yield from _styled(text[done : found.start()], style)
                yield [found[1].strip(), style | {"gap": True}]
                done = found.end()
        if done < len(text):
            yield from _styled(text[done:], style)

    def _elsewhere(self, href: str) -> str:
        return self.handbook.elsewhere(Reference.parse(href)) if is_own(href) else ""

    def _link(self, href: str) -> Json:
        if elsewhere := self._elsewhere(href):
            return {"url": ascii_address(elsewhere)}
        if is_own(href):
            if target := self.to(href):
                return {"to": target}
            address = self.url(href)
            return {"url": address} if address else {}
        return {"url": ascii_address(href)} if href.startswith(WEB) else {}


# Private functions


def _tree(text: str, handbook: Handbook) -> SyntaxTreeNode:
    return SyntaxTreeNode(prose_tokens(text, handbook))


def _styled(text: str, style: Json) -> Iterator[Run]:
    yield [text, style] if style else text


def _fit(text: str) -> str:
    """`text` as the fonts can print it, very long words with places to break at."""
    return breakable(kept_together(printable(text)))


def _trimmed(paragraph: list[Run]) -> list[Run]:
    if paragraph and isinstance(paragraph[0], str):
        paragraph[0] = paragraph[0].lstrip()
    if paragraph and isinstance(paragraph[-1], str):
        paragraph[-1] = paragraph[-1].rstrip()
    return [run for run in paragraph if run]


def _aligned(cell: SyntaxTreeNode) -> str:
    style = str(cell.attrs.get("style", ""))
    return next((side for side in ("right", "center") if side in style), "left")
