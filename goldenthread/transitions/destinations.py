"""How long a word about where somebody is holds: worked out from days, with no database.

National returns ask for the same thing and call it currency. Theirs is not copied here: this rule is our own, and is printed
wherever a number rests on it.
"""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.kit.dates import months_from
from goldenthread.transitions.choices import Where
from goldenthread.transitions.cohorts import school_year

RULE = (
    "A word about school, college or a supported internship holds until 30 September after the school year in which it was so; "
    "about work, an apprenticeship or training for 12 months; about not being in education, employment or training for 3 months. "
    "After that we say “not known” until somebody has asked again. This is our own rule, not law."
)
_OF_THE_SCHOOL_YEAR = (Where.SCHOOL, Where.COLLEGE, Where.INTERNSHIP)
_MONTHS = {Where.WORK: 12, Where.TRAINING: 12, Where.NEET: 3}


def holds_until(where: str, known_on: date) -> date:
    """The last day on which a word still holds. Of “not known” nothing holds.

    >>> holds_until("college", date(2026, 9, 10)), holds_until("neet", date(2026, 11, 30))
    (datetime.date(2027, 9, 30), datetime.date(2027, 2, 28))
    """
    if where in _OF_THE_SCHOOL_YEAR:
        return date(school_year(known_on) + 1, 9, 30)
    if where in _MONTHS:
        return months_from(known_on, _MONTHS[Where(where)])
    return known_on - timedelta(days=1)


def not_known_since(where: str, known_on: date, on: date) -> date | None:
    """The day since which a word no longer says where somebody is; None while it holds.

    >>> not_known_since("work", date(2026, 1, 5), date(2027, 1, 5)), not_known_since("work", date(2026, 1, 5), date(2027, 1, 6))
    (None, datetime.date(2027, 1, 6))
    """
    last = holds_until(where, known_on)
    return last + timedelta(days=1) if last < on else None
