"""ACT-REVIEW-LATE: a review is not after the census."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, around: Around) -> Said:
    """A meeting or decision after the census day."""
    for item in ("ReviewMeeting", "LastReview"):
        if DAYS[active[item]] > around.census:
            return item
    return None


CHECK = Check(
    code="ACT-REVIEW-LATE",
    about="ActivePlans",
    item="LastReview",
    title="A review is not after the census",
    says="{0} is after the census day.",
    todo="Mend the date.",
    basis=REASON,
    find=find,
)
