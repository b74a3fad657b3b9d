"""Dates as sources give them: a day, a month or a year, never more exact than was said."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

MONTHS = tuple(calendar.month_name)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A day, a month or a year. Ordered by the last day that it can mean.

    >>> str(PartialDate(2024, 4)), PartialDate(2024, 4).last.isoformat()
    ('April 2024', '2024-04-30')
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2024", "2024-04" or "2024-04-17"; ValueError for anything else."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise ValueError(f"“{text}” is not a date like 2024-04-17, 2024-04 or 2024")
        return cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The same day, known exactly."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> str:
        """One of "day", "month", "year"."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> date:
        """The first day that this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that this can mean: nothing dated by month is late before its month is over."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def isoformat(self) -> str:
        """ "2024", "2024-04" or "2024-04-17": what `parse` reads."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __str__(self) -> str:
        words = [str(self.day)] if self.day else []
        words += [MONTHS[self.month]] if self.month else []
        return " ".join([*words, str(self.year)])

    def __lt__(self, other: PartialDate) -> bool:
        return (self.last, self.first) < (other.last, other.first)


def in_words(day: date) -> str:
    """The day as people read it.

    >>> in_words(date(2022, 2, 16))
    '16 February 2022'
    """
    return str(PartialDate.of(day))


def months_from(day: date, months: int) -> date:
    """The same day of the month so many months later, or earlier when `months` is negative; or that month's last day.

    For our own periods. What a regulation counts is counted by `law.calendar`, which knows only the years it was read for.

    >>> months_from(date(2026, 3, 31), -1), months_from(date(2023, 8, 31), 6)
    (datetime.date(2026, 2, 28), datetime.date(2024, 2, 29))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
