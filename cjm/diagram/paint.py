"""A sheet in, a picture out; the same bytes for the same sheet."""

import base64
import html
import math
from collections.abc import Callable
from pathlib import Path

from cjm.diagram.captions import drawable
from cjm.diagram.icons import PATHS
from cjm.diagram.palette import OCHRE, WHITE
from cjm.diagram.shapes import (
    Box,
    Card,
    Dot,
    Head,
    Icon,
    Label,
    Mark,
    Pill,
    Point,
    Rect,
    Shape,
    Sheet,
    Star,
    Wire,
    head,
)
from cjm.diagram.sizes import ROUND, WAYS, WEIGHTS
from cjm.diagram.svg import Anchor, Svg

FAMILY = "'Golos Text','PT Sans',sans-serif"


LinkTo = Callable[[str], str]


def paint(sheet: Sheet, link: LinkTo | None = None, fonts: Path | None = None, part: Box | None = None) -> Svg:
    """The picture of a sheet, or of a part of it. With `fonts` it carries its letters inside; else the page has to know
    them. What is one image to a screen reader has no links, so with `link` it is a group.
    """
    wide, high = _n(sheet.width), _n(sheet.height)
    shown, size, role = f"0 0 {wide} {high}", (sheet.width, sheet.height), "img" if link is None else "group"
    if part is not None:
        shown, size = f"{part.x:.1f} {part.y:.1f} {part.w:.1f} {part.h:.1f}", (round(part.w), round(part.h))
    ident = _escaped(sheet.ident)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{ident}" class="cjm-map" viewBox="{shown}" width="{_n(size[0])}pt" '
        f'height="{_n(size[1])}pt" role="{role}" aria-labelledby="{ident}-title {ident}-desc" font-family="{FAMILY}">',
        f'<title id="{ident}-title">{_escaped(sheet.title)}</title>',
        f'<desc id="{ident}-desc">{_escaped(sheet.desc)}</desc>',
    ]
    if fonts is not None:
        parts.append(f"<style>{_faces(fonts)}</style>")
    parts.append(f'<rect width="{wide}" height="{high}" fill="{WHITE}"/>')
    parts += [_mark(mark) for mark in sheet.ground]
    for style in ("branch", "main", "back"):
        parts += [_wire(wire) for wire in sheet.wires if wire.style == style]
    parts += [_head(one) for one in sheet.heads]
    parts += [_mark(mark) for mark in sheet.over]
    parts += [_card(card, sheet.ident, link) for card in sheet.cards]
    parts += [_pill(pill, link) for pill in sheet.pills]
    parts += [_mark(mark) for mark in sheet.front]
    parts.append("</svg>")
    cards = tuple(Anchor(card.touchpoint, card.box) for card in sheet.cards)
    ends = tuple(Anchor(pill.leads, pill.box) for pill in sheet.pills if pill.leads)
    return Svg("\n".join(parts) + "\n", *size, drawable(sheet.title), drawable(sheet.desc), cards, ends)


def _card(card: Card, ident: str, link: LinkTo | None) -> str:
    body = f"<title>{_escaped(card.hint)}</title>" + "".join(_mark(mark) for mark in card.marks)
    if not card.touchpoint:  # its author has yet to name it
        return f'<g class="cjm-card">{body}</g>'
    name = _escaped(card.touchpoint)
    said = f'id="{_escaped(ident)}-{name}" class="cjm-card" data-touchpoint="{name}"'
    if link is None:
        return f"<g {said}>{body}</g>"
    return f'<a {said} href="{_escaped(link(card.touchpoint))}">{body}</a>'


def _pill(pill: Pill, link: LinkTo | None) -> str:
    body = f"<title>{_escaped(pill.hint)}</title>" + "".join(_mark(mark) for mark in pill.marks)
    said = f'class="cjm-end" data-end="{_escaped(pill.key)}"'
    if link is None or not pill.leads:
        return f"<g {said}>{body}</g>"
    return f'<a {said} href="{_escaped(link(pill.leads))}">{body}</a>'


def _wire(wire: Wire) -> str:
    colour, thick, dash = WAYS[wire.style]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path class="cjm-way cjm-{wire.style}" data-from="{_escaped(wire.source)}" data-to="{_escaped(wire.target)}" '
        f'd="{_line(wire)}" fill="none" stroke="{colour}" stroke-width="{_n(thick)}"{dashed}/>'
    )


