"""ACT-REVIEW-DATE: a decision on a review has its day."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """An outcome without a date."""
    return bool(active["ReviewOutcome"]) and not active["LastReview"]


CHECK = Check(
    code="ACT-REVIEW-DATE",
    about="ActivePlans",
    item="LastReview",
    title="A decision on a review has its day",
    says="ReviewOutcome is given without LastReview.",
    todo="Give the day on which the family was told.",
    basis=REASON,
    only=("ReviewOutcome", ()),
    find=find,
    since=2024,
)
