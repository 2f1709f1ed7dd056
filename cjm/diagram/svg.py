"""A finished picture: its text, and what its users need to know of it without reading that text."""

from dataclasses import dataclass

from cjm.diagram.shapes import Box


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of the picture, in points, that stands for a touchpoint of the handbook."""

    touchpoint: str
    box: Box


@dataclass(frozen=True, slots=True)
class Svg:
    """One stand-alone SVG. `cards` are the touchpoints on it; `ends` are the ways out that lead to a touchpoint elsewhere."""

    text: str
    width: float  # in points
    height: float
    title: str
    alt: str  # what it shows, in words
    cards: tuple[Anchor, ...] = ()
    ends: tuple[Anchor, ...] = ()
