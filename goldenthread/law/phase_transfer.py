"""The move to the next phase of education: review and amend the plan in time (regulation 18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.law.answer import Answer
from goldenthread.law.calendar import subtract_months
from goldenthread.law.citation import Citation, Dated, Limit, in_force
from goldenthread.law.errors import UnknownRule
from goldenthread.law.length import Length, Unit
from goldenthread.law.readings import LEGAL, Before, Readings
from goldenthread.law.sources import IN_FORCE, practice, regulation
from goldenthread.law.words import in_words

SCHOOL, POST_16, BETWEEN_POST_16 = "school", "post-16", "between-post-16"
_PAGE = "https://www.legislation.gov.uk/uksi/2014/1530/regulation/18"
_FIRST_YEAR = regulation("18(3)").text

BEFORE: dict[str, Limit[tuple[int, int]]] = {
    SCHOOL: (Dated((2, 15), regulation("18")),),
    POST_16: (
        Dated((5, 31), Citation(_FIRST_YEAR, _PAGE, IN_FORCE, date(2015, 8, 31))),
        Dated((3, 31), regulation("18", starts=date(2015, 9, 1))),
    ),
}
"""The month and day before which the plan must be reviewed and amended, looked up by 1 January of the year of the transfer.
Those who went on to college on 1 September 2015 had a day of their own."""
FIVE_MONTHS = Length(5, Unit.MONTHS)
FULL_CYCLE = Length(12, Unit.WEEKS)
FROM_NOTICE = Length(8, Unit.WEEKS)

RECEPTION = 0
_YEAR_GROUPS = practice(
    "Year groups as schools of England are usually arranged; the regulation names phases and no year groups",
    _PAGE,
)


@dataclass(frozen=True)
class Phase:
    """A transfer between phases, the kind of its day, and the year groups in which children usually stand before it.

    Reception is 0 and nursery is -1. Areas with middle schools or all-through schools set their own year groups.
    """

    words: str
    kind: str
    last_years: tuple[int, ...] = ()


PHASES: Limit[tuple[Phase, ...]] = (
    Dated(
        (
            Phase("early years to school", SCHOOL, (-1,)),
            Phase("infant to junior", SCHOOL, (2,)),
            Phase("primary to middle", SCHOOL, (4,)),
            Phase("primary to secondary", SCHOOL, (6,)),
            Phase("middle to secondary", SCHOOL, (8,)),
            Phase("secondary to post-16", POST_16, (11,)),
            Phase("between post-16 institutions", BETWEEN_POST_16),
        ),
        _YEAR_GROUPS,
    ),
)


@dataclass(frozen=True)
class Plan:
    """The days of one transfer: the limit, and the last days on which its steps still leave each its whole time."""

    meeting: date  # twelve weeks before
    notice: date  # the notice of changes, eight weeks before
    due_on: date
    explanation: str
    citation: Citation


def possible(year_group: int, on: date, *, stays: bool = False) -> tuple[Phase, ...]:
    """The transfers that may follow a year group; none for somebody who stays in an all-through school or its sixth form.

    >>> [phase.words for phase in possible(6, date(2026, 9, 7))]
    ['primary to secondary']
    """
    phases = in_force(PHASES, on, name="phases of education").value
    return () if stays else tuple(phase for phase in phases if year_group in phase.last_years)


def due(kind: str, year: int, readings: Readings = LEGAL) -> Answer:
    """The last day to review and amend before a transfer in September of a year, to a school or after 16.

    >>> due("school", 2027).due_on
    datetime.date(2027, 2, 14)
    """
    if kind not in BEFORE:
        raise UnknownRule(f"“{kind}” is no kind of transfer with a fixed day. Choose school or post-16.")
    value = in_force(BEFORE[kind], date(year, 1, 1), name=f"transfer to {kind}")
    day = date(year, *value.value)
    if readings.before is Before.GUIDANCE:
        return Answer(
            day, f"By {in_words(day)}, as the Code of Practice reads the regulation", value.citation
        )
    last = day - timedelta(days=1)
    return Answer(last, f"Before {in_words(day)}: {in_words(last)}", value.citation)


def between_post_16(transfer_on: date) -> Answer:
    """At least five months before a transfer from one post-16 institution to another."""
    last = FIVE_MONTHS.before(transfer_on)
    return Answer(last, f"Five months before {in_words(transfer_on)}: {in_words(last)}", regulation("18"))


def is_near(on: date, transfer_on: date) -> bool:
    """Whether a transfer is near enough for the duty: less than twelve months, or just twelve, away (18(1))."""
    return subtract_months(transfer_on, 12) <= on <= transfer_on


def latest_meeting(kind: str, year: int, readings: Readings = LEGAL) -> date:
    """The last day for a review meeting that leaves its whole twelve weeks before the transfer's day."""
    return FULL_CYCLE.before(due(kind, year, readings).due_on)


def plan(limit: Answer) -> Plan:
    """Counting back from the day of a transfer: when to meet and when to send the notice, so that nobody's time is cut.

    >>> plan(due("school", 2027)).notice
    datetime.date(2026, 12, 20)
    """
    meeting, notice = FULL_CYCLE.before(limit.due_on), FROM_NOTICE.before(limit.due_on)
    words = (
        f"{limit.explanation}; meet by {in_words(meeting)} (12 weeks before) and send the notice of changes by "
        f"{in_words(notice)} (8 weeks before)"
    )
    return Plan(meeting, notice, limit.due_on, words, limit.citation)
