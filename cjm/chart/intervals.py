"""Places with a share and its bounds in, a dot with its interval for each out, on one axis with the mean of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.chart.marks import picture, spot, stroke, words

_WIDTH, _ROW, _TEXT, _RIGHT, _BOTTOM = 560.0, 24.0, 230.0, 92.0, 24.0
_LETTERS = 34  # of a name that fit before the axis


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
    wide = _WIDTH - _TEXT - _RIGHT
    most = min(max((row.high for row in rows), default=1.0) * 1.05, 1.0) or 1.0
    height = len(rows) * _ROW + _BOTTOM

    def x(share: float) -> float:
        return _TEXT + min(share / most, 1.0) * wide

    def marks() -> Iterator[str]:
        yield stroke(((x(mean), 2), (x(mean), height - _BOTTOM + 4)), "soft", 1, "3 3")
        yield words(x(mean), height - 6, mean_says, "soft", "middle")
        for number, row in enumerate(rows):
            y = number * _ROW + 14
            name = row.name if len(row.name) <= _LETTERS else row.name[: _LETTERS - 1] + "…"
            yield words(0, y + 4, name, "ink")
            yield stroke(((x(row.low), y), (x(row.high), y)), "bad", 1.5, "3 2" if row.few else "")
            for end in (row.low, row.high):
                yield stroke(((x(end), y - 4), (x(end), y + 4)), "bad", 1.5)
            yield spot(x(row.value), y, 5, "bad", f"{row.name}: {row.told}", row.few)
            yield words(_WIDTH, y + 4, row.told, "ink", "end", 600)

    return picture(_WIDTH, height, title, "; ".join(f"{row.name}: {row.told}" for row in rows), marks())
