"""How long a rule gives, and on which day that ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.law import calendar


class Unit(StrEnum):
    """What a length is counted in. Only working days leave anything out."""

    WORKING_DAYS = "working days"
    DAYS = "days"  # every day counts: weekends and bank holidays too
    WEEKS = "weeks"  # seven days each, so that the last day is the same day of the week as the first
    MONTHS = "months"


def _weeks(start: date, number: int) -> date:
    return calendar.add_days(start, 7 * number)


_ADD = {
    Unit.WORKING_DAYS: calendar.add_working_days,
    Unit.DAYS: calendar.add_days,
    Unit.WEEKS: _weeks,
    Unit.MONTHS: calendar.add_months,
}


@dataclass(frozen=True)
class Length:
    """A number of working days, days, weeks or months.

    The law counts in two ways. "Within 6 weeks of" leaves out the day that starts the clock: the day after it is
    day 1. "15 days beginning with" counts it: it is day 1 itself (`beginning_with`).
    """

    number: int
    unit: Unit
    beginning_with: bool = False

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"A length is at least 1: {self.number} was given.")

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number > 1 else self.unit.removesuffix('s')}"

    def after(self, start: date) -> date:
        """The last day of the length.

        >>> Length(70, Unit.WORKING_DAYS).after(date(2021, 11, 5))
        datetime.date(2022, 2, 16)
        >>> Length(15, Unit.DAYS, beginning_with=True).after(date(2026, 12, 11))
        datetime.date(2026, 12, 25)
        """
        if not self.beginning_with:
            return _ADD[self.unit](start, self.number)
        if self.unit is Unit.MONTHS:
            return calendar.last_day_of_months_beginning_with(start, self.number)
        return _ADD[self.unit](start - timedelta(days=1), self.number)

    def before(self, end: date) -> date:
        """The last day that leaves the whole length before `end`, as notice of a meeting does.

        >>> Length(2, Unit.WEEKS).before(date(2026, 10, 6))
        datetime.date(2026, 9, 22)
        """
        if self.unit is Unit.WORKING_DAYS:
            return calendar.subtract_working_days(end, self.number)
        if self.unit is Unit.MONTHS:
            return calendar.subtract_months(end, self.number)
        return end - timedelta(days=self.number * (7 if self.unit is Unit.WEEKS else 1))
