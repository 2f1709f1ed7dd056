"""Maps as SVG in, the same as PNG or PDF out, set by Typst with the shipped fonts: no browser, no fonts of the system."""

import json
from collections.abc import Sequence
from typing import Any, Literal

import typst

from cjm.diagram.sizes import A3, A4
from cjm.diagram.svg import Svg
from cjm.language.says import Language
from cjm.resources import shipped

PIXELS = 192.0  # to the inch: sharp on a screen of double density, and on paper
_PAPER = ((A4, 595.0), (A4, A3), (A3, A4))  # A4 and A3 in points: the first that holds the map is taken
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


def as_png(svg: Svg, pixels: float = PIXELS) -> bytes:
    """One map as a picture of its own size."""
    return _set([(svg, (svg.width, svg.height))], "png", ppi=pixels)


def as_pdf(maps: Sequence[Svg], *, title: str, author: str, language: Language) -> bytes:
    """Maps, one on a page of A4 or A3; one that is larger gets a page of its size."""
    return _set([(svg, _paper(svg)) for svg in maps], "pdf", {"title": title, "author": author, "lang": language})


# Private functions


def _paper(svg: Svg) -> tuple[float, float]:
    fits = (paper for paper in _PAPER if svg.width <= paper[0] and svg.height <= paper[1])
    return next(fits, (svg.width, svg.height))


def _set(
    placed: Sequence[tuple[Svg, tuple[float, float]]], form: Literal["png", "pdf"], about: dict[str, str] | None = None,
    **options: Any,
) -> bytes:  # fmt: skip
    sheets = [
        {"svg": svg.text, "alt": svg.alt, "wide": wide, "high": high, "own": svg.width} for svg, (wide, high) in placed
    ]
    data = {"title": "", "author": "", "lang": "ru", **(about or {}), "sheets": sheets}
    made: bytes = typst.compile(
        _SHEET.encode("utf-8"),
        format=form,
        font_paths=[str(shipped() / "site_build/assets/fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        **options,
    )
    return made
