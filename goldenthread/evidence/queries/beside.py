"""England's and the statistical neighbours' published figures, where a release counts the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.evidence.figures import Offered
from goldenthread.returns.published.measures import MEASURES
from goldenthread.returns.queries.comparison import ENGLAND, Comparison, Value, compare, newest_release
from goldenthread.returns.queries.place import own_place


@dataclass(frozen=True)
class Year:
    """What was published of one period. `neighbours`: the plain mean of those that have a number, and how many have."""

    period: str
    england: Value | None
    neighbours: float | None
    of: int
    ours: Value | None
    unit: str

    @property
    def mean(self) -> str:
        """The mean of the neighbours as people read it."""
        if self.neighbours is None:
            return "Not given"
        return f"{self.neighbours:.1f}%" if self.unit else f"{self.neighbours:,.0f}"


@dataclass(frozen=True)
class Beside:
    """The published years beside a measure, the newest first, and who the neighbours are, the nearest first."""

    years: tuple[Year, ...]
    neighbours: tuple[str, ...]


def published_beside(offered: Offered) -> Beside | None:
    """Every year that was published of the same count; None where nothing like it was. Five queries."""
    measure = MEASURES.get(offered.published)
    release = newest_release() if measure else None
    found = compare(release, measure, own_place(release)) if release and measure else None
    if found is None:
        return None
    years = [_year(found, period) for period in reversed(found.periods)]
    held = tuple(one for one in years if one.england and one.england.value is not None)
    return Beside(held, found.neighbours) if held else None


def _year(found: Comparison, period: str) -> Year:
    near = [one for name in found.neighbours if (one := found.at(name, period)) and one.value is not None]
    return Year(
        period, found.at(ENGLAND, period), found.mean_of_neighbours(period), len(near), found.at(found.place, period),
        found.measure.unit,
    )  # fmt: skip