def _head(one: Head) -> str:
    points_to = {"left": "right", "right": "left", "top": "down"}[one.side]
    x, y = one.tip
    away = {"left": (-0.4, 0.0), "right": (0.4, 0.0), "top": (0.0, -0.4)}[one.side]
    return f'<path d="{head((x + away[0], y + away[1]), points_to)}" fill="{WAYS[one.style][0]}"/>'


def _line(wire: Wire) -> str:
    """The line, short of its end, so that the head has a point.

    A dashed one begins at its target: the dashes of lines that share a trunk fall together.
    """
    points = (*wire.points[:-1], _short(wire.points[-2], wire.points[-1]))
    return _rounded(points[::-1] if wire.style == "back" else points)


def _rounded(points: tuple[Point, ...]) -> str:
    said = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        r = min(ROUND, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = _toward(corner, before, r), _toward(corner, after, r)
        said.append(f"L{_n(start[0])} {_n(start[1])} Q{_n(corner[0])} {_n(corner[1])} {_n(end[0])} {_n(end[1])}")
    said.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return " ".join(said)


def _short(before: Point, end: Point) -> Point:
    length = math.dist(before, end)
    return _toward(end, before, min(3.0, length / 2))


def _toward(start: Point, goal: Point, far: float) -> Point:
    length = math.dist(start, goal)
    if length == 0:
        return start
    return start[0] + (goal[0] - start[0]) * far / length, start[1] + (goal[1] - start[1]) * far / length


def _mark(mark: Mark) -> str:
    match mark:
        case Label():
            anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
            return (
                f'<text x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}" font-weight="{mark.weight}" '
                f'fill="{mark.fill}"{anchor}>{_escaped(mark.words)}</text>'
            )
        case Rect():
            return (
                f"<rect {_box(mark.box)}{_radius(mark.radius)}{_ink(mark.fill, mark.stroke, mark.thick, mark.dash)}/>"
            )
        case Shape():
            opacity = f' opacity="{_n(mark.opacity)}"' if mark.opacity != 1 else ""
            return f'<path d="{mark.d}"{_ink(mark.fill, mark.stroke, mark.thick, mark.dash)}{opacity}/>'
        case Icon():
            move = f"translate({_n(mark.x)} {_n(mark.y)}) scale({mark.size / 24:.4f})"
            return f'<path transform="{move}" fill="{mark.fill}" d="{PATHS[mark.name]}"/>'
        case Dot():
            return f'<circle cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.r)}"{_ink(mark.fill, mark.stroke, mark.thick, "")}/>'
        case Star():
            return f'<polygon points="{_star(mark)}"{_ink(OCHRE, WHITE if mark.edge else "", mark.edge, "")}/>'


def _star(star: Star) -> str:
    points = []
    for index in range(10):
        r = star.r if index % 2 == 0 else star.r * 0.43
        angle = math.pi * index / 5 - math.pi / 2
        points.append(f"{star.x + r * math.cos(angle):.2f},{star.y + r * math.sin(angle):.2f}")
    return " ".join(points)


def _box(box: Box) -> str:
    return f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" height="{_n(box.h)}"'


def _radius(radius: float) -> str:
    return f' rx="{_n(radius)}"' if radius else ""


def _ink(fill: str, stroke: str, thick: float, dash: str) -> str:
    said = f' fill="{fill or "none"}"'
    if stroke:
        said += f' stroke="{stroke}" stroke-width="{_n(thick)}"'
    if dash:
        said += f' stroke-dasharray="{dash}"'
    return said


def _escaped(words: str) -> str:
    return html.escape(drawable(words))


def _n(value: float) -> str:
    said = f"{value:.1f}"
    return said[:-2] if said.endswith(".0") else said


def _faces(fonts: Path) -> str:
    faces = []
    for weight in WEIGHTS:
        data = base64.b64encode((fonts / f"golos-text-{weight}.woff2").read_bytes()).decode("ascii")
        faces.append(
            f"@font-face{{font-family:'Golos Text';font-weight:{weight};src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "".join(faces)
