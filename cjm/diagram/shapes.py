"""A map as frozen data, ready to be painted and to be tested by geometry: marks on a sheet, in points."""

from dataclasses import dataclass, field
from typing import Literal

from cjm.diagram.sizes import HEAD_HALF, HEAD_LONG

Align = Literal["start", "middle", "end"]
ArrowStyle = Literal["main", "branch", "back"]
Side = Literal["left", "right", "top"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its upper left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def middle(self) -> Point:
        return self.x + self.w / 2, self.y + self.h / 2

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words; `inside` is the box that it must not leave."""

    x: float
    y: float
    words: str
    size: float
    weight: int
    fill: str
    anchor: Align = "start"
    inside: Box | None = None


@dataclass(frozen=True, slots=True)
class Rect:
    """A plain or rounded rectangle."""

    box: Box
    fill: str
    stroke: str = ""
    thick: float = 0
    dash: str = ""
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """Any outline, as SVG path data; `box` holds it."""

    d: str
    box: Box
    fill: str = ""
    stroke: str = ""
    thick: float = 1
    dash: str = ""
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Icon:
    """One of the shipped icons, by its upper left corner."""

    name: str
    x: float
    y: float
    size: float
    fill: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle: a feeling, an entry, the ground behind a star."""

    x: float
    y: float
    r: float
    fill: str
    stroke: str = ""
    thick: float = 1


@dataclass(frozen=True, slots=True)
class Star:
    """A moment of truth."""

    x: float
    y: float
    r: float
    edge: float = 0  # the width of a white edge


Mark = Label | Rect | Shape | Icon | Dot | Star


@dataclass(frozen=True, slots=True)
class Card:
    """A touchpoint on the map: what is seen of it stands in its box, but for the star on its corner."""

    touchpoint: str
    hint: str
    box: Box
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Pill:
    """A way out of the map: an outcome, another journey, or the next band. `leads` is a touchpoint to link to."""

    key: str
    hint: str
    leads: str
    box: Box
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Wire:
    """The line of one edge, from port to port, in level and upright stretches."""

    source: str
    target: str
    style: ArrowStyle
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one or more wires, at the edge of the card it points to."""

    tip: Point
    side: Side
    style: ArrowStyle


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture. Painted in the order of its fields, so that a line that should ever pass a card goes under it."""

    ident: str
    title: str
    desc: str
    width: float
    height: float
    ground: tuple[Mark, ...]
    wires: tuple[Wire, ...]
    heads: tuple[Head, ...]
    over: tuple[Mark, ...]
    cards: tuple[Card, ...]
    pills: tuple[Pill, ...]
    front: tuple[Mark, ...]


@dataclass(slots=True)
class Ink:
    """What has been put on the sheet so far."""

    ground: list[Mark] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    over: list[Mark] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    front: list[Mark] = field(default_factory=list)


def head(tip: Point, points_to: str) -> str:
    """The outline of the head of an arrow with its tip at `tip`, as SVG path data."""
    x, y = tip
    along, across = {"right": ((-1, 0), (0, 1)), "left": ((1, 0), (0, 1)), "down": ((0, -1), (1, 0))}[points_to]
    ends = [
        (x + HEAD_LONG * along[0] + s * HEAD_HALF * across[0], y + HEAD_LONG * along[1] + s * HEAD_HALF * across[1])
        for s in (-1, 1)
    ]
    return f"M{x:.1f} {y:.1f} L{ends[0][0]:.1f} {ends[0][1]:.1f} L{ends[1][0]:.1f} {ends[1][1]:.1f} Z"


def slanting(box: Box, gap: float) -> str:
    """The path of slanting lines that fill a box: seen in any colour and in none."""
    lines, start = [], -box.h
    while start < box.w:
        left, right = max(start, 0.0), min(start + box.h, box.w)
        lines.append(
            f"M{box.x + left:.1f} {box.bottom - left + start:.1f}L{box.x + right:.1f} {box.bottom - right + start:.1f}"
        )
        start += gap
    return "".join(lines)
