"""Two counts, or two indices, in; how they differ, how likely luck makes as much, and what may be said of it out.

A page of a month says at most five times in a hundred that something changed when nothing did, however much it looks at:
what was announced beforehand is judged among its own kind (Holm), all else that is looked at together (Benjamini–Hochberg).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

from cjm.indices.estimate import Scores, Z
from cjm.indices.nps import nps, nps_difference
from cjm.indices.ranking import benjamini_hochberg
from cjm.indices.rates import rate_p, rate_ratio
from cjm.indices.shares import newcombe

Tendency = Literal["more", "less", "unclear"]
MOST_WRONG = 0.05  # of the pages of a month that may name a change where there is none
ANNOUNCED = 0.04  # of that: for what was announced; the rest is left to what else a page looks at
POWER = 0.8
MOST_MONTHS = 60  # who has to wait longer measures something else

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class NowAndBefore:
    """How a value stands to the one before: by `value` (a ratio of rates, else a difference), between two bounds."""

    value: float
    low: float
    high: float
    p: float
    more: bool  # the later one is the larger


def rate_changed(k: int, per: float, k0: int, per0: float) -> NowAndBefore:
    """Events now and before, each with what they are counted per: months, or better visits."""
    low, high = rate_ratio(k, per, k0, per0)
    ratio = k / per / (k0 / per0) if k0 else (1.0 if not k else math.inf)
    return NowAndBefore(ratio, low, high, rate_p(k, per, k0, per0), ratio > 1)


def share_changed(k: int, n: int, k0: int, n0: int) -> NowAndBefore:
    """A share now and before."""
    return _from_bounds(k / n - k0 / n0, lambda z: newcombe(k, n, k0, n0, z))


def nps_changed(scores: Scores, before: Scores) -> NowAndBefore:
    """An NPS now and before, in points."""
    return _from_bounds(nps(scores).value - nps(before).value, lambda z: nps_difference(scores, before, z))


def verdicts(
    announced: Sequence[NowAndBefore], watched: Sequence[NowAndBefore] = ()
) -> tuple[tuple[Tendency, ...], tuple[Tendency, ...]]:
    """What one page may say of each: of changes announced beforehand, and of all else that it looks at."""
    ps = [one.p for one in announced]
    named: set[int] = set()
    for rank, at in enumerate(sorted(range(len(ps)), key=lambda at: ps[at])):
        if ps[at] > ANNOUNCED / (len(ps) - rank):
            break
        named.add(at)
    rest = benjamini_hochberg([one.p for one in watched], MOST_WRONG - ANNOUNCED if announced else MOST_WRONG)
    return (
        tuple(_said(one, at in named) for at, one in enumerate(announced)),
        tuple(_said(one, sure) for one, sure in zip(watched, rest, strict=True)),
    )


def months_to_see(
    a_month: float, becomes: float, before: float | None = None, most_wrong: float = MOST_WRONG
) -> int | None:
    """After how many months it can be seen in four cases of five that `a_month` events became that part of them.

    `before` is how many months are known; without it as many as will follow. None where it takes longer than anybody waits.
    """
    if a_month <= 0 or becomes < 0 or becomes == 1:
        return None
    deviations, power = _NORMAL.inv_cdf(1 - most_wrong / 2), _NORMAL.inv_cdf(POWER)
    for months in range(1, MOST_MONTHS + 1):
        known = before or months
        n = a_month * (known + becomes * months)
        by_luck, then = months / (months + known), becomes * months / (becomes * months + known)
        needed = deviations * math.sqrt(by_luck * (1 - by_luck)) + power * math.sqrt(then * (1 - then))
        if abs(by_luck - then) * math.sqrt(n) >= needed:
            return months
    return None


# Private functions


def _said(one: NowAndBefore, sure: bool) -> Tendency:
    return "unclear" if not sure else "more" if one.more else "less"


def _from_bounds(value: float, bounds: Callable[[float], tuple[float, float]]) -> NowAndBefore:
    """The likelihood is that of the narrowest interval that reaches no difference."""
    low, high = bounds(Z)
    reached, beyond = 12.0, 0.0
    for _ in range(30):
        z = (reached + beyond) / 2
        inside = bounds(z)
        if inside[0] <= 0 <= inside[1]:
            reached = z
        else:
            beyond = z
    return NowAndBefore(value, low, high, 2 * _NORMAL.cdf(-reached), value > 0)
