"""What a supported internship is and when its paid work is looked at: worked out from days, with no database.

From the Department's guidance on supported internships: for young people aged 16 to 24 with an EHC plan, 6 to 12 months with a
real employer and a job coach (https://www.gov.uk/government/publications/supported-internships-for-young-people-with-learning-difficulties).
The 13, 26 and 52 weeks are practice of supported employment, not law.
"""

from __future__ import annotations

from datetime import date, timedelta

YOUNGEST, OLDEST = 16, 24
SHORTEST, LONGEST = timedelta(days=180), timedelta(days=366)
WEEKS = (13, 26, 52)


def look_on(paid_from: date, weeks: int) -> date:
    """The day on which paid work has lasted so many weeks.

    >>> look_on(date(2026, 9, 1), 13)
    datetime.date(2026, 12, 1)
    """
    return paid_from + timedelta(weeks=weeks)


def weeks_due(paid_from: date | None, checked: set[int], on: date) -> list[int]:
    """The looks whose day has come and that nobody has taken.

    >>> weeks_due(date(2026, 1, 5), {13}, date(2026, 11, 27))
    [26]
    """
    return [
        weeks for weeks in WEEKS if paid_from and weeks not in checked and look_on(paid_from, weeks) <= on
    ]
