"""The inside of a card or a pill in, its marks out."""

from typing import Literal

from cjm.diagram.cards import (
    LINE,
    NUMBER,
    PAD,
    ROW_LINE,
    ROW_TEXT,
    STRIP,
    STRIP_TEXT,
    TITLE,
    Inner,
    Row,
    has_arrow,
)  # fmt: skip
from cjm.diagram.flow import Way
from cjm.diagram.metrics import width
from cjm.diagram.palette import BRICK, HAIR, INK, OCHRE, PALE, PETROL, SLATE, WHITE
from cjm.diagram.shapes import Box, Card, Dot, Icon, Mark, Path, Pill, Rect, Star, Text

ColourBy = Literal["plain", "coverage", "heat"]


def card(inside: Inner, box: Box, number: int, icon: str, ground: str, dashed: bool) -> Card:
    """A person is a dark strip and round corners, a product a light strip and square ones."""
    touchpoint = inside.touchpoint
    person = touchpoint.contact != "product"
    ink = WHITE if person else INK
    round_by = 5.0 if person else 0.0
    marks: list[Mark] = [Rect(box, ground, radius=round_by), _strip(box, PETROL if person else PALE, round_by)]
    strip = Box(box.x, box.y, box.w, STRIP)
    marks.append(Text(box.x + 4.5, box.y + 9.2, str(number), NUMBER, 700, ink, "start", strip))
    if icon:
        marks.append(Icon(icon, box.x + 4.5 + width(str(number), NUMBER, 700) + 3, box.y + 1.7, 9, ink))
    y = box.y + STRIP + 10.2
    if inside.wait_at in ("strip", "bare"):
        x = box.right - 4 - (9.5 if touchpoint.moment_of_truth else 0)
        marks.append(Text(x, box.y + 9, inside.wait, STRIP_TEXT, 600, ink, "end", strip))
        if inside.wait_at == "strip":
            marks.append(Icon("wait", x - width(inside.wait, STRIP_TEXT, 600) - 9, box.y + 2.1, 8, ink))
    for line in inside.title:
        marks.append(Text(box.x + PAD, y, line, TITLE, 600, INK, "start", box))
        y += LINE
    if inside.wait_at == "line":
        marks.append(Icon("wait", box.x + PAD - 0.5, y - 6.6, 8, SLATE))
        marks.append(Text(box.x + PAD + 9, y, inside.wait, STRIP_TEXT, 600, SLATE, "start", box))
    for row in inside.rows:
        marks += _row(row, box)
    if dashed:
        marks.append(Rect(box, "", BRICK, 1.1, round_by, "3 2"))
    elif touchpoint.moment_of_truth:
        marks.append(Rect(box, "", OCHRE, 1.7, round_by))
    else:
        marks.append(Rect(box, "", PETROL if person else SLATE, 0.8, round_by))
    if touchpoint.moment_of_truth:
        marks += [Dot(box.right - 4, box.y + 0.5, 6.6, WHITE), Star(box.right - 4, box.y + 0.5, 6.2)]
    return Card(touchpoint.id, f"{number}. {inside.hint}", box, tuple(marks))


def pill(way: Way, lines: tuple[str, ...], box: Box) -> Pill:
    """An outcome is a plain pill, another journey has an arrow, what goes on in this map a dashed edge."""
    radius = min(box.h / 2, 12.3)
    dash = "3 2" if way.goes == "unknown" else "2 1.6" if way.goes == "band" else ""
    marks: list[Mark] = [Rect(box, WHITE, BRICK if way.goes == "unknown" else INK, 1.1, radius, dash)]
    arrow = has_arrow(way)
    middle = box.middle[0] - (5 if arrow else 0)
    y = box.middle[1] - (len(lines) - 1) * LINE / 2 + 2.7
    for line in lines:
        marks.append(Text(middle, y, line, TITLE, 600, INK, "middle", box))
        y += LINE
    if arrow:
        marks.append(Icon("forward", box.right - 16, box.middle[1] - 5, 10, PETROL))
    return Pill(way.target, way.title, way.leads, box, tuple(marks))


def _strip(box: Box, fill: str, r: float) -> Path:
    d = (
        f"M{box.x:.1f} {box.y + STRIP:.1f} V{box.y + r:.1f} q0 -{r:g} {r:g} -{r:g} h{box.w - 2 * r:.1f} "
        f"q{r:g} 0 {r:g} {r:g} V{box.y + STRIP:.1f} Z"
    )
    return Path(d, Box(box.x, box.y, box.w, STRIP), fill)


def _row(row: Row, box: Box) -> tuple[Mark, ...]:
    """A hair line, then the condition at the side from which its line leaves."""
    top = box.y + row.top
    inside = Box(box.x, top, box.w, row.height)
    marks: list[Mark] = [
        Path(f"M{box.x + 0.5:.1f} {top:.1f} H{box.right - 0.5:.1f}", Box(box.x, top, box.w, 0), "", HAIR, 0.6)
    ]
    y = top + 7.9
    for line in row.lines:
        if row.leaves == "left":
            marks.append(Text(box.x + PAD + 8.5, y, line, ROW_TEXT, 500, PETROL, "start", inside))
        elif row.leaves == "down":
            marks.append(Text(box.middle[0], y, line, ROW_TEXT, 500, PETROL, "middle", inside))
        else:
            marks.append(Text(box.right - PAD, y, line, ROW_TEXT, 500, PETROL, "end", inside))
        y += ROW_LINE
    if row.leaves == "left":
        marks.append(Icon("back", box.x + PAD - 1, top + row.height / 2 - 4, 8, PETROL))
    return tuple(marks)
