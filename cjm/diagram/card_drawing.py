"""The inside of a card or a pill in, its marks out."""

from cjm.diagram.cards import CardRow, Inner, has_arrow
from cjm.diagram.colours import Shade
from cjm.diagram.flow import Arrow
from cjm.diagram.metrics import width
from cjm.diagram.palette import INK, PALE, PETROL, SLATE, WHITE
from cjm.diagram.shapes import Align, Box, Card, Dot, Icon, Label, Mark, Pill, Rect, Shape, Star, slanting
from cjm.diagram.sizes import (
    BAND_EDGE,
    CARD_LINE,
    CARD_RADIUS,
    CARD_TEXT,
    END_EDGE,
    HATCH_LINE,
    MOMENT_EDGE,
    NOWHERE_EDGE,
    NUMBER_TEXT,
    PAD,
    PERSON_EDGE,
    PILL_RADIUS,
    PRODUCT_EDGE,
    ROW_EDGE,
    ROW_LINE,
    ROW_TEXT,
    STAR,
    STRIP,
    STRIP_TEXT,
    UNCOVERED_EDGE,
)


def card(inside: Inner, box: Box, number: int, icon: str, shade: Shade) -> Card:
    """A person is a dark strip and round corners, a product a light strip and square ones."""
    touchpoint = inside.touchpoint
    person = touchpoint.contact != "product"
    ink = WHITE if person else INK
    radius = CARD_RADIUS if person else 0.0
    marks: list[Mark] = [
        Rect(box, shade.fill, radius=radius),
        *_hatch(box, shade),
        _strip(box, PETROL if person else PALE, radius),
    ]
    strip = Box(box.x, box.y, box.w, STRIP)
    marks.append(Label(box.x + 4.5, box.y + 9.2, str(number), *NUMBER_TEXT, ink, "start", strip))
    if icon:
        marks.append(Icon(icon, box.x + 4.5 + width(str(number), *NUMBER_TEXT) + 3, box.y + 1.7, 9, ink))
    y = box.y + STRIP + 10.2
    if inside.wait_at in ("strip", "bare"):
        x = box.right - 4 - (9.5 if touchpoint.moment_of_truth else 0)
        marks.append(Label(x, box.y + 9, inside.wait, *STRIP_TEXT, ink, "end", strip))
        if inside.wait_at == "strip":
            marks.append(Icon("wait", x - width(inside.wait, *STRIP_TEXT) - 9, box.y + 2.1, 8, ink))
    for line in inside.title:
        marks.append(Label(box.x + PAD, y, line, *CARD_TEXT, INK, "start", box))
        y += CARD_LINE
    if inside.wait_at == "line":
        marks.append(Icon("wait", box.x + PAD - 0.5, y - 6.6, 8, SLATE))
        marks.append(Label(box.x + PAD + 9, y, inside.wait, *STRIP_TEXT, SLATE, "start", box))
    for row in inside.rows:
        marks += _row(row, box)
    contact = PERSON_EDGE if person else PRODUCT_EDGE
    edge = UNCOVERED_EDGE if shade.dashed else MOMENT_EDGE if touchpoint.moment_of_truth else contact
    marks.append(Rect(box, "", *edge, radius))
    if touchpoint.moment_of_truth:
        marks += [Dot(box.right - 4, box.y + 0.5, 6.6, WHITE), Star(box.right - 4, box.y + 0.5, STAR)]
    return Card(touchpoint.id, f"{number}. {inside.hint}", box, tuple(marks))


def _hatch(box: Box, shade: Shade) -> tuple[Mark, ...]:
    body = Box(box.x, box.y + STRIP, box.w, box.h - STRIP)
    return (Shape(slanting(body, 5), body, "", *HATCH_LINE),) if shade.hatched else ()


def pill(way: Arrow, lines: tuple[str, ...], box: Box) -> Pill:
    """An outcome is a plain pill, another journey has an arrow, what goes on in this map a dashed edge."""
    edge = {"unknown": NOWHERE_EDGE, "band": BAND_EDGE}.get(way.goes, END_EDGE)
    marks: list[Mark] = [Rect(box, WHITE, *edge, min(box.h / 2, PILL_RADIUS))]
    arrow = has_arrow(way)
    middle = box.middle[0] - (5 if arrow else 0)
    y = box.middle[1] - (len(lines) - 1) * CARD_LINE / 2 + 2.7
    for line in lines:
        marks.append(Label(middle, y, line, *CARD_TEXT, INK, "middle", box))
        y += CARD_LINE
    if arrow:
        marks.append(Icon("forward", box.right - 16, box.middle[1] - 5, 10, PETROL))
    return Pill(way.target, way.title, way.leads, box, tuple(marks))


def _strip(box: Box, fill: str, r: float) -> Shape:
    d = (
        f"M{box.x:.1f} {box.y + STRIP:.1f} V{box.y + r:.1f} q0 -{r:g} {r:g} -{r:g} h{box.w - 2 * r:.1f} "
        f"q{r:g} 0 {r:g} {r:g} V{box.y + STRIP:.1f} Z"
    )
    return Shape(d, Box(box.x, box.y, box.w, STRIP), fill)


def _row(row: CardRow, box: Box) -> tuple[Mark, ...]:
    """A hair line, then the condition at the side from which its line leaves."""
    top = box.y + row.top
    inside = Box(box.x, top, box.w, row.height)
    hair = f"M{box.x + 0.5:.1f} {top:.1f} H{box.right - 0.5:.1f}"
    marks: list[Mark] = [Shape(hair, Box(box.x, top, box.w, 0), "", *ROW_EDGE)]
    sides: dict[str, tuple[float, Align]] = {
        "left": (box.x + PAD + 8.5, "start"), "down": (box.middle[0], "middle"), "right": (box.right - PAD, "end"),
    }  # fmt: skip
    x, anchor = sides[row.leaves]
    y = top + 7.9
    for line in row.lines:
        marks.append(Label(x, y, line, *ROW_TEXT, PETROL, anchor, inside))
        y += ROW_LINE
    if row.leaves == "left":
        marks.append(Icon("back", box.x + PAD - 1, top + row.height / 2 - 4, 8, PETROL))
    return tuple(marks)
