"""Feelings along the columns in, the emotion lane out: a curve through the main way, dots for what lies off it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cjm.diagram.metrics import width
from cjm.diagram.palette import BRICK, INK, PALE, PETROL, SLATE, WHITE
from cjm.diagram.shapes import Box, Dot, Icon, Label, Mark, Point, Shape, Star
from cjm.diagram.sizes import (
    CURVE_LINE,
    EMOTION_HEIGHT,
    EMOTION_STEP,
    EXTREME_LINE,
    FEELING_TEXT,
    NEUTRAL_LINE,
)


@dataclass(frozen=True, slots=True)
class Feeling:
    """What the client feels at one touchpoint, at `x` along the lane."""

    number: int
    x: float
    value: int
    on_way: bool
    moment_of_truth: bool


def lane(feelings: tuple[Feeling, ...], left: float, right: float, top: float) -> tuple[Mark, ...]:
    zero = top + EMOTION_HEIGHT / 2

    def y_of(value: float) -> float:
        return zero - value * EMOTION_STEP

    marks: list[Mark] = []
    for value, face in ((2, "happy"), (0, "neutral"), (-2, "sad")):
        y = y_of(value)
        marks.append(Icon(face, left - 15, y - 5, 10, SLATE))
        line = f"M{left:.1f} {y:.1f} H{right:.1f}"
        marks.append(Shape(line, Box(left, y, right - left, 0), "", *(EXTREME_LINE if value else NEUTRAL_LINE)))
    way = tuple((one.x, y_of(one.value)) for one in feelings if one.on_way)
    curve = smooth(way)
    if len(way) > 1:
        d = f"M{way[0][0]:.1f} {way[0][1]:.1f}" + "".join(
            f" C{a[0]:.1f} {a[1]:.1f} {b[0]:.1f} {b[1]:.1f} {c[0]:.1f} {c[1]:.1f}" for a, b, c in curve
        )
        whole = Box(way[0][0], y_of(2), way[-1][0] - way[0][0], 4 * EMOTION_STEP)
        marks.append(Shape(f"{d} L{way[-1][0]:.1f} {zero:.1f} L{way[0][0]:.1f} {zero:.1f} Z", whole, PALE, opacity=0.7))
        marks.append(Shape(d, whole, "", *CURVE_LINE))
    for one in feelings:
        colour = BRICK if one.value < 0 else PETROL
        y = y_of(one.value)
        if one.moment_of_truth:
            marks.append(Star(one.x, y, 4.6, 0.8))
        elif one.on_way:
            marks.append(Dot(one.x, y, 2.5, colour, WHITE, 0.8))
        else:
            marks.append(Dot(one.x, y, 2.1, WHITE, colour, 1))
    return (*marks, *_numbers(feelings, _sampled(way, curve), y_of(0), top))


def smooth(points: tuple[Point, ...]) -> tuple[tuple[Point, Point, Point], ...]:
    """Monotone cubic pieces (Fritsch and Carlson): between two feelings the curve never leaves their range."""
    if len(points) < 2:
        return ()
    steps = [(b[0] - a[0], (b[1] - a[1]) / (b[0] - a[0])) for a, b in pairwise(points)]
    slopes = [0.0] * len(points)
    for index in range(1, len(points) - 1):
        (h0, d0), (h1, d1) = steps[index - 1], steps[index]
        if d0 * d1 > 0:
            w0, w1 = 2 * h1 + h0, h1 + 2 * h0
            slopes[index] = (w0 + w1) / (w0 / d0 + w1 / d1)
    pieces = []
    for index, (h, _) in enumerate(steps):
        (x0, y0), (x1, y1) = points[index], points[index + 1]
        pieces.append(
            ((x0 + h / 3, y0 + slopes[index] * h / 3), (x1 - h / 3, y1 - slopes[index + 1] * h / 3), (x1, y1))
        )
    return tuple(pieces)


def _sampled(way: tuple[Point, ...], curve: tuple[tuple[Point, Point, Point], ...]) -> tuple[Point, ...]:
    """Points of the curve, about one and a half apart: the thirds of a piece are even, so x runs evenly along it."""
    found: list[Point] = []
    for (x0, y0), ((_, y1), (_, y2), (x3, y3)) in zip(way, curve, strict=False):
        steps = max(12, round((x3 - x0) / 1.5))
        for step in range(steps + 1):
            t = step / steps
            u = 1 - t
            found.append((x0 + (x3 - x0) * t, u * u * u * y0 + 3 * u * t * (u * y1 + t * y2) + t * t * t * y3))
    return tuple(found)


def _numbers(feelings: tuple[Feeling, ...], curve: tuple[Point, ...], zero: float, top: float) -> tuple[Label, ...]:
    """Each number above its dot, or below, where fewer things strike it; a feeling below zero prefers below."""
    along = [x for x, _ in curve]
    dots = [(one.x, zero - one.value * EMOTION_STEP, one.number) for one in feelings]
    placed: list[Box] = []
    texts: list[Label] = []
    for one in feelings:
        y = zero - one.value * EMOTION_STEP
        half = width(str(one.number), *FEELING_TEXT) / 2
        choices = [Box(one.x - half, y - 10.2, 2 * half, 5.6), Box(one.x - half, y + 5.2, 2 * half, 5.6)]
        if one.value < 0:
            choices.reverse()

        others = [(x, y) for x, y, number in dots if number != one.number]
        near = curve[bisect_left(along, one.x - 10) : bisect_right(along, one.x + 10)]
        best = choices[0]
        if _struck(choices[1], near, others, placed, top) < _struck(best, near, others, placed, top):
            best = choices[1]
        placed.append(best)
        inside = Box(best.x - 0.5, best.y - 0.5, best.w + 1, best.h + 1)
        fill = BRICK if one.value < 0 else INK
        texts.append(Label(one.x, best.bottom - 0.3, str(one.number), *FEELING_TEXT, fill, "middle", inside))
    return tuple(texts)


def _struck(box: Box, curve: tuple[Point, ...], dots: Sequence[Point], placed: list[Box], top: float) -> int:
    """How much is in the way of a number: the curve, other dots, other numbers, the edge of the lane."""
    hits = _held(Box(box.x - 0.8, box.y - 0.6, box.w + 1.6, box.h + 1.2), curve)
    hits += 4 * _held(Box(box.x - 3, box.y - 3, box.w + 6, box.h + 6), dots)
    hits += 6 * sum(box.meets(other) for other in placed)
    return hits + 9 * (box.y < top + 1 or box.bottom > top + EMOTION_HEIGHT - 1)


def _held(box: Box, points: Sequence[Point]) -> int:
    left, right, upper, lower = box.x, box.right, box.y, box.bottom
    return sum(left < x < right and upper < y < lower for x, y in points)
