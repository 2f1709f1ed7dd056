"""Journeys in, pictures out: service blueprints and the overview as SVG, and the same graphs as Mermaid and DOT text."""

from collections.abc import Callable
from pathlib import Path

from cjm.diagram.card_drawing import ColourBy
from cjm.diagram.layout import sheet, sheets
from cjm.diagram.notation import dot, mermaid
from cjm.diagram.overview import overview_sheet
from cjm.diagram.paint import svg
from cjm.diagram.words import in_words
from cjm.model import Handbook, Journey
from cjm.resources import shipped

__all__ = ["ColourBy", "bands", "blueprint", "dot", "in_words", "mermaid", "overview"]


def blueprint(
    journey: Journey,
    handbook: Handbook,
    *,
    link: Callable[[str], str] | None = None,
    colour_by: ColourBy = "plain",
    embed_fonts: bool = False,
) -> str:
    """The journey as one SVG; a long one goes on in bands, one below the other. `link` leads from a touchpoint's id."""
    return svg(sheet(journey, handbook, colour_by), link, _fonts() if embed_fonts else None)


def bands(
    journey: Journey,
    handbook: Handbook,
    *,
    link: Callable[[str], str] | None = None,
    colour_by: ColourBy = "plain",
    embed_fonts: bool = False,
) -> tuple[str, ...]:
    """The journey as one SVG for each band, to be printed one on a page."""
    fonts = _fonts() if embed_fonts else None
    return tuple(svg(one, link, fonts) for one in sheets(journey, handbook, colour_by))


def overview(handbook: Handbook, *, link: Callable[[str], str] | None = None, embed_fonts: bool = False) -> str:
    """All journeys on one SVG, with the passages between them. `link` leads from a touchpoint's id."""
    return svg(overview_sheet(handbook), link, _fonts() if embed_fonts else None)


def _fonts() -> Path:
    return shipped() / "site_build/assets/fonts"
