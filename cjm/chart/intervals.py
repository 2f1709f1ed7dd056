"""Places with a share and its bounds in, a dot with its interval for each out, on one axis with the mean of all.

The name stands over its line, so that the whole picture fits a phone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.chart.marks import picture, spot, stroke, words

_WIDTH, _ROW, _SIDE, _BOTTOM = 340.0, 36.0, 6.0, 24.0
_LETTERS = 40  # of a name that fit before what is told


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """One place. `told` stands at the end: «9 из 23»."""

    name: str
    told: str
    value: float
    low: float
    high: float
    few: bool = False


def intervals(title: str, rows: Sequence[IntervalRow], mean: float, mean_says: str) -> str:
    """The rows in the order given."""
    wide = _WIDTH - 2 * _SIDE
    most = min(max((row.high for row in rows), default=1.0) * 1.05, 1.0) or 1.0
    height = len(rows) * _ROW + _BOTTOM

    def x(share: float) -> float:
        return _SIDE + min(share / most, 1.0) * wide

    def marks() -> Iterator[str]:
        yield words(x(mean), height - 6, mean_says, "soft", "middle")
        for number, row in enumerate(rows):
            y = number * _ROW + 24
            yield stroke(((x(mean), y - 8), (x(mean), y + 8)), "soft", 1, "3 3")
            name = row.name if len(row.name) <= _LETTERS else row.name[: _LETTERS - 1] + "…"
            yield words(0, y - 11, name, "ink")
            yield stroke(((x(row.low), y), (x(row.high), y)), "bad", 1.5, "3 2" if row.few else "")
            for end in (row.low, row.high):
                yield stroke(((x(end), y - 4), (x(end), y + 4)), "bad", 1.5)
            yield spot(x(row.value), y, 5, "bad", f"{row.name}: {row.told}", row.few)
            yield words(_WIDTH, y - 11, row.told, "ink", "end", 600)

    return picture(_WIDTH, height, title, "; ".join(f"{row.name}: {row.told}" for row in rows), marks())
