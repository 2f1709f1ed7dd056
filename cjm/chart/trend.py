"""Values by month with their bounds in, a line with a band out; a month without a value is a gap, few answers a hollow point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.chart.marks import area, picture, spot, stroke, words

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 340.0, 120.0, 8.0, 62.0, 14.0, 22.0


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One month. `value` is None where nobody was heard; without bounds it bears no band."""

    label: str  # below the axis, where there is room
    told: str  # «октябрь 2026: +60, от +38 до +75, 35 ответов»
    value: float | None
    low: float | None = None
    high: float | None = None
    few: bool = False


def trend(title: str, points: Sequence[TrendPoint], ends: str, goal: float | None = None, goal_says: str = "") -> str:
    """`ends` is what stands at the last point, `goal_says` at the line of the goal."""
    numbers = [one for point in points for one in (point.value, point.low, point.high) if one is not None]
    numbers += [] if goal is None else [goal]
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    room = (high - low) * 0.08 or 1.0
    low, high = low - room, high + room
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(points) - 1, 1)

    def x(number: int) -> float:
        return _LEFT + number * step

    def y(value: float) -> float:
        return _TOP + (high - value) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    def marks() -> Iterator[str]:
        for run in _runs([point.low is not None and point.high is not None for point in points]):
            upper = [(x(at), y(points[at].high or 0)) for at in run]
            lower = [(x(at), y(points[at].low or 0)) for at in reversed(run)]
            yield area([*upper, *lower])
        if goal is not None:
            yield stroke(((_LEFT, y(goal)), (_WIDTH - _RIGHT, y(goal))), "goal", 1, "4 3")
        for run in _runs([point.value is not None for point in points]):
            yield stroke(((x(at), y(points[at].value or 0)) for at in run), "line", 1.8)
        last = max((at for at, point in enumerate(points) if point.value is not None), default=-1)
        for number, point in enumerate(points):
            if point.value is not None:
                yield spot(x(number), y(point.value), 4 if number == last else 2.4, "line", point.told, point.few)
            if number % 3 == (len(points) - 1) % 3:
                yield words(x(number), _HEIGHT - 6, point.label, "soft", "middle" if number else "start")
        value = y(points[last].value or 0) if last >= 0 else None
        line = y(goal) if goal is not None else None
        apart = (
            (14 - abs(value - line)) / 2 if value is not None and line is not None and abs(value - line) < 14 else 0.0
        )
        below = value is None or line is None or value >= line  # which of the two stands lower
        if value is not None:
            yield words(_WIDTH - _RIGHT + 6, value + 4 + (apart if below else -apart), ends, "line", weight=700)
        if line is not None:
            yield words(_WIDTH - _RIGHT + 6, line + 4 - (apart if below else -apart), goal_says, "goal")

    return picture(_WIDTH, _HEIGHT, title, "; ".join(point.told for point in points), marks())


# Private functions


def _runs(there: Sequence[bool]) -> Iterator[list[int]]:
    """The stretches of places without a gap."""
    run: list[int] = []
    for at, one in enumerate(there):
        if one:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run
