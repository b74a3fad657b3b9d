"""The one shape of a figure that an app offers, and of its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from goldenthread.kit.small_numbers import SMALLEST_SHOWN


@dataclass(frozen=True)
class Asked:
    """Which period is counted (two days, both included), and as known on which day."""

    since: date
    until: date
    day: date
    today: date


@dataclass(frozen=True)
class Counted:
    """So many of so many. Without a denominator it is a plain count; without a numerator it is too small to tell.

    >>> Counted(31, 50).value, Counted(12).value, Counted(0, 0).value
    (62.0, 12, None)
    """

    numerator: int | None
    denominator: int | None = None

    @property
    def value(self) -> float | None:
        """The share in per cent, or the count; None where there is nothing to divide by."""
        if self.numerator is None:
            return None
        if self.denominator is None:
            return self.numerator
        return 100 * self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class Offered:
    """A figure on offer. `version` rises whenever the way of counting changes, so that a reading knows how it was counted.

    `published` is the key of the published statistic that counts the same, so that England can stand beside it.
    """

    code: str
    name: str
    numerator: str
    denominator: str
    definition: str
    version: int = 1
    better: Literal["higher", "lower", ""] = ""
    smallest: int = SMALLEST_SHOWN
    published: str = ""

    @property
    def unit(self) -> str:
        """ "%" for a share, nothing for a count."""
        return "%" if self.denominator else ""

    def words(self, counted: Counted | None) -> str:
        """The value as people read it.

        >>> Offered("a.b", "Letters", "sent in time", "sent", "").words(Counted(31, 50))
        '62.0%'
        """
        if counted is None or counted.value is None:
            return "Nothing to count"
        return f"{counted.value:.1f}%" if self.denominator else f"{counted.value:,.0f}"

    def may_be_published(self, counted: Counted) -> bool:
        """Whether nobody can be worked out from it: no part of it under the smallest number, and not only by being the rest."""
        if counted.numerator is None:
            return False
        if counted.denominator is None:
            return counted.numerator >= self.smallest
        return min(counted.numerator, counted.denominator - counted.numerator) >= self.smallest


@dataclass(frozen=True)
class Source:
    """A part of the system that counts: all of its figures of a period in one go.

    `knows_past_days`: whether its rows say since when they were known, so that a past day can be asked again as known then.
    """

    key: str
    name: str
    offers: tuple[Offered, ...]
    count: Callable[[Asked], Mapping[str, Counted]]
    knows_past_days: bool
