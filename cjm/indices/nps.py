"""How often each score from 0 to 10 was given in, the Net Promoter Score from −100 to 100 with a score interval out.

The usual interval (Wald's) holds the true value in 40 % of small samples instead of 95 %, and leaves the scale. The interval
here is of the form that Tango (1998) gave for paired shares: all Δ are in it from which the score lies less than z deviations,
the deviation being that of the likeliest shares with that Δ.
"""

import math

from cjm.indices.estimate import Estimate, Scores, Z

PROMOTER, DETRACTOR = 9, 6


def nps(scores: Scores) -> Estimate:
    """Promoters less detractors, in points."""
    n = sum(scores.values())
    promoters, detractors = _sides(scores)
    value = 100 * (promoters - detractors) / n if n else 0.0
    return Estimate(value, *_bounds(scores, Z), n)


def nps_difference(scores: Scores, before: Scores, z: float = Z) -> tuple[float, float]:
    """The bounds of the first score less the second: both intervals, squared and added (Newcombe)."""
    one, other = nps(scores).value, nps(before).value
    (low, high), (low0, high0) = _bounds(scores, z), _bounds(before, z)
    return one - other - math.hypot(one - low, high0 - other), one - other + math.hypot(high - one, other - low0)


# Private functions


def _bounds(scores: Scores, z: float) -> tuple[float, float]:
    n = sum(scores.values())
    promoters, detractors = _sides(scores)
    if not n:
        return -100.0, 100.0
    return 100 * _bound(promoters, detractors, n, -1, z), 100 * _bound(promoters, detractors, n, 1, z)


def _sides(scores: Scores) -> tuple[int, int]:
    return (
        sum(count for score, count in scores.items() if score >= PROMOTER),
        sum(count for score, count in scores.items() if score <= DETRACTOR),
    )


def _bound(promoters: int, detractors: int, n: int, side: int, z: float) -> float:
    """The outermost Δ on one side that the answers do not speak against, by bisection."""
    inside, outside = (promoters - detractors) / n, float(side)
    if inside == outside:
        return inside
    for _ in range(80):
        middle = (inside + outside) / 2
        if middle in (inside, outside):
            break
        if _deviations(promoters, detractors, n, middle) <= z:
            inside = middle
        else:
            outside = middle
    return inside


def _deviations(promoters: int, detractors: int, n: int, delta: float) -> float:
    """How many deviations the score lies from `delta`."""
    b = (2 * n - promoters + detractors) * delta - promoters - detractors
    c = -detractors * delta * (1 - delta)
    share = (math.sqrt(max(b * b - 8 * n * c, 0.0)) - b) / (4 * n)  # of detractors, the likeliest with this Δ
    variance = n * (2 * share + delta * (1 - delta))
    off = abs(promoters - detractors - n * delta)
    return off / math.sqrt(variance) if variance > 0 else (0.0 if off == 0 else math.inf)
