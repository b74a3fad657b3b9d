"""Days in words, as they read in an explanation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

# Written out, because strftime answers in the language of the machine.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(day: date) -> str:
    """The day in full.

    >>> in_words(date(2022, 2, 16))
    '16 February 2022'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: date) -> str:
    """The month of the day, for what is known by its month only.

    >>> month_in_words(date(2016, 5, 1))
    'May 2016'
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


def listed(parts: Sequence[str]) -> str:
    """The parts with commas, and "and" before the last.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def days_in_words(days: Iterable[date], *, with_years: bool) -> str:
    """Days in order, grouped by month, each year named once at its end if asked for.

    >>> days_in_words([date(2021, 12, 27), date(2021, 12, 28), date(2022, 1, 3)], with_years=False)
    '27, 28 December and 3 January'
    >>> days_in_words([date(2021, 12, 27), date(2021, 12, 28), date(2022, 1, 3)], with_years=True)
    '27, 28 December 2021 and 3 January 2022'
    >>> days_in_words([date(2021, 12, 27), date(2021, 12, 28)], with_years=False)
    '27 and 28 December'
    """
    months = [list(group) for _, group in groupby(sorted(days), key=lambda day: (day.year, day.month))]
    if len(months) == 1:
        numbers = [listed([str(day.day) for day in months[0]])]
    else:
        numbers = [", ".join(str(day.day) for day in month) for month in months]
    last_of_year = {month[0].year: index for index, month in enumerate(months)}
    return listed(
        [
            f"{number} {MONTHS[month[0].month - 1]}"
            + (f" {month[0].year}" if with_years and last_of_year[month[0].year] == index else "")
            for index, (number, month) in enumerate(zip(numbers, months, strict=True))
        ]
    )
