"""A forecast from its drivers, and why the ledger says something else: every penny has its reason.

Amounts are whole pence. A share of a penny is rounded once, half up, where it arises; sums are sums of what is shown, so that
every column adds up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

MONTHS = 12
APRIL = 4


def whole_pence(amount: Fraction) -> int:
    """The nearest penny, half a penny up.

    >>> whole_pence(Fraction(5, 2)), whole_pence(Fraction(-5, 2)), whole_pence(Fraction(7, 3))
    (3, -2, 2)
    """
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def for_each(pence: int, people: int) -> int:
    """What an amount comes to for each, to the nearest penny.

    >>> for_each(1000, 3)
    333
    """
    return whole_pence(Fraction(pence, people))


@dataclass(frozen=True)
class Rate:
    """What a band pays for a year, from a day to another, both included; no end while it is in force."""

    pence: int
    starts_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class NoRate(ValueError):
    """A band has no rate for a month that is to be paid."""


def rate_on(rates: Sequence[Rate], day: date) -> Rate | None:
    """The rate in force on a day."""
    return next((one for one in rates if one.holds_on(day)), None)


def year_of_a_band(rates: Sequence[Rate], year: int) -> int:
    """What one child costs from April of a year to March: each month a twelfth of the rate that holds on its first day.

    >>> year_of_a_band([Rate(1200, date(2026, 1, 1), date(2026, 9, 30)), Rate(2400, date(2026, 10, 1))], 2026)
    1800
    """
    total = Fraction(0)
    for number in range(MONTHS):
        day = date(year + (APRIL - 1 + number) // MONTHS, (APRIL - 1 + number) % MONTHS + 1, 1)
        found = rate_on(rates, day)
        if found is None:
            raise NoRate(f"No rate holds on {day.day} {day:%B %Y}. Enter one first.")
        total += Fraction(found.pence, MONTHS)
    return whole_pence(total)


def uprated(pence: int, hundredths_of_a_per_cent: int) -> int:
    """A rate raised or lowered by a share, to the nearest penny.

    >>> uprated(100_000, 275)
    102750
    """
    return whole_pence(Fraction(pence * (10_000 + hundredths_of_a_per_cent), 10_000))


@dataclass(frozen=True)
class Driven:
    """One line: children and what each costs, and what the ledger says once the year is known."""

    low: int
    likely: int
    high: int
    unit_pence: int
    actual_children: int | None = None
    ledger_pence: int | None = None

    @property
    def pence(self) -> tuple[int, int, int]:
        """The forecast for few, for the likely number and for many children."""
        return self.low * self.unit_pence, self.likely * self.unit_pence, self.high * self.unit_pence

    @property
    def reconciled(self) -> Reconciled | None:
        """Why the ledger differs; nothing before the ledger is known."""
        if self.actual_children is None or self.ledger_pence is None:
            return None
        by_children = (self.actual_children - self.likely) * self.unit_pence
        by_price = self.ledger_pence - self.actual_children * self.unit_pence
        return Reconciled(self.likely * self.unit_pence, by_children, by_price, self.ledger_pence)


@dataclass(frozen=True)
class Reconciled:
    """Forecast, plus what more or fewer children cost, plus what a dearer or cheaper place cost, is the ledger."""

    forecast: int
    by_children: int
    by_price: int
    ledger: int

    @property
    def is_exact(self) -> bool:
        """Whether it adds up to the penny."""
        return self.forecast + self.by_children + self.by_price == self.ledger


def added_up(lines: Sequence[Reconciled]) -> Reconciled:
    """Several lines in one: each column added up."""
    return Reconciled(
        sum(one.forecast for one in lines), sum(one.by_children for one in lines), sum(one.by_price for one in lines),
        sum(one.ledger for one in lines),
    )  # fmt: skip
