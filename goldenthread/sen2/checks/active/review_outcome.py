"""ACT-REVIEW-OUTCOME: a review of the period has its decision."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, around: Around) -> Said:
    """A date of the period without an outcome."""
    return not active["ReviewOutcome"] and around.in_period(DAYS[active["LastReview"]])


CHECK = Check(
    code="ACT-REVIEW-OUTCOME",
    about="ActivePlans",
    item="ReviewOutcome",
    severity=QUERY,
    title="A review of the period has its decision",
    says="LastReview is in the period, and ReviewOutcome is missing.",
    todo="Give the decision: maintain, amend or cease.",
    basis=REASON,
    only=("LastReview", ()),
    find=find,
    since=2024,
)
