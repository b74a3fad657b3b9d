"""Working days of England.

The meaning is that of SI 2015/1792 regulation 4(7): every day counts but Saturdays, Sundays, Christmas Day,
Good Friday and the bank holidays that England and Wales have under the Banking and Financial Dealings Act
1971. School holidays are working days. The bank holidays, moved and one-off ones included, come from the
`holidays` package, which works without a network.

Every count starts on the day after the one it is given: the day after is day 1.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays as published

from goldenthread.law.errors import CalendarUnknown, CountNegative, DatesReversed
from goldenthread.law.words import in_words

# The oldest duties in this system began in September 2014 (Children and Families Act 2014, Part 3). From here
# to ANNOUNCED_UNTIL a list made by hand, in tests/law/test_calendar.py, checks every bank holiday.
FIRST_DAY = date(2014, 1, 1)
# https://www.gov.uk/bank-holidays names the days about two years ahead. After this day the usual pattern is
# assumed; a proclamation under the Act may still add or move one, as for the coronation of 2023.
ANNOUNCED_UNTIL = date(2027, 12, 31)
# So that a slip of the keyboard cannot keep the machine counting for ever.
LAST_DAY = date(2099, 12, 31)

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Holiday:
    """A weekday on which nobody has to act, and what it is called."""

    day: date
    name: str


@cache
def _holidays_of(year: int) -> dict[date, str]:
    """Every bank holiday of the year in England, Christmas Day and Good Friday among them, with its name."""
    named = published.country_holidays("GB", subdiv="ENG", years=year, language="en_GB", expand=False)
    return {day: name.replace("(observed)", "(substitute day)") for day, name in named.items()}


def _check(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CalendarUnknown(
            f"Working days can be counted from {in_words(FIRST_DAY)} to {in_words(LAST_DAY)}, and this count "
            f"reaches {in_words(day)}. Check the date that was entered."
        )


def _check_count(number: int) -> None:
    if number < 0:
        raise CountNegative(f"A number of days cannot be below zero: {number} was given.")


def _check_order(start: date, end: date) -> None:
    if end < start:
        raise DatesReversed(f"{in_words(end)} is before {in_words(start)}. Give the earlier day first.")


def holiday_on(day: date) -> Holiday | None:
    """The holiday on that day if it takes away a weekday; None on ordinary days and at weekends.

    >>> holiday_on(date(2022, 9, 19)).name
    'State Funeral of Queen Elizabeth II'
    """
    _check(day)
    name = _holidays_of(day.year).get(day)
    return Holiday(day, name) if name and day.weekday() < _SATURDAY else None


def is_working_day(day: date) -> bool:
    """Whether the day is a working day of England."""
    return holiday_on(day) is None and day.weekday() < _SATURDAY


def add_working_days(start: date, number: int) -> date:
    """The working day that many working days after `start`, which need not be one; 0 gives `start` itself.

    >>> add_working_days(date(2021, 11, 5), 70)
    datetime.date(2022, 2, 16)
    """
    _check(start)
    _check_count(number)
    day = start
    while number:
        day += _ONE_DAY
        number -= is_working_day(day)
    return day


def subtract_working_days(end: date, number: int) -> date:
    """The working day that many working days before `end`: what "five working days before" asks for.

    >>> subtract_working_days(date(2027, 1, 6), 5)
    datetime.date(2026, 12, 29)
    """
    _check(end)
    _check_count(number)
    day = end
    while number:
        day -= _ONE_DAY
        number -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """The number of working days after `start`, up to and including `end`.

    >>> working_days_between(date(2020, 9, 11), date(2020, 9, 25))
    10
    """
    _check_order(start, end)
    _check(start)
    _check(end)
    return sum(is_working_day(start + timedelta(days=step)) for step in range(1, (end - start).days + 1))


def holidays_left_out(start: date, end: date) -> tuple[Holiday, ...]:
    """The holidays on weekdays after `start`, up to and including `end`: what a count passes over."""
    _check_order(start, end)
    _check(start)
    _check(end)
    days = (start + timedelta(days=step) for step in range(1, (end - start).days + 1))
    return tuple(holiday for holiday in map(holiday_on, days) if holiday)


def add_days(start: date, number: int) -> date:
    """The day that many calendar days after `start`; a weekend or a bank holiday does not move it."""
    _check(start)
    _check_count(number)
    if number > (LAST_DAY - start).days:
        raise CalendarUnknown(f"{number} days after {in_words(start)} is beyond {in_words(LAST_DAY)}.")
    return start + timedelta(days=number)


def add_months(start: date, number: int) -> date:
    """The same day of the month that many months later, or the last day of a month that is too short.

    >>> add_months(date(2024, 8, 31), 18)
    datetime.date(2026, 2, 28)
    """
    _check(start)
    _check_count(number)
    years, month = divmod(start.month - 1 + number, 12)
    year = start.year + years
    if year > LAST_DAY.year:
        raise CalendarUnknown(f"{number} months after {in_words(start)} is beyond {in_words(LAST_DAY)}.")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def subtract_months(end: date, number: int) -> date:
    """The same day of the month that many months earlier, or the last day of a month that is too short."""
    _check_count(number)
    years, month = divmod(end.month - 1 - number, 12)
    year = end.year + years
    if year < FIRST_DAY.year:
        raise CalendarUnknown(f"{number} months before {in_words(end)} is before {in_words(FIRST_DAY)}.")
    day = date(year, month + 1, min(end.day, monthrange(year, month + 1)[1]))
    _check(day)
    return day


def last_day_of_months_beginning_with(start: date, number: int) -> date:
    """The last day of a period of months whose first day is `start`: the day before the same day of the month.

    Where the last month has no such day, the period ends with that month.

    >>> last_day_of_months_beginning_with(date(2023, 3, 1), 12)
    datetime.date(2024, 2, 29)
    >>> last_day_of_months_beginning_with(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    same_day = add_months(start, number)
    return same_day - _ONE_DAY if same_day.day == start.day else same_day


def is_announced(day: date) -> bool:
    """Whether the bank holidays up to that day had been announced when this release was made."""
    return day <= ANNOUNCED_UNTIL
