"""How far a share may stray by chance alone, and how far a process strays by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import mean

Z95, Z998 = 1.96, 3.09
"""Standard deviations that hold 95% and 99.8% of chance: the limits of a funnel (Spiegelhalter, Statistics in Medicine 2005)."""


def limits(share: float, size: float, z: float) -> tuple[float, float]:
    """Between which shares chance alone would put a place of a size, when all have the same `share` (both in per cent).

    The normal approximation to the binomial, cut off at 0 and 100.

    >>> tuple(round(one, 1) for one in limits(46.4, 384, Z95))
    (41.4, 51.4)
    """
    p = share / 100
    away = 100 * z * sqrt(p * (1 - p) / size) if size else 100.0
    return max(0.0, share - away), min(100.0, share + away)


FEWEST = 8
"""Fewer values say too little about how a process varies by itself."""
SPREAD = 2.66
"""Three standard deviations, as 3 / 1.128 mean moving ranges: the individuals chart (Wheeler, Understanding Variation, 1993)."""


@dataclass(frozen=True)
class Band:
    """The mean of a process and the limits within which it varies by itself."""

    low: float
    middle: float
    high: float


def process_band(values: Sequence[float], *, most: float | None = None) -> Band | None:
    """The mean and 2.66 mean moving ranges either side, cut off at 0 and at `most`; None under eight values or for equal ones.

    The values must each be of a time of their own: where neighbours share months, they differ too little.

    >>> process_band([50, 52, 49, 51, 50, 53, 48, 51])
    Band(low=43.28, middle=50.5, high=57.72)
    """
    if len(values) < FEWEST or len(set(values)) == 1:
        return None
    middle = mean(values)
    away = SPREAD * mean(abs(later - earlier) for earlier, later in pairwise(values))
    high = middle + away if most is None else min(most, middle + away)
    return Band(round(max(0.0, middle - away), 2), round(middle, 2), round(high, 2))
