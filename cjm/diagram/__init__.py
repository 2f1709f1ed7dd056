"""Journeys in, pictures out: service blueprints and the overview as SVG, and the same graphs as Mermaid and DOT text.

The state of standards and the colours of cards come from whoever asks. docs/diagram.md tells how the stages follow
each other.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from cjm.diagram.colours import PLAIN, Colours
from cjm.diagram.excerpt import excerpt
from cjm.diagram.layout import sheet, sheets
from cjm.diagram.notation import dot, mermaid
from cjm.diagram.overview import overview_sheet
from cjm.diagram.paint import paint
from cjm.diagram.svg import Svg
from cjm.model import Handbook, Journey
from cjm.resources import shipped
from cjm.workspace.standards import Standard

__all__ = ["Svg", "bands", "blueprint", "dot", "excerpt", "mermaid", "overview"]

Standards = Mapping[str, Standard]


def blueprint(
    journey: Journey,
    handbook: Handbook,
    standards: Standards,
    *,
    link: Callable[[str], str] | None = None,
    colours: Colours = PLAIN,
    embed_fonts: bool = False,
) -> Svg:
    """The journey as one SVG; a long one goes on in bands, one below the other. `link` leads from a touchpoint's id."""
    return paint(sheet(journey, handbook, standards, colours), link, _fonts() if embed_fonts else None)


def bands(
    journey: Journey, handbook: Handbook, standards: Standards, *, colours: Colours = PLAIN, upright: bool = False
) -> tuple[Svg, ...]:
    """The journey as one SVG for each band, to be printed one on a page; `upright` in bands that A4 holds in full size."""
    return tuple(paint(one) for one in sheets(journey, handbook, standards, colours, upright=upright))


def overview(
    handbook: Handbook, standards: Standards, *, link: Callable[[str], str] | None = None, embed_fonts: bool = False
) -> Svg:
    """All journeys on one SVG, with the passages between them. `link` leads from a touchpoint's id."""
    return paint(overview_sheet(handbook, standards), link, _fonts() if embed_fonts else None)


def _fonts() -> Path:
    return shipped() / "site_build/assets/fonts"
