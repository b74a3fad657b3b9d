"""How long a rule gives, and on which day that ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.law import calendar


class Unit(StrEnum):
    """What a length is counted in."""

    WORKING_DAYS = "working days"
    DAYS = "days"  # every day counts: weekends and bank holidays too
    MONTHS = "months"


_ADD = {
    Unit.WORKING_DAYS: calendar.add_working_days,
    Unit.DAYS: calendar.add_days,
    Unit.MONTHS: calendar.add_months,
}


@dataclass(frozen=True)
class Length:
    """A number of working days, days or months."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"A length is at least 1: {self.number} was given.")

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number > 1 else self.unit.removesuffix('s')}"

    def after(self, start: date) -> date:
        """The last day of the length when the day after `start` is day 1.

        >>> Length(70, Unit.WORKING_DAYS).after(date(2021, 11, 5))
        datetime.date(2022, 2, 16)
        """
        return _ADD[self.unit](start, self.number)
