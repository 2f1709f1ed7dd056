"""Scores with their importance in, each person's own index and the mean of many with Student's interval out."""

import math
from collections.abc import Iterable

from cjm.indices.estimate import Estimate, Scores


def personal_index(answers: Iterable[tuple[float, float]], best: float) -> float:
    """What one person's scores come to, each with its importance: Σ w·s of the most that it can be."""
    pairs = tuple(answers)
    most = sum(weight for _, weight in pairs) * best
    return sum(score * weight for score, weight in pairs) / most if most else 0.0


def by_importance(indices: Scores) -> Estimate:
    """The mean of the persons' indices, from how often each occurs."""
    n = sum(indices.values())
    if not n:
        return Estimate(0.0, None, None, 0)
    mean = sum(value * count for value, count in indices.items()) / n
    if n == 1:
        return Estimate(mean, None, None, 1)
    variance = sum(count * (value - mean) ** 2 for value, count in indices.items()) / (n - 1)
    half = _quantile(n - 1) * math.sqrt(variance / n)
    return Estimate(mean, mean - half, mean + half, n)


# Private functions


def _quantile(freedom: int) -> float:
    """The 97.5 % point of Student's distribution."""
    low, high = 0.0, 1_000.0
    while (middle := (low + high) / 2) not in (low, high):
        if _outside(middle, freedom) > 0.05:
            low = middle
        else:
            high = middle
    return middle


def _outside(t: float, freedom: int) -> float:
    """The probability beyond ±t."""
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function by its continued fraction (Lentz)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    fraction, c, d = 1.0, 1.0, 0.0
    for step in range(1_000):
        half = step // 2
        if step == 0:
            part = 1.0
        elif step % 2 == 0:
            part = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        else:
            part = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        d = 1 / (1 + part * d)
        c = 1 + part / c
        fraction *= c * d
        if abs(1 - c * d) < 1e-15:
            break
    return front * (fraction - 1)
