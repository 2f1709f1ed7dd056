"""Events and what they are counted per in, how one rate stands to another out: their ratio with its interval, and mid-p."""

import math

from cjm.indices.estimate import Z
from cjm.indices.shares import wilson


def rate_ratio(k: int, per: float, k0: int, per0: float, z: float = Z) -> tuple[float, float]:
    """The bounds of (k / per) : (k0 / per0): Wilson's of k among all, as odds, by what is counted per."""
    if k + k0 == 0:
        return 0.0, math.inf
    low, high = wilson(k, k + k0, z)
    return _odds(low) * per0 / per, _odds(high) * per0 / per


def rate_p(k: int, per: float, k0: int, per0: float) -> float:
    """How likely a difference at least so large is when there is none: exact, half of what is just so likely (mid-p)."""
    n = k + k0
    if n == 0:
        return 1.0
    p = per / (per + per0)
    likely = [_binomial(i, n, p) for i in range(n + 1)]
    least = likely[k] * (1 + 1e-9)
    more = sum(one for i, one in enumerate(likely) if one < likely[k] * (1 - 1e-9))
    same = sum(one for one in likely if likely[k] * (1 - 1e-9) <= one <= least)
    return min(more + same / 2, 1.0)


# Private functions


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else math.inf


def _binomial(k: int, n: int, p: float) -> float:
    return math.exp(
        math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) + k * math.log(p) + (n - k) * math.log1p(-p)
    )
