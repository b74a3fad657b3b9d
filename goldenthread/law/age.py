"""Ages that matter: the end of compulsory school age, and how long a plan can last."""

from __future__ import annotations

from datetime import date, timedelta

_FRIDAY = 4
OLDEST = 25


def age_on(born_on: date, on: date) -> int:
    """Years of age on a day; somebody born on 29 February is a year older on 1 March.

    >>> age_on(date(2010, 3, 9), date(2026, 3, 8)), age_on(date(2010, 3, 9), date(2026, 3, 9))
    (15, 16)
    """
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def last_friday_of_june(year: int) -> date:
    """The school leaving date of a year (SI 1997/1970).

    >>> last_friday_of_june(2026)
    datetime.date(2026, 6, 26)
    """
    day = date(year, 6, 30)
    return day - timedelta(days=(day.weekday() - _FRIDAY) % 7)


def school_age_ends_on(born_on: date) -> date:
    """The last day of compulsory school age: the last Friday of June in the school year of the 16th birthday."""
    # Somebody born on 29 February turns 16 in a leap year again, but for years like 2100.
    year = born_on.year + 16 + (born_on.month >= 9)
    return last_friday_of_june(year)


def is_over_compulsory_school_age(born_on: date, on: date) -> bool:
    """Whether somebody is over compulsory school age on a day, and so a young person who holds the rights."""
    return on > school_age_ends_on(born_on)
