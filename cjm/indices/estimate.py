"""What an index comes to, from how many answers, and between which bounds it lies with 95 % confidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
FEWEST_SHOWN, FEWEST_COLOURED = 5, 30  # below: «мало ответов»; between: number and interval, no colour, no verdict

Scores = Mapping[float, int]  # how often each score was given


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its bounds. One that is known without its n has none, and bears no colour."""

    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None

    @property
    def shown(self) -> bool:
        """Whether there are answers enough to show it at all."""
        return self.n is None or self.n >= FEWEST_SHOWN

    @property
    def coloured(self) -> bool:
        """Whether there are answers enough to judge it at one look."""
        return self.n is not None and self.n >= FEWEST_COLOURED
