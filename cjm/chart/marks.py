"""A mark of a picture in, its SVG out: places to a tenth, texts escaped, a title where somebody points."""

import math
from collections.abc import Iterable
from html import escape

from cjm.diagram.palette import BRICK, HAIR, INK, OCHRE, PALE, PETROL, SLATE, WHITE
from cjm.diagram.shapes import Box, slanting

_FILL = {
    "ink": INK, "soft": SLATE, "line": PETROL, "band": PALE, "goal": OCHRE, "bad": BRICK, "bare": WHITE, "edge": HAIR, "head": INK,
    "heat0": WHITE, "heat1": "#F6E3DD", "heat2": "#DFA091", "heat3": BRICK, "on0": INK, "on1": INK, "on2": INK, "on3": WHITE, "onhead": WHITE,
}  # fmt: skip


def picture(width: float, height: float, title: str, told: str, marks: Iterable[str], *, links: bool = False) -> str:
    """The whole picture, with its name and what it shows in words. What is one image to a screen reader has no links."""
    inside = "".join(marks)
    role = "group" if links else "img"
    return (
        f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {at(width)} {at(height)}" width="{at(width)}" height="{at(height)}" '
        f'role="{role}" font-family="Golos Text, sans-serif" font-size="11"><title>{escape(title)}</title><desc>{escape(told)}</desc>{inside}</svg>'
    )


def words(
    x: float, y: float, said: str, colour: str = "soft", anchor: str = "start", weight: int = 400, size: float = 0
) -> str:
    """A line of text; its baseline lies at y."""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    end = f' text-anchor="{anchor}"' if anchor != "start" else ""
    bold += f' font-size="{at(size)}"' if size else ""
    return f'<text class="c-{colour}" x="{at(x)}" y="{at(y)}" fill="{_FILL[colour]}"{end}{bold}>{escape(said)}</text>'


def stroke(points: Iterable[tuple[float, float]], colour: str, thick: float = 1.5, dash: str = "") -> str:
    """A line through points."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    drawn = " ".join(f"{at(x)},{at(y)}" for x, y in points)
    return f'<polyline class="s-{colour}" points="{drawn}" fill="none" stroke="{_FILL[colour]}" stroke-width="{at(thick)}"{dashed}/>'


def area(points: Iterable[tuple[float, float]], colour: str = "band") -> str:
    """A filled shape."""
    drawn = " ".join(f"{at(x)},{at(y)}" for x, y in points)
    return f'<polygon class="c-{colour}" points="{drawn}" fill="{_FILL[colour]}"/>'


def spot(x: float, y: float, radius: float, colour: str, title: str = "", hollow: bool = False) -> str:
    """A point; hollow where few answered."""
    fill = (
        f'class="s-{colour} c-bare" fill="{WHITE}" stroke="{_FILL[colour]}" stroke-width="1.5"'
        if hollow
        else f'class="c-{colour}" fill="{_FILL[colour]}"'
    )
    named = f"<title>{escape(title)}</title>" if title else ""
    return f'<circle cx="{at(x)}" cy="{at(y)}" r="{at(radius)}" {fill}>{named}</circle>'


def box(x: float, y: float, width: float, height: float, colour: str, title: str = "") -> str:
    """A bar."""
    named = f"<title>{escape(title)}</title>" if title else ""
    return f'<rect class="c-{colour}" x="{at(x)}" y="{at(y)}" width="{at(width)}" height="{at(height)}" fill="{_FILL[colour]}">{named}</rect>'


def hatch(x: float, y: float, width: float, height: float) -> str:
    """Slanting lines in a box: few answers, in any colour and in none."""
    path = slanting(Box(x, y, width, height), 7)
    return f'<path class="s-soft" d="{path}" fill="none" stroke="{SLATE}" stroke-width="0.8"/>'


def star(x: float, y: float, radius: float) -> str:
    """A moment of truth."""
    ends = ((radius * (0.43 if corner % 2 else 1), math.pi * corner / 5 - math.pi / 2) for corner in range(10))
    points = " ".join(f"{at(x + r * math.cos(angle))},{at(y + r * math.sin(angle))}" for r, angle in ends)
    return f'<polygon class="c-goal" points="{points}" fill="{OCHRE}"/>'


def at(number: float) -> str:
    """A place to a tenth."""
    return f"{number:.1f}".removesuffix(".0")
