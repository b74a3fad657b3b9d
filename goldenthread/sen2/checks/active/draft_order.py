"""ACT-DRAFT-ORDER: a draft follows the review meeting."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(active: Record, _: Around) -> Said:
    """A draft before the meeting."""
    draft = DAYS[active["ReviewDraft"]]
    return bool(draft and draft < DAYS[active["ReviewMeeting"]])


CHECK = Check(
    code="ACT-DRAFT-ORDER",
    about="ActivePlans",
    item="ReviewDraft",
    severity=QUERY,
    title="A draft follows the review meeting",
    says="ReviewDraft is before ReviewMeeting.",
    todo="Mend the wrong date.",
    basis=REASON,
    only=("ReviewDraft", ()),
    find=find,
    since=2025,
)
