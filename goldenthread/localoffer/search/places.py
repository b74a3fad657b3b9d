"""Where things are: metres between points, and a grid that finds what is near without measuring everything."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

EARTH = 6_371_008.8
ROWS, COLUMNS = 200.0, 125.0
"""Cells to a degree of latitude and of longitude: about 550 metres by 540 in the middle of England."""


@dataclass(frozen=True)
class Point:
    """A place by latitude and longitude."""

    latitude: float
    longitude: float


def metres(one: Point, other: Point) -> float:
    """The distance over ground; right to a metre within a county."""
    mean = math.radians((one.latitude + other.latitude) / 2)
    north = math.radians(other.latitude - one.latitude)
    east = math.radians(other.longitude - one.longitude) * math.cos(mean)
    return EARTH * math.hypot(north, east)


def cell_of(point: Point) -> str:
    """The cell in which a point lies."""
    return f"{math.floor(point.latitude * ROWS)}:{math.floor(point.longitude * COLUMNS)}"


def cells_within(centre: Point, reach: float) -> Iterator[tuple[str, bool]]:
    """The cells that a circle touches, each with whether all of it lies inside."""
    high = math.degrees(reach / EARTH)
    wide = high / max(0.05, math.cos(math.radians(centre.latitude)))
    rows = range(math.floor((centre.latitude - high) * ROWS), math.floor((centre.latitude + high) * ROWS) + 1)
    columns = range(
        math.floor((centre.longitude - wide) * COLUMNS), math.floor((centre.longitude + wide) * COLUMNS) + 1
    )
    for row in rows:
        for column in columns:
            corners = [Point((row + a) / ROWS, (column + b) / COLUMNS) for a in (0, 1) for b in (0, 1)]
            yield f"{row}:{column}", all(metres(centre, corner) < reach - 1 for corner in corners)


def rings(centre: Point, widest: float) -> Iterator[tuple[float, list[str]]]:
    """The cells outwards from a centre: a distance, and those touched by its circle but by no smaller one's."""
    seen: set[str] = set()
    reach = 750.0
    while True:
        reach = min(reach, widest)
        fresh = [cell for cell, _ in cells_within(centre, reach) if cell not in seen]
        seen.update(fresh)
        yield reach, fresh
        if reach >= widest:
            return
        reach *= 1.6
