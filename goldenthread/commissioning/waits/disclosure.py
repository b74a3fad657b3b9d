"""What of a month's waits anybody may read.

A number under five is hidden, and so is whatever would give it back. What is published of different services and months does
not add up: no sums over services are given, and no referrals. Whoever joined the list this month is in its first
bands, so the referrals would tell a hidden band; with last month's list and those seen they would tell a hidden list. What
a month gives away is worked out once, when it is recorded, and kept beside it: public pages read only that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from goldenthread.commissioning.waits.cuts import Part, PublicCuts, publish_cuts
from goldenthread.commissioning.waits.series import SERIES, Series
from goldenthread.kit.small_numbers import SMALLEST_SHOWN, suppress

Shown = int | None


@dataclass(frozen=True)
class Month:
    """The counts of one service for one month, as the service sent them."""

    series: str
    waiting: tuple[int, ...]
    median_days: int | None = None
    longest_days: int | None = None
    seen: int | None = None
    seen_median_days: int | None = None
    received: int | None = None
    accepted: int | None = None
    parts: tuple[Part, ...] = ()

    @property
    def total(self) -> int:
        """How many wait."""
        return sum(self.waiting)

    @property
    def over_18_weeks(self) -> int:
        """How many of them have waited over 18 weeks."""
        return sum(n for n, band in zip(self.waiting, SERIES[self.series].bands, strict=True) if band.is_long)


@dataclass(frozen=True)
class PublicMonth:
    """A month as anybody may read it: what is hidden is None. `longest` is the longest band whose number is shown."""

    waiting: tuple[Shown, ...]
    total: Shown
    median_days: Shown
    longest: int | None
    seen: Shown
    seen_median_days: Shown
    is_corrected: bool = False
    cuts: PublicCuts = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """For the row on which it is kept."""
        return asdict(self)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> PublicMonth:
        """As it was kept."""
        cuts = {code: [tuple(row) for row in rows] for code, rows in kept.get("cuts", {}).items()}
        return cls(**{**kept, "waiting": tuple(kept["waiting"]), "cuts": cuts})


def publish(month: Month, earlier: Sequence[PublicMonth] = ()) -> PublicMonth:
    """What may be shown of a month. `earlier` is what was shown of it before it was corrected: people may have kept it.

    >>> publish(Month("community", (3, 30, 40, 50, 9, 8, 2), median_days=20)).waiting
    (None, 30, 40, 50, 9, 8, None)
    """
    series = SERIES[month.series]
    waiting, total = _bands(month.waiting)
    moved = any(_pattern(before.waiting) != _pattern(waiting) for before in earlier)
    if moved:
        waiting = (None,) * len(waiting)
    is_hidden = None in waiting
    shows_median = total is not None and month.median_days is not None and not moved and (
        not is_hidden or median_is_safe(month.waiting, waiting, series.band_of(month.median_days))
    )  # fmt: skip
    seen = _alone(month.seen)
    bands_shown = [place for place, number in enumerate(waiting) if number]
    return PublicMonth(
        waiting=tuple(_rounded(number, series) for number in waiting),
        total=_rounded(total, series),
        median_days=month.median_days if shows_median else None,
        longest=bands_shown[-1] if bands_shown else None,
        seen=_rounded(seen, series),
        seen_median_days=month.seen_median_days if seen is not None else None,
        is_corrected=bool(earlier),
        cuts=publish_cuts(month.parts, waiting, [before.cuts for before in earlier], series.rounds_to),
    )  # fmt: skip


def _bands(counts: Sequence[int]) -> tuple[tuple[Shown, ...], Shown]:
    table = suppress([list(counts)])
    cells = tuple(
        None if cell is None or column is None else cell
        for cell, column in zip(table.cells[0], table.column_totals, strict=True)
    )
    return cells, None if table.row_totals[0] is None else table.total


def _alone(number: int | None) -> Shown:
    return number if number is not None and number >= SMALLEST_SHOWN else None


def _pattern(waiting: Sequence[Shown]) -> list[bool]:
    return [number is None for number in waiting]


def _rounded(number: Shown, series: Series) -> Shown:
    return None if number is None else series.rounds_to * round(number / series.rounds_to)


def median_is_safe(counts: Sequence[int], shown: Sequence[Shown], middle: int) -> bool:
    """Whether every hidden small number could still be five or more for a reader who also knows the band of the median.

    `middle` is the place of that band. All that the reader knows of the hidden bands is their sum, and on which side of the
    middle of the list they must lie; for each small one we look for numbers that fit and make it five.
    """
    hidden = [place for place, number in enumerate(shown) if number is None]
    left = sum(counts[place] for place in hidden)
    half = (sum(counts) + 1) // 2
    before = sum(number or 0 for number in shown[:middle])
    upto = before + (shown[middle] or 0)
    sides = [-1 if place < middle else 0 if place == middle else 1 for place in hidden]
    return all(
        _fits(sides, sides[n], left, at_most_before=half - 1 - before, at_least_upto=half - upto)
        for n, place in enumerate(hidden)
        if counts[place] < SMALLEST_SHOWN
    )


def _fits(sides: list[int], wanted: int, left: int, *, at_most_before: int, at_least_upto: int) -> bool:
    """Whether the hidden people can be spread over the bands before, at and after the middle, five of them in one wanted band."""
    least = {side: SMALLEST_SHOWN if side == wanted else 0 for side in (-1, 0, 1)}
    most = {side: left if side in sides else 0 for side in (-1, 0, 1)}
    for first in range(least[-1], most[-1] + 1):
        for middle in range(least[0], most[0] + 1):
            last = left - first - middle
            if least[1] <= last <= most[1] and first <= at_most_before and first + middle >= at_least_upto:
                return True
    return False
