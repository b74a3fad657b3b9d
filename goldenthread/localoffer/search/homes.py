"""Where people live, as ground for a map: the squares of 250 metres that hold postcodes, and where each postcode district lies.

It comes from the same directory of postcodes that distances come from, so that a map asks no other server for anything.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.localoffer.search.places import Point
from goldenthread.localoffer.search.postcodes import LETTERS_KEPT, in_letter, point_of

SIDE = 250
"""The side of a square, in metres."""


@dataclass(frozen=True)
class Homes:
    """Squares by the middle of each with its number of postcodes, and districts ("WV3") by the middle of their postcodes."""

    squares: tuple[tuple[Point, int], ...]
    districts: tuple[tuple[str, Point], ...]


@lru_cache(maxsize=LETTERS_KEPT)
def homes_of(letter: str) -> Homes:
    """The squares and districts of the postcodes that begin with a letter; none for a letter that has none."""
    squares: dict[tuple[int, int], int] = defaultdict(int)
    districts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0])
    for code, (east, north, _) in in_letter(letter).items():
        squares[int(east // SIDE), int(north // SIDE)] += 1
        sums = districts[code[:-3]]
        sums[0], sums[1], sums[2] = sums[0] + east, sums[1] + north, sums[2] + 1
    return Homes(
        tuple((point_of((x + 0.5) * SIDE, (y + 0.5) * SIDE), count) for (x, y), count in squares.items()),
        tuple(
            (name, point_of(east / count, north / count))
            for name, (east, north, count) in sorted(districts.items())
        ),
    )
