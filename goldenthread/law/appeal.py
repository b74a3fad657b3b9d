"""Appeals to the First-tier Tribunal: until when, and how its rule 12 moves the last day."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.law import calendar
from goldenthread.law.answer import Answer
from goldenthread.law.citation import Citation
from goldenthread.law.length import Length, Unit
from goldenthread.law.sources import IN_FORCE
from goldenthread.law.words import in_words

_RULES = "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008 (SI 2008/2699)"
LIMIT = Citation(
    f"{_RULES}, rule 20(1)(c)", "https://www.legislation.gov.uk/uksi/2008/2699/article/20", IN_FORCE
)
ROLLS = Citation(f"{_RULES}, rule 12", "https://www.legislation.gov.uk/uksi/2008/2699/article/12", IN_FORCE)
RESPONSE = Citation(
    "30 working days for the response, as IPSEA reports it; the amended text of rule 21 was not read",
    "https://www.ipsea.org.uk/faqs/when-does-the-send-tribunal-send-a-copy-of-my-appeal-to-my-local-authority-when-does-it-have-to-respond",
    IN_FORCE, unconfirmed=True,
)  # fmt: skip
TWO_MONTHS, ONE_MONTH = Length(2, Unit.MONTHS), Length(1, Unit.MONTHS)
RESPONSE_DAYS = 30


def rolled(day: date) -> date:
    """The day on which a time that ends on `day` really ends, for an application (rule 12).

    No working day: the next one. From 25 December to 1 January: the first working day after 1 January. In August: the first
    working day after 31 August.

    >>> rolled(date(2026, 12, 29))
    datetime.date(2027, 1, 4)
    """
    if (day.month, day.day) >= (12, 25):
        day = date(day.year + 1, 1, 1)
    elif day.month == 8:
        day = date(day.year, 8, 31)
    elif (day.month, day.day) != (1, 1) and calendar.is_working_day(day):
        return day
    return calendar.add_working_days(day, 1)


def due(sent_on: date, certificate_on: date | None = None) -> Answer:
    """The last day for an appeal: two months after the decision was sent, or one month from the certificate if later.

    >>> due(date(2026, 10, 1), date(2026, 11, 29)).due_on
    datetime.date(2027, 1, 4)
    """
    two = TWO_MONTHS.after(sent_on)
    one = ONE_MONTH.after(certificate_on) if certificate_on else None
    last = max(two, one) if one else two
    end = rolled(last)
    counted = f"2 months after {in_words(sent_on)}: {in_words(two)}"
    if one and certificate_on:
        counted = (
            f"The later of {in_words(two)} (2 months) and {in_words(one)} (1 month after the certificate)"
        )
    moved = "" if end == last else f"; moved by rule 12 to {in_words(end)}"
    return Answer(end, counted + moved, LIMIT)


def is_counted(day: date) -> bool:
    """Whether a day counts towards other times of the tribunal: a working day, not in August, not 25 December to 1 January."""
    in_break = day.month == 8 or (day.month, day.day) >= (12, 25) or (day.month, day.day) == (1, 1)
    return calendar.is_working_day(day) and not in_break


def response_due(received_on: date) -> Answer:
    """The last day for the authority's response (unconfirmed)."""
    day, left = received_on, RESPONSE_DAYS
    while left:
        day += timedelta(days=1)
        left -= is_counted(day)
    words = f"30 working days after {in_words(received_on)}, leaving out August and 25 December to 1 January: {in_words(day)}"
    return Answer(day, words, RESPONSE)
