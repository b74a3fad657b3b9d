"""ACT-REVIEW-FOUR-WEEKS: the decision follows a review within 4 weeks."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """More than 28 days after the meeting."""
    met, decided = DAYS[active["ReviewMeeting"]], DAYS[active["LastReview"]]
    return str(decided - met) if met and decided - met > 28 else None


CHECK = Check(
    code="ACT-REVIEW-FOUR-WEEKS",
    about="ActivePlans",
    item="LastReview",
    severity=QUERY,
    title="The decision follows a review within 4 weeks",
    says="The decision came {0} days after the review meeting; 4 weeks are 28.",
    todo="Confirm the dates, or mend them.",
    basis=GUIDE,
    only=("ReviewMeeting", ()),
    find=find,
    since=2024,
)
