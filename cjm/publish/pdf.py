"""A Book in, its PDF or the pictures of its pages out."""

import json
import shutil
import tempfile
from pathlib import Path

from cjm.book import Book
from cjm.publish.tree import files_below
from cjm.publish.typesetting import Sheets, TypesettingFailed, typeset
from cjm.resources import shipped

__all__ = ["TypesettingFailed", "pdf", "pictures"]

_TEMPLATES, _ICONS, _FONTS = "templates/print", "site_build/assets/icons", "site_build/assets/fonts"
_DATA = "data.json"


def pdf(book: Book, root: Path) -> bytes:
    """The book as PDF/UA-1 and PDF/A-2a; the same bytes for the same book. Raises TypesettingFailed."""
    with tempfile.TemporaryDirectory(prefix="cjm-print-") as folder:
        return typeset(_laid_out(book, root, Path(folder)), _sheets(book))[0]


def pictures(book: Book, root: Path, ppi: int = 144) -> list[bytes]:
    """The pages as PNG, for a quick look."""
    with tempfile.TemporaryDirectory(prefix="cjm-print-") as folder:
        return typeset(_laid_out(book, root, Path(folder)), _sheets(book, "png", ppi))


# Private functions


def _sheets(book: Book, form: str = "pdf", ppi: int = 144) -> Sheets:
    return Sheets(book.template, str(shipped() / _FONTS), book.today, "png" if form == "png" else "pdf", ppi)


def _laid_out(book: Book, root: Path, folder: Path) -> Path:
    """The templates, the handbook's own before the shipped ones, with icons and data: all that Typst can read."""
    templates = files_below(shipped() / _TEMPLATES) | files_below(root / _TEMPLATES)
    icons = files_below(shipped() / _ICONS) | files_below(root / _ICONS)
    for path, source in {**templates, **{f"icons/{name}": icon for name, icon in icons.items()}}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    for name, picture in files_below(root / "guideline/files").items():
        (folder / "files" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, folder / "files" / name)
    (folder / _DATA).write_text(json.dumps(book.data, ensure_ascii=False), encoding="utf-8", newline="\n")
    return folder
