"""The move to the next phase of education: review and amend the plan in time (regulation 18)."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.law.answer import Answer
from goldenthread.law.errors import UnknownRule
from goldenthread.law.length import Length, Unit
from goldenthread.law.readings import LEGAL, Before, Readings
from goldenthread.law.sources import regulation
from goldenthread.law.words import in_words

SCHOOL, POST_16 = "school", "post-16"
FIXED = {SCHOOL: (2, 15), POST_16: (3, 31)}
"""The month and day before which the plan must be reviewed and amended."""
FIVE_MONTHS = Length(5, Unit.MONTHS)
FULL_CYCLE = Length(12, Unit.WEEKS)
PHASES = (
    ("early years to school", SCHOOL), ("infant to junior", SCHOOL), ("primary to middle", SCHOOL),
    ("primary to secondary", SCHOOL), ("middle to secondary", SCHOOL), ("secondary to post-16", POST_16),
    ("between post-16 institutions", "between-post-16"),
)  # fmt: skip


def due(kind: str, year: int, readings: Readings = LEGAL) -> Answer:
    """The last day to review and amend before a transfer in September of a year, to a school or after 16.

    >>> due("school", 2027).due_on
    datetime.date(2027, 2, 14)
    """
    if kind not in FIXED:
        raise UnknownRule(f"“{kind}” is no kind of transfer with a fixed day. Choose school or post-16.")
    day = date(year, *FIXED[kind])
    if readings.before is Before.GUIDANCE:
        return Answer(
            day, f"By {in_words(day)}, as the Code of Practice reads the regulation", regulation("18")
        )
    last = day - timedelta(days=1)
    return Answer(last, f"Before {in_words(day)}: {in_words(last)}", regulation("18"))


def between_post_16(transfer_on: date) -> Answer:
    """At least five months before a transfer from one post-16 institution to another."""
    last = FIVE_MONTHS.before(transfer_on)
    return Answer(last, f"Five months before {in_words(transfer_on)}: {in_words(last)}", regulation("18"))


def latest_meeting(kind: str, year: int, readings: Readings = LEGAL) -> date:
    """The last day for a review meeting that leaves its whole twelve weeks before the transfer's day."""
    return FULL_CYCLE.before(due(kind, year, readings).due_on)
