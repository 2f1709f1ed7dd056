"""Counts in, a share with its interval out (Wilson), and the difference of two shares (Newcombe's hybrid score, method 10)."""

import math

from cjm.indices.estimate import Estimate, Scores, Z


def wilson(k: float, n: float, z: float = Z) -> tuple[float, float]:
    """The bounds of the share of `k` in `n`."""
    if n <= 0:
        return 0.0, 1.0
    p, z2 = k / n, z * z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return (0.0 if k == 0 else max(middle - half, 0.0)), (1.0 if k == n else min(middle + half, 1.0))


def newcombe(k: int, n: int, k0: int, n0: int, z: float = Z) -> tuple[float, float]:
    """The bounds of the first share less the second."""
    p, p0 = k / n, k0 / n0
    (low, high), (low0, high0) = wilson(k, n, z), wilson(k0, n0, z)
    return (
        p - p0 - math.hypot(p - low, high0 - p0),
        p - p0 + math.hypot(high - p, p0 - low0),
    )


def share(k: int, n: int) -> Estimate:
    """The share of `k` in `n`; n may be none at all."""
    low, high = wilson(k, n)
    return Estimate(k / n if n else 0.0, low, high, n)


def top_two(scores: Scores, best: int) -> Estimate:
    """The share of the two best scores of a scale that ends with `best`."""
    return share(sum(count for score, count in scores.items() if score > best - 2), sum(scores.values()))
