"""What Notion gives away: a zip (often with a zip in it) of Markdown or HTML pages and CSV tables, each name with 32 hex digits."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from cjm.intake.block import Document
from cjm.intake.readers import markdown, page, table
from cjm.language.says import Says
from cjm.tables import FileSort, Rejected, members

_HEX = re.compile(r"[ _-]+[0-9a-f]{32}(?=\.|/|_all\.|$)")
_DEEPEST = 3
_NO_PAGES = Says(
    "в архиве нет ни страниц .md или .html, ни таблиц .csv, ни документов .docx",
    "the archive has neither pages .md or .html, nor tables .csv, nor documents .docx",
)


def takes(name: str, sort: FileSort) -> bool:
    return sort == "zip"


def read(name: str, raw: bytes) -> Iterator[Document]:
    found = False
    for path, content in sorted(_pages(raw, 0)):
        called = f"{PurePosixPath(name).stem}/{page_name(path)}"
        for one in _of(called, content):
            found = True
            yield one
    if not found:
        raise Rejected(_NO_PAGES)


def page_name(path: str) -> str:
    """The path of a page without the digits by which Notion tells pages of one name apart."""
    return _HEX.sub("", path)


# Private functions


def _pages(raw: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    packed = members(raw)
    for path, content in packed.items():
        suffix = PurePosixPath(path).suffix.lower()
        if suffix == ".zip" and depth < _DEEPEST:
            yield from _pages(content, depth + 1)
        elif suffix == ".csv" and f"{path[:-4]}_all.csv" in packed:
            continue  # the same rows as one view shows them
        elif PurePosixPath(path).name not in ("index.html",) and content.strip() and not path.startswith("__MACOSX"):
            yield path, content


def _of(called: str, content: bytes) -> Iterator[Document]:
    match PurePosixPath(called).suffix.lower():
        case ".md" | ".markdown" | ".txt":
            yield from markdown.read(called, content)
        case ".html" | ".htm":
            yield from page.read(called, content)
        case ".csv" | ".tsv":
            yield from table.read(called, content)
        case ".docx":
            from cjm.intake.readers import word

            yield from word.read(called, content)
