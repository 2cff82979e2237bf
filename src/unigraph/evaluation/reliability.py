"""Whether facts are right as often as their confidence says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["EDGES", "Band", "Reliability", "reliability", "wilson"]

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where bands of confidence begin and end; each but the last holds its begin and not its end."""

_Z = 1.959963984540054
"""The normal distribution has 95 % within so many standard deviations."""


@dataclass(frozen=True, slots=True)
class Band:
    """Facts of like confidence: the band's edges, their mean confidence, and how many there are, and are right."""

    low: float
    high: float
    confidence: float
    count: int
    right: int

    @property
    def truth(self) -> float:
        """The share that is right."""
        return self.right / self.count

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, by 95 %."""
        return wilson(self.right, self.count)

    @property
    def honest(self) -> bool:
        """Whether that interval holds the mean confidence."""
        low, high = self.interval
        return low <= self.confidence <= high


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bands that have facts, from the least sure to the surest."""

    bands: tuple[Band, ...]

    @property
    def count(self) -> int:
        """The number of facts."""
        return sum(b.count for b in self.bands)

    @property
    def ece(self) -> float:
        """The expected calibration error: by how much confidence and truth differ in a band, the mean over facts."""
        gap = sum(b.count * abs(b.confidence - b.truth) for b in self.bands)
        return gap / self.count if self.count else 0.0


def reliability(facts: Sequence[tuple[float, bool]]) -> Reliability:
    """Bands of facts, each a confidence between 0 and 1 and whether it is right. Those without facts are left out."""
    bands = []
    for low, high in pairwise(EDGES):
        last = high == EDGES[-1]
        inside = [(p, right) for p, right in facts if low <= p < high or (last and p == high)]
        if inside:
            mean = math.fsum(p for p, _ in inside) / len(inside)
            bands.append(Band(low, high, mean, len(inside), sum(right for _, right in inside)))
    return Reliability(tuple(bands))


def wilson(right: int, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share.

    >>> [round(x, 3) for x in wilson(8, 10)]
    [0.49, 0.943]
    """
    if not count:
        return 0.0, 1.0
    share, square = right / count, _Z * _Z
    centre = share + square / (2 * count)
    spread = _Z * math.sqrt(share * (1 - share) / count + square / (4 * count * count))
    scale = 1 + square / count
    return max((centre - spread) / scale, 0.0), min((centre + spread) / scale, 1.0)
