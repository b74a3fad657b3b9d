"""Who moves in September of a year: worked out from the day of birth and from the year group, with no database.

Year groups are practice, not law: a child starts in reception in the September after they turn four. Reception is 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.law import phase_transfer

STARTS = 4
"""The age on 31 August with which a child starts in reception in September."""
FARTHEST = 2
"""Years by which somebody may be taught above or below their age here."""
AFTER_YEAR_11 = 12
"""The year group that somebody enters after year 11."""
ADULTHOOD_FROM = 9
"""The year group from which a review must look at preparing for adulthood (SI 2014/1530 regulations 20(6) and 21(6))."""


@dataclass(frozen=True)
class Cohort:
    """Those who move together: the year group that they enter, and the kind of the law's day for their plans."""

    key: str
    words: str
    enters: int
    kind: str = ""  # empty: no fixed day in regulation 18


COHORTS = (
    Cohort("reception", "Starting in reception", 0, phase_transfer.SCHOOL),
    Cohort("year-7", "Year 6 to year 7", 7, phase_transfer.SCHOOL),
    Cohort("post-16", "After 16: year 11 to year 12", 12, phase_transfer.POST_16),
    Cohort("post-19", "After 19", 15),
)
BY_KEY = {one.key: one for one in COHORTS}


def year_group(born_on: date, year: int, offset: int = 0) -> int:
    """The year group that somebody enters in September of a year. Offset -1: taught one year below their age.

    >>> year_group(date(2015, 9, 1), 2027), year_group(date(2015, 8, 31), 2027), year_group(date(2015, 8, 31), 2027, -1)
    (7, 8, 7)
    """
    first = born_on.year + STARTS + (born_on.month >= 9)
    return year - first + offset


def cohort_of(born_on: date, year: int, offset: int = 0) -> Cohort | None:
    """The cohort in which somebody moves in September of a year; None for those who do not move."""
    enters = year_group(born_on, year, offset)
    return next((one for one in COHORTS if one.enters == enters), None)


def born_between(cohort: Cohort, year: int) -> tuple[date, date]:
    """The first and the last birthday of a cohort, for those taught in the year of their age.

    >>> born_between(BY_KEY["reception"], 2027)
    (datetime.date(2022, 9, 1), datetime.date(2023, 8, 31))
    """
    last = year - STARTS - cohort.enters
    return date(last - 1, 9, 1), date(last, 8, 31)


def next_september(today: date) -> int:
    """The year of the next September in which people move: this year's until it has begun."""
    return today.year + (today.month >= 9)


def school_year(on: date) -> int:
    """The year in which the school year of a day began.

    >>> school_year(date(2026, 8, 31)), school_year(date(2026, 9, 1))
    (2025, 2026)
    """
    return on.year - (on.month < 9)


def year_now(born_on: date, on: date, offset: int = 0) -> int:
    """The year group in which somebody is on a day; past 13 it goes on counting, and stands for the age alone.

    >>> year_now(date(2012, 9, 1), date(2026, 11, 27)), year_now(date(2012, 9, 1), date(2026, 11, 27), -1)
    (9, 8)
    """
    return year_group(born_on, school_year(on), offset)


def born_by(year: int, on: date) -> date:
    """The last birthday of those who are in a year group or past it on a day.

    >>> born_by(9, date(2026, 11, 27)), year_now(born_by(9, date(2026, 11, 27)), date(2026, 11, 27))
    (datetime.date(2013, 8, 31), 9)
    """
    return date(school_year(on) - STARTS - year, 8, 31)
