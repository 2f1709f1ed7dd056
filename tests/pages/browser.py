"""Pages as a browser sees them: Markdown in, anchors, links, headings and words out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import markdown
import yaml

ROOT = Path(__file__).resolve().parents[2]
_VOID = {"br", "hr", "img", "input", "meta", "link", "path", "circle", "rect", "line", "use"}


@dataclass
class Seen:
    """What is on a page."""

    anchors: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)  # tag and words
    tags: list[str] = field(default_factory=list)
    words: str = ""
    unbalanced: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.open: list[str] = []
        self.heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.tags.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.seen.anchors.append(value)
            if name == "href" and tag == "a":
                self.seen.links.append(value or "")
        if tag in ("h1", "h2", "h3", "h4"):
            self.seen.headings.append((tag, ""))
            self.heading = True
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3", "h4"):
            self.heading = False
        if tag in _VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.seen.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        self.seen.words += data
        if self.heading:
            tag, words = self.seen.headings[-1]
            self.seen.headings[-1] = (tag, words + data)


def extensions() -> Iterator[tuple[str, dict[str, object]]]:
    """The Markdown extensions of the shipped mkdocs.yml."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for entry in config["markdown_extensions"]:
        if isinstance(entry, dict):
            yield from entry.items()
        else:
            yield entry, {}


def look(page: str) -> Seen:
    """What a browser shows of a page; its front matter is not shown."""
    chosen = dict(extensions())
    html = markdown.markdown(page.split("\n---\n", 1)[1], extensions=list(chosen), extension_configs=chosen)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.seen.unbalanced += reader.open
    return reader.seen
