"""When somebody who asks what is held about them must have it: one month, UK GDPR article 12(3).

From memory, so unconfirmed: the month ends on the day of the next month with the same number as the day on which the request
came, or on the last day of that month if it has none; where that is no working day, on the next one. It may be two months
longer where the request is complex, if the person is told so within the first month.
"""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.law.calendar import add_months, is_working_day
from goldenthread.law.citation import Citation

CITATION = Citation(
    "UK GDPR article 12(3): without undue delay and at the latest within one month of receipt",
    "https://www.legislation.gov.uk/eur/2016/679/article/12",
    date(2021, 1, 1),
    unconfirmed=True,
)
MONTHS, LONGER = 1, 3


def answer_due_on(received_on: date, *, is_extended: bool = False) -> date:
    """The last day on which the answer is in time.

    >>> answer_due_on(date(2026, 9, 3)), answer_due_on(date(2027, 1, 31)), answer_due_on(date(2026, 11, 27))
    (datetime.date(2026, 10, 5), datetime.date(2027, 3, 1), datetime.date(2026, 12, 29))
    """
    day = add_months(received_on, LONGER if is_extended else MONTHS)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
