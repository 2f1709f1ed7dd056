"""Counts by month before and after a change in, bars with a line at the day of the change out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.chart.marks import box, picture, stroke, words

_HEIGHT, _STEP, _BAR, _TOP, _BOTTOM = 96.0, 26.0, 18.0, 16.0, 18.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One month."""

    label: str
    count: int
    after: bool = False


def bars(title: str, rows: Sequence[Bar]) -> str:
    """The months in order; those after the change are the dark ones."""
    most = max((row.count for row in rows), default=1) or 1
    changed = next((at for at, row in enumerate(rows) if row.after), None)
    gap = 10.0 if changed else 0.0

    def marks() -> Iterator[str]:
        for at, row in enumerate(rows):
            x = at * _STEP + (gap if changed is not None and at >= changed else 0) + 2
            tall = row.count / most * (_HEIGHT - _TOP - _BOTTOM)
            y = _HEIGHT - _BOTTOM - tall
            yield box(x, y, _BAR, tall, "line" if row.after else "soft", f"{row.label}: {row.count}")
            yield words(x + _BAR / 2, y - 4, str(row.count), "ink", "middle", 600)
            yield words(x + _BAR / 2, _HEIGHT - 5, row.label, "soft", "middle")
        if changed:
            x = changed * _STEP + gap / 2 - 2
            yield stroke(((x, 4), (x, _HEIGHT - _BOTTOM + 4)), "goal", 1, "3 3")

    told = "; ".join(f"{row.label}: {row.count}" for row in rows)
    return picture(len(rows) * _STEP + gap + 4, _HEIGHT, title, told, marks())
