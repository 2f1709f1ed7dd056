"""Many places with their counts in, who stands out of luck's reach out: shrunk rates, the bounds of a funnel, corrected tests."""

import math
from collections.abc import Sequence

from cjm.indices.estimate import Z


def shrunk(counts: Sequence[tuple[int, float]]) -> tuple[float, ...]:
    """The rates, each drawn towards that of all the more the less is known of it (Gamma and Poisson, by the moments)."""
    events, per = sum(k for k, _ in counts), sum(size for _, size in counts)
    if not events or not per:
        return tuple(0.0 for _ in counts)
    mean = events / per
    spread = sum(size * (k / size - mean) ** 2 for k, size in counts if size) - (len(counts) - 1) * mean
    room = per - sum(size * size for _, size in counts) / per
    variance = max(spread / room, 0.0) if room > 0 else 0.0
    if not variance:
        return tuple(mean for _ in counts)
    size_of_prior = mean / variance
    return tuple((k + mean * size_of_prior) / (size + size_of_prior) for k, size in counts)


def funnel(mean: float, n: int, z: float = Z) -> tuple[float, float]:
    """Between which shares a place with `n` answers lies by luck, when it is like all: the shares that Wilson's bounds hold."""
    if not n:
        return 0.0, 1.0
    reach = z * math.sqrt(mean * (1 - mean) / n)
    return max(mean - reach, 0.0), min(mean + reach, 1.0)


def benjamini_hochberg(ps: Sequence[float], most_wrong: float) -> tuple[bool, ...]:
    """Which differences may be named when so many were looked at: at most this share of all that is named is luck."""
    order = sorted(range(len(ps)), key=lambda at: ps[at])
    last = max((rank for rank, at in enumerate(order, 1) if ps[at] <= most_wrong * rank / len(ps)), default=0)
    named = set(order[:last])
    return tuple(at in named for at in range(len(ps)))
