"""How far a share may stray by chance alone."""

from __future__ import annotations

from math import sqrt

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
