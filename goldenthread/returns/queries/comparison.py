"""A measure in one place beside England, its region and its statistical neighbours: over time, by rank, and by size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from goldenthread.kit.chance import Z95, Z998, limits
from goldenthread.returns.models import PublishedLine, PublishedTable, Release
from goldenthread.returns.published.measures import Measure
from goldenthread.returns.published.neighbours import neighbours_of
from goldenthread.returns.published.values import MARKS, number

REPEATED = "region"
"""A mark of ours: the release repeats the region's figure for each of its authorities."""


@dataclass(frozen=True)
class Value:
    """One place's figure in one period. Without a number, `mark` says why."""

    place: str
    period: str
    level: str
    numerator: float | None
    denominator: float | None
    mark: str = ""

    @property
    def value(self) -> float | None:
        """The share in per cent, or the count."""
        if self.numerator is None:
            return None
        if self.denominator is None:
            return self.numerator
        return 100 * self.numerator / self.denominator if self.denominator else None

    @property
    def words(self) -> str:
        """As people read it: to one decimal if it is a share."""
        if self.mark == REPEATED:
            return "Not given (the release has the region’s figure here)"
        if self.value is None:
            return MARKS.get(self.mark, "Not given")
        return f"{self.value:,.0f}" if self.denominator is None else f"{self.value:.1f}%"

    @property
    def base(self) -> str:
        """The numerator out of the denominator."""
        if self.numerator is None or self.denominator is None:
            return ""
        return f"{self.numerator:,.0f} of {self.denominator:,.0f}"


def newest_release() -> Release | None:
    """The release that was loaded last."""
    return Release.objects.first()


def table_of(release: Release, measure: Measure) -> PublishedTable | None:
    """The table that a measure is counted from."""
    return release.tables.filter(name=measure.table).first()


def values_of(table: PublishedTable, measure: Measure, *, places: Iterable[str] | None = None, period: str = "",
              levels: Iterable[str] = ("nation", "region", "authority")) -> list[Value]:  # fmt: skip
    """The measure's figures for the whole of each place, in the order of time. One query."""
    wanted = [table.columns.index(one) for one in (measure.numerator, *measure.denominator)
              if one in table.columns]  # fmt: skip
    if len(wanted) < 1 + len(measure.denominator):
        return []
    found = PublishedLine.objects.filter(table=table, is_whole=True, level__in=list(levels))
    if places is not None:
        found = found.filter(Q(place__in=list(places)) | Q(level="nation"))
    if period:
        found = found.filter(period=period)
    unusable = {(when, table.columns.index(column), region) for when, column, region in table.repeated}
    return [_value(one, wanted, unusable) for one in found.order_by("period", "pk")]


def _value(line: PublishedLine, wanted: list[int], unusable: set[tuple[str, int, str]]) -> Value:
    top, *parts = [_usable(line, n, unusable) for n in wanted]
    numbers = [number(one) for one in parts]
    known = number(top) is not None and None not in numbers
    base = sum(one for one in numbers if one is not None) if parts else None
    mark = next((one for one in (top, *parts) if isinstance(one, str)), "")
    return Value(
        line.place, line.period, line.level, number(top) if known else None, base if known else None, mark
    )


def _usable(line: PublishedLine, place: int, unusable: set[tuple[str, int, str]]) -> Any:
    return (
        REPEATED
        if line.level == "authority" and (line.period, place, line.region) in unusable
        else line.values[place]
    )


@dataclass(frozen=True)
class Comparison:
    """A measure as one place’s page shows it."""

    measure: Measure
    place: str
    region: str
    neighbours: tuple[str, ...]
    periods: tuple[str, ...]
    of: dict[tuple[str, str], Value]

    def at(self, place: str, period: str) -> Value | None:
        """A place's figure in a period."""
        return self.of.get((place, period))

    @property
    def latest(self) -> str:
        """The newest period in which the place has a number, or the newest of all."""
        held = [
            one for one in self.periods if (found := self.at(self.place, one)) and found.value is not None
        ]
        return held[-1] if held else self.periods[-1]

    def mean_of_neighbours(self, period: str) -> float | None:
        """The plain mean of the neighbours' figures in a period, of those that have one."""
        found = [
            one.value for name in self.neighbours if (one := self.at(name, period)) and one.value is not None
        ]
        return sum(found) / len(found) if found else None


ENGLAND = "England"


def compare(release: Release, measure: Measure, place: str) -> Comparison | None:
    """A measure for a place, England, its region and its neighbours; None where the release does not hold it. Three queries."""
    table = table_of(release, measure)
    if table is None:
        return None
    line = PublishedLine.objects.filter(table=table, is_whole=True, place=place, level="authority").first()
    region, near = (line.region if line else ""), neighbours_of(place)
    found = values_of(table, measure, places=[place, region, *near])
    if not found:
        return None
    periods = tuple(dict.fromkeys(one.period for one in found))
    return Comparison(
        measure, place, region, tuple(near), periods, {(one.place, one.period): one for one in found}
    )


@dataclass(frozen=True)
class Rank:
    """Where a place stands among the authorities that have a number."""

    place: int
    of: int
    ordered: tuple[Value, ...]
    better: str


def rank(release: Release, measure: Measure, place: str, period: str) -> Rank | None:
    """Authorities in order of the measure, the best first where one way is better, otherwise the highest first."""
    table = table_of(release, measure)
    if table is None:
        return None
    found = [
        one
        for one in values_of(table, measure, period=period, levels=("authority",))
        if one.value is not None
    ]
    ordered = sorted(found, key=lambda one: one.value or 0, reverse=measure.better != "lower")
    own = next((one.value for one in ordered if one.place == place), None)
    if own is None:
        return None
    ahead = sum(
        (one.value or 0) < own if measure.better == "lower" else (one.value or 0) > own for one in ordered
    )
    return Rank(ahead + 1, len(ordered), tuple(ordered), measure.better)


def standing_in_funnel(value: Value, national: Value) -> str:
    """How a place's share stands to chance: "as expected", "above" or "below" the 95% limits, or "far" beyond 99.8%."""
    share, size, whole = value.value, value.denominator, national.value
    if share is None or whole is None or not size:
        return ""
    for z, word in ((Z998, "far "), (Z95, "")):
        low, high = limits(whole, size, z)
        if share > high:
            return f"{word}above"
        if share < low:
            return f"{word}below"
    return "as expected"


def agreement_of(release: Release) -> list[dict[str, Any]]:
    """What each table's own arithmetic said when it was loaded."""
    return [
        dict(one)
        for one in release.tables.values(
            "name", "lines_read", "lines_kept", "recomputed", "differing", "troubles"
        )
    ]
