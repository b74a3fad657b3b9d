"""Appeals to the First-tier Tribunal: until when, and how its rule 12 moves the last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.law import calendar
from goldenthread.law.answer import Answer
from goldenthread.law.citation import Citation, Dated, Limit, in_force
from goldenthread.law.length import Length, Unit
from goldenthread.law.sources import IN_FORCE, regulation
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


def counts_as_break(day: date) -> bool:
    """Whether a day is in the tribunal's breaks: August, and 25 December to 1 January."""
    return day.month == 8 or (day.month, day.day) >= (12, 25) or (day.month, day.day) == (1, 1)


def is_counted(day: date) -> bool:
    """Whether a day counts towards other times of the tribunal: a working day, not in August, not 25 December to 1 January."""
    return calendar.is_working_day(day) and not counts_as_break(day)


def other_time(start: date, length: Length) -> Answer:
    """The last day for anything but making an appeal, unless the tribunal named a day of its own (rule 12(3)(b) and (4)).

    Days of the breaks are passed over; a time that ends on no working day ends on the next. Only days and working days.

    >>> other_time(date(2026, 12, 21), Length(14, Unit.DAYS)).due_on
    datetime.date(2027, 1, 12)
    """
    counts = {Unit.WORKING_DAYS: is_counted, Unit.DAYS: lambda one: not counts_as_break(one)}[length.unit]
    day, left = start, length.number
    while left:
        day += timedelta(days=1)
        left -= counts(day)
    while not is_counted(day):
        day += timedelta(days=1)
    words = (
        f"{length} after {in_words(start)}, leaving out August and 25 December to 1 January: {in_words(day)}"
    )
    return Answer(day, words, ROLLS)


def response_due(received_on: date) -> Answer:
    """The last day for the authority's response (unconfirmed)."""
    answer = other_time(received_on, Length(RESPONSE_DAYS, Unit.WORKING_DAYS))
    return Answer(answer.due_on, answer.explanation, RESPONSE)


@dataclass(frozen=True)
class Ground:
    """A decision that can be appealed, and what the tribunal can do about it (regulation 43)."""

    paragraph: str
    words: str
    remedies: tuple[str, ...]
    recommends: bool = True  # on health and social care, since 3 April 2018


_PLAN = (
    "order changes to needs and provision, and what follows from them",
    "order another school, college or type to be named",
)
_REMEDIES_IN_FORCE = date(2015, 3, 23)  # SI 2015/359, regulation 6: what could be ordered before is not coded
_SINCE_RECOMMENDATIONS = date(2018, 4, 3)  # SI 2017/1306, for decisions of that day or later
GROUNDS: Limit[tuple[Ground, ...]] = tuple(
    Dated(
        (
            Ground("51(2)(a)", "No assessment", ("order an assessment",), False),
            Ground(
                "51(2)(b)", "No plan after an assessment",
                ("order a plan", "send the case back to think again"), recommends,
            ),
            Ground("51(2)(c)", "What the plan says of needs, provision, school or college", _PLAN, recommends),
            Ground("51(2)(d)", "No re-assessment", ("order a re-assessment",), recommends),
            Ground("51(2)(e)", "No change to the plan after a review or re-assessment", _PLAN, recommends),
            Ground("51(2)(f)", "The plan is to end", ("order the plan to go on as it is", *_PLAN), recommends),
        ),
        Citation(regulation("43(2)").text, regulation("43(2)").url, starts, ends),
    )
    for starts, ends, recommends in (
        (_REMEDIES_IN_FORCE, _SINCE_RECOMMENDATIONS - timedelta(days=1), False),
        (_SINCE_RECOMMENDATIONS, None, True),
    )
)  # fmt: skip
"""What can be appealed and what may come of it, looked up by the day of the decision. A later law adds a span here."""


def grounds(decided_on: date) -> tuple[Ground, ...]:
    """The decisions that could be appealed when they were made on that day."""
    return in_force(GROUNDS, decided_on, name="the right to appeal").value
