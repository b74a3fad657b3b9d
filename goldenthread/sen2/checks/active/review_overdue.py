"""ACT-REVIEW-OVERDUE: a plan is reviewed every year."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, around: Around) -> Said:
    """A plan of more than a year without a review in the last 366 days."""
    last = max(DAYS[active["LastReview"]], DAYS[active["ReviewMeeting"]])
    if last >= around.census - 366:
        return None
    for assessment in around.request.of("Assessment"):
        for plan in assessment.of("NamedPlan"):
            if 0 < DAYS[plan["StartDate"]] < around.census - 366:
                return True
    return None


CHECK = Check(
    code="ACT-REVIEW-OVERDUE",
    about="ActivePlans",
    item="LastReview",
    severity=QUERY,
    title="A plan is reviewed every year",
    says="The plan is older than a year, and no review in the 12 months before the census is given.",
    todo="Give the last review, or confirm that it is overdue.",
    basis=GUIDE,
    find=find,
)
