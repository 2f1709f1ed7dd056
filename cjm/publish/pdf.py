"""A Book in, its PDF or the pictures of its pages out: set in quires, each of which is told on which pages the others are."""

import json
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Literal

from cjm.book import Book
from cjm.book.quires import Quire, quires
from cjm.book.text import Json
from cjm.publish.tree import files_below
from cjm.publish.typesetting import Sheets, TypesettingFailed, in_a_process, typeset
from cjm.resources import shipped

__all__ = ["TypesettingFailed", "pdf", "pictures"]

_TEMPLATES, _ICONS, _FONTS = "templates/print", "site_build/assets/icons", "site_build/assets/fonts"
_TRIES = 3  # a page number of three digits where two were thought may move what it stands in
_Place = tuple[int, float, float]  # page, and where on it
_SEWING = Path(__file__).with_name("sewing.py")


def pdf(book: Book, root: Path) -> bytes:
    """The book as PDF/UA-1 and PDF/A-2a; the same bytes for the same book. Raises TypesettingFailed."""
    with tempfile.TemporaryDirectory(prefix="cjm-print-") as name:
        folder = Path(name)
        names, places = _set(book, root, folder, "pdf")
        if len(names) == 1:
            return (folder / f"{names[0]}.pdf").read_bytes()
        marks = [(one["level"], _numbered(one), one["to"]) for one in book.data["contents"]]
        in_a_process(
            _SEWING,
            {"folder": name, "quires": names, "places": places, "bookmarks": marks, "page": book.data["t"]["page"]},
        )
        return (folder / "out.pdf").read_bytes()


def pictures(book: Book, root: Path, ppi: int = 144) -> list[bytes]:
    """The pages as PNG, for a quick look."""
    with tempfile.TemporaryDirectory(prefix="cjm-print-") as name:
        names, _ = _set(book, root, Path(name), "png", ppi)
        return [page.read_bytes() for one in names for page in sorted(Path(name).glob(f"{one}-*.png"))]


# Private functions


def _set(
    book: Book, root: Path, folder: Path, form: Literal["pdf", "png"], ppi: int = 144
) -> tuple[list[str], dict[str, _Place]]:
    """Set the quires in `folder` until each knows where the others are: their names, and where each place is."""
    own = _lay_out(root, folder)
    parts = [Quire(book.data)] if own else list(quires(book.data))
    names = [f"quire-{number:03}.json" for number in range(len(parts))]
    one_by_one = partial(typeset, Sheets.of(folder, book.template, shipped() / _FONTS, book.today), ppi=ppi)
    starts = list(accumulate((one.pages for one in parts), initial=0))
    places: dict[str, _Place] = {
        place: (start + one.pages // 2 + 1, 0, 0)
        for one, start in zip(parts, starts, strict=False)
        for place in one.places
    }
    for form_now in (form,) if len(parts) == 1 else ("places", *(form,) * _TRIES):
        for name, one, before in zip(names, parts, starts, strict=False):
            away = {label: page for label, (page, *_) in places.items() if label not in one.places}
            (folder / name).write_text(
                json.dumps(one.data | {"before": before, "elsewhere": away}, ensure_ascii=False), "utf-8", newline="\n"
            )
        with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
            found = list(pool.map(partial(one_by_one, form=form_now), names))
        starts = list(accumulate((one.pop("pages", 0) for one in found), initial=0))
        believed, places = places, {
            label: (before + page, x, y)
            for before, one in zip(starts, found, strict=False)
            for label, (page, x, y) in one.items()
        }  # fmt: skip
        if form_now == form and all(believed[label][0] == page for label, (page, *_) in places.items()):
            break
    return names, places


def _lay_out(root: Path, folder: Path) -> bool:
    """Put there the templates, the handbook's own before the shipped ones, icons and pictures; whether a template is its own."""
    shared, own = files_below(shipped() / _TEMPLATES), files_below(root / _TEMPLATES)
    icons = files_below(shipped() / _ICONS) | files_below(root / _ICONS)
    beside = {"icons": icons, "files": files_below(root / "guideline/files")}
    named = {f"{kind}/{name}": file for kind, all in beside.items() for name, file in all.items()}
    for path, source in {**shared, **own, **named}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / path)
    return any(path not in shared or one.read_bytes() != shared[path].read_bytes() for path, one in own.items())


def _numbered(row: Json) -> str:
    return f"{row['number']}. {row['title']}" if row.get("number") else str(row["title"])
