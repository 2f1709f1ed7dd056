"""A value a month in, the limits between which it moves by itself out, and the months that step outside (Shewhart's XmR)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FEWEST_MONTHS = 8
_OF_RANGES = 2.66
_RUN = 8  # so many in a row on one side are a shift


@dataclass(frozen=True, slots=True)
class Limits:
    """The middle, the bounds, and the places of values that do not come by chance."""

    middle: float
    low: float
    high: float
    signals: tuple[int, ...]


def individuals(values: Sequence[float]) -> Limits | None:
    """None before there are eight months."""
    if len(values) < FEWEST_MONTHS:
        return None
    middle = sum(values) / len(values)
    reach = _OF_RANGES * sum(abs(two - one) for one, two in pairwise(values)) / (len(values) - 1)
    out = {at for at, value in enumerate(values) if abs(value - middle) > reach}
    for at in range(_RUN - 1, len(values)):
        row = values[at - _RUN + 1 : at + 1]
        if all(value > middle for value in row) or all(value < middle for value in row):
            out.add(at)
    return Limits(middle, middle - reach, middle + reach, tuple(sorted(out)))
