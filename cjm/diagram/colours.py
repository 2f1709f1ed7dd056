"""Levels of touchpoints and the colours of these levels in, what fills a card out. Whoever asks for a map judges."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cjm.diagram.palette import WHITE
from cjm.language.says import Says


@dataclass(frozen=True, slots=True)
class Shade:
    """What fills the cards of one level, and what that means, for the legend."""

    fill: str
    means: Says | None = None
    dashed: bool = False
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Colours:
    """A level for each touchpoint, by the name that the graph gives it, and a shade for each level, from 0 on.

    `said` stands behind the title, since a colour never speaks alone. With `scale` the legend shows all shades side by side under these words, else each that occurs under its own.
    """

    level: Mapping[str, int] = field(default_factory=dict)
    shades: tuple[Shade, ...] = (Shade(WHITE),)
    scale: Says | None = None
    said: Mapping[str, str] = field(default_factory=dict)

    def shade(self, touchpoint: str) -> Shade:
        """Level 0 is also that of a touchpoint of which nothing is known."""
        return self.shades[self.level.get(touchpoint, 0)]

    def titled(self, titles: Mapping[str, str]) -> dict[str, str]:
        """The titles of touchpoints, each with what is said of it."""
        return {one: f"{title} · {self.said[one]}" if one in self.said else title for one, title in titles.items()}


PLAIN = Colours()
