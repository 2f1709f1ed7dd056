"""An author's text in, the paragraphs of a Word document out."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from cjm.diagram.raster import as_png
from cjm.diagram.svg import Svg
from cjm.model import Handbook
from cjm.model.reference import WEB, Reference, is_own
from cjm.word.bookmarks import bookmark
from cjm.word.docx_writer import CODE, DocxRun, Paper, Tied
from cjm.wording import Gap, label, pieces, prose_tokens
from cjm.wording.photo import for_word
from cjm.wording.picture_size import picture_size

_POINTS_OF_A_PIXEL = 0.75
_HIGHEST = 300.0  # points: a picture leaves room for what is said of it


class Prose:
    """Puts text into one document. `places` are the tags of the items that stand in it: only these can be linked to."""

    def __init__(self, paper: Paper, handbook: Handbook, places: Collection[str]) -> None:
        self._paper = paper
        self._handbook = handbook
        self._places = places

    def label(self, tag: str, text: str) -> Tied:
        """A title or condition, on one line."""
        return Tied(tag, (DocxRun(label(text, self._handbook)),))

    def said(self, tag: str, text: str, style: str, lead: str = "") -> None:
        """Words to say: a gap stands in its brackets, as the author wrote it."""
        words = "".join(
            f"<{piece.written}>" if isinstance(piece, Gap) else piece for piece in pieces(text.strip(), self._handbook)
        )
        for line in words.replace("\r", "").split("\n"):
            if line.strip():
                self._paper.paragraph(style, Tied(tag, (DocxRun(line.strip()),)), lead=lead)
                lead = ""

    def prose(self, tag: str, text: str, style: str = "Normal", lead: str = "") -> None:
        """A Markdown text in blocks."""
        if text.strip():
            for node in SyntaxTreeNode(prose_tokens(text, self._handbook)).children:
                self._block(tag, node, style, lead)
                lead = ""

    def line(self, tag: str, text: str) -> Tied:
        """A Markdown text on one line; its blocks run on."""
        runs: list[DocxRun] = []
        for node in SyntaxTreeNode(prose_tokens(text, self._handbook)).children:
            runs += [DocxRun(" ")] if runs else []
            runs += self._runs(node)
        return Tied(tag, tuple(runs))

    # Private functions

    def _block(self, tag: str, node: SyntaxTreeNode, style: str, lead: str = "", depth: int = 0) -> None:
        match node.type:
            case "bullet_list" | "ordered_list":
                if lead:
                    self._paper.paragraph(style, lead=lead)
                self._list(tag, node, style, depth)
            case "blockquote":
                for child in node.children:
                    self._block(tag, child, "Quote", lead, depth)
                    lead = ""
            case "fence" | "code_block":
                for line in node.content.rstrip("\n").split("\n"):
                    self._paper.paragraph(CODE, Tied(tag, (DocxRun(line),)), lead=lead)
                    lead = ""
            case "table":
                if lead:
                    self._paper.paragraph(style, lead=lead)
                rows = [row for body in node.children for row in body.children]
                self._paper.table([[Tied(tag, tuple(self._runs(cell))) for cell in row.children] for row in rows])
            case "hr":
                return
            case "heading":
                bold = tuple(replace(run, bold=True) for run in self._runs(node))
                self._paper.paragraph(style, Tied(tag, bold), lead=lead, keep=True)
            case "paragraph" if (picture := self._picture(node)) is not None:
                if lead:
                    self._paper.paragraph(style, lead=lead, keep=True)
                raw, size, alt = picture
                self._paper.picture(raw, size, alt, tag)
            case _:
                self._paper.paragraph(style, Tied(tag, tuple(self._runs(node))), lead=lead)

    def _picture(self, node: SyntaxTreeNode) -> tuple[bytes, tuple[float, float], str] | None:
        """A paragraph that is nothing but a picture of the handbook's own: its bytes, its size in points, what it shows."""
        inside = [one for inline in node.children for one in inline.children]
        if len(inside) != 1 or inside[0].type != "image":
            return None
        raw, alt = self._handbook.shown(str(inside[0].attrs.get("src", ""))) or b"", inside[0].content
        size = picture_size(raw) if raw else None
        if size is None:
            return None
        scale = min(_POINTS_OF_A_PIXEL, _HIGHEST / size[1])
        wide, high = size[0] * scale, size[1] * scale
        if b"<svg" in raw[:4_096]:
            raw = as_png(Svg(raw.decode("utf-8", "replace"), wide, high, "", alt))
        return for_word(raw), (wide, high), alt

    def _list(self, tag: str, node: SyntaxTreeNode, style: str, depth: int) -> None:
        bullets = ("List Bullet", "List Bullet 2", "List Bullet 3")
        numbers = ("List", "List 2", "List 3")
        start = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, start=start):
            ordered = node.type == "ordered_list"
            for place, child in enumerate(item.children):
                if child.type in ("bullet_list", "ordered_list"):
                    self._list(tag, child, style, depth + 1)
                elif child.type == "paragraph" and not place:
                    runs = (DocxRun(f"{number}.\t"), *self._runs(child)) if ordered else tuple(self._runs(child))
                    self._paper.paragraph((numbers if ordered else bullets)[min(depth, 2)], Tied(tag, runs))
                else:
                    self._block(tag, child, "List Continue", depth=depth)

    def _runs(self, node: SyntaxTreeNode) -> list[DocxRun]:
        if node.type == "inline":
            return list(self._inline(node.children, DocxRun("")))
        if not node.children:
            return [DocxRun(node.content)] if node.content else []
        return [run for child in node.children for run in self._runs(child)]

    def _inline(self, nodes: list[SyntaxTreeNode], style: DocxRun) -> Iterator[DocxRun]:
        changed: dict[str, Any] = {"strong": {"bold": True}, "em": {"italic": True}, "s": {"strike": True}}
        for node in nodes:
            if node.type in changed:
                yield from self._inline(node.children, replace(style, **changed[node.type]))
            elif node.type == "link":
                yield from self._inline(node.children, replace(style, to=self._to(str(node.attrs.get("href", "")))))
            elif node.type == "softbreak":
                yield replace(style, text=" ")
            elif node.type == "hardbreak":
                yield replace(style, text="\n")
            elif node.content:
                yield replace(style, text=node.content, code=style.code or node.type == "code_inline")

    def _to(self, href: str) -> str:
        if is_own(href) and (elsewhere := self._handbook.elsewhere(Reference.parse(href))):
            return elsewhere
        whole = href.partition("/")[0]
        return href if href.startswith(WEB) else bookmark(f"{whole}/title") if whole in self._places else ""
