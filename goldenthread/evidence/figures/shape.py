"""The one shape of a figure that an app offers, and of its answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
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

    @property
    def in_words(self) -> str:
        """The value with what it is made of.

        >>> Counted(31, 50).in_words, Counted(1200).in_words, Counted(0, 0).in_words
        ('62.0% (31 of 50)', '1,200', 'Nothing to count')
        """
        if self.value is None or self.numerator is None:
            return "Nothing to count"
        if self.denominator is None:
            return f"{self.numerator:,}"
        return f"{self.value:.1f}% ({self.numerator:,} of {self.denominator:,})"


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

    @property
    def in_words(self) -> str:
        """What is counted, in one sentence and the rule."""
        of = f", out of {self.denominator}" if self.denominator else ""
        return f"{self.numerator[:1].upper()}{self.numerator[1:]}{of}. {self.definition}"

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


Counting = Callable[[Sequence[Asked], Collection[str]], Mapping[Asked, Mapping[str, Counted]]]


def one_by_one(count: Callable[[Asked], Mapping[str, Counted]]) -> Counting:
    """For a source that counts all of its figures of one period at a time."""
    return lambda asked, codes: {one: count(one) for one in asked}


def by_last_day(count: Callable[[date], Mapping[str, Counted]]) -> Counting:
    """For figures that are those of the last day that was known, however long the period: each day is counted once."""

    def counting(asked: Sequence[Asked], codes: Collection[str]) -> dict[Asked, Mapping[str, Counted]]:
        counted = {day: count(day) for day in {min(one.until, one.day) for one in asked}}
        return {one: counted[min(one.until, one.day)] for one in asked}

    return counting


@dataclass(frozen=True)
class Source:
    """A part of the system that counts: its figures of many periods in one go, those that are wanted and perhaps more.

    `tables` are those that it reads: when a row of one changes, whatever was counted before is counted anew.
    `knows_past_days`: whether its rows say since when they were known, so that a past day can be asked again as known then.
    """

    key: str
    name: str
    offers: tuple[Offered, ...]
    count: Counting
    knows_past_days: bool
    tables: frozenset[str]
    rows_hash: Callable[[Asked], str] | None = None
    """SHA-256 of the rows from which a day is counted, where they never change."""
