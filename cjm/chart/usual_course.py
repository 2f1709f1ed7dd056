"""A value a month with the bounds between which it moves by itself in, Shewhart's chart out; what steps outside is a ring."""

from collections.abc import Iterator, Sequence

from cjm.chart.marks import picture, spot, stroke, words
from cjm.indices import Limits

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 340.0, 108.0, 8.0, 62.0, 12.0, 22.0


def usual_course(title: str, months: Sequence[tuple[str, str, float]], limits: Limits, ends: tuple[str, str]) -> str:
    """The months as label, words and value; `ends` are the words of the upper and of the lower bound."""
    values = [value for *_, value in months]
    low, high = min(limits.low, *values), max(limits.high, *values)
    room = (high - low) * 0.08 or 1.0
    low, high = low - room, high + room
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(months) - 1, 1)

    def y(value: float) -> float:
        return _TOP + (high - value) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    def marks() -> Iterator[str]:
        for bound, dash in ((limits.high, "5 3"), (limits.middle, ""), (limits.low, "5 3")):
            yield stroke(((_LEFT, y(bound)), (_WIDTH - _RIGHT, y(bound))), "soft", 0.8, dash)
        for bound, said in zip((limits.high, limits.low), ends, strict=True):
            yield words(_WIDTH - _RIGHT + 6, y(bound) + 4, said)
        yield stroke(((_LEFT + number * step, y(value)) for number, value in enumerate(values)), "line", 1.2)
        for number, (label, told, value) in enumerate(months):
            out = number in limits.signals
            yield spot(_LEFT + number * step, y(value), 4.5 if out else 2.2, "bad" if out else "line", told, out)
            if number % 3 == (len(months) - 1) % 3:
                yield words(_LEFT + number * step, _HEIGHT - 6, label, "soft", "middle" if number else "start")

    return picture(_WIDTH, _HEIGHT, title, "; ".join(told for _, told, _ in months), marks())
