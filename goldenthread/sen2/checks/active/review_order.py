"""ACT-REVIEW-ORDER: the decision follows the review meeting."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """Decided before the meeting."""
    decided = DAYS[active["LastReview"]]
    return bool(decided and decided < DAYS[active["ReviewMeeting"]])


CHECK = Check(
    code="ACT-REVIEW-ORDER",
    about="ActivePlans",
    item="LastReview",
    severity=QUERY,
    title="The decision follows the review meeting",
    says="LastReview, the day of the decision, is before ReviewMeeting.",
    todo="See whether the two dates were exchanged.",
    basis=REASON,
    only=("ReviewMeeting", ()),
    find=find,
    since=2024,
)
