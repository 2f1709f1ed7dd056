"""Maps as SVG in, the same as PNG or PDF out, set by Typst with the shipped fonts: no browser, no fonts of the system."""

import html
import json
import re
from collections.abc import Sequence
from typing import Any, Literal

import typst

from cjm.language.says import Language
from cjm.resources import shipped

PIXELS = 192.0  # to the inch: sharp on a screen of double density, and on paper
_DESC = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PAPER = (
    (842.0, 595.0),
    (842.0, 1191.0),
    (1191.0, 842.0),
)  # A4 and A3 in points: the first that holds the map is taken
_SHEET = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.author, date: none)
#set text(lang: data.lang, font: "Golos Text")
#for one in data.sheets {
  page(
    width: one.wide * 1pt, height: one.high * 1pt, margin: 0pt,
    align(center + top, image(bytes(one.svg), format: "svg", width: one.own * 1pt, alt: one.alt)),
  )
}
"""


def png(svg: str, pixels: float = PIXELS) -> bytes:
    """One map as a picture of its own size."""
    return _set(_data([(svg, size(svg))]), "png", ppi=pixels)


def pdf(maps: Sequence[str], *, title: str, author: str, language: Language) -> bytes:
    """Maps, one on a page of A4 or A3; one that is larger gets a page of its size."""
    placed = [(svg, _paper(*size(svg))) for svg in maps]
    return _set(_data(placed) | {"title": title, "author": author, "lang": language}, "pdf")


def alt(svg: str) -> str:
    """What a map shows, in words."""
    found = _DESC.search(svg)
    return html.unescape(found[1]) if found else ""


def size(svg: str) -> tuple[float, float]:
    """Width and height of a map in points."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("an SVG without a viewBox")
    return float(found[1]), float(found[2])


# Private functions


def _paper(wide: float, high: float) -> tuple[float, float]:
    return next((paper for paper in _PAPER if wide <= paper[0] and high <= paper[1]), (wide, high))


def _data(placed: Sequence[tuple[str, tuple[float, float]]]) -> dict[str, object]:
    sheets = [
        {"svg": svg, "alt": alt(svg), "wide": wide, "high": high, "own": size(svg)[0]} for svg, (wide, high) in placed
    ]
    return {"title": "", "author": "", "lang": "ru", "sheets": sheets}


def _set(data: dict[str, object], form: Literal["png", "pdf"], **options: Any) -> bytes:
    made: bytes = typst.compile(
        _SHEET.encode("utf-8"),
        format=form,
        font_paths=[str(shipped() / "site_build/assets/fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        **options,
    )
    return made
