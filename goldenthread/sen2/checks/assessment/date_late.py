"""ASM-DATE-LATE: the decision on a plan is made by the census."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(assessment: Record, around: Around) -> Said:
    """Decided after the census day."""
    return DAYS[assessment["AssessmentOutcomeDate"]] > around.census


CHECK = Check(
    code="ASM-DATE-LATE",
    about="Assessment",
    item="AssessmentOutcomeDate",
    title="The decision on a plan is made by the census",
    says="AssessmentOutcomeDate is after the census day.",
    todo="Put A until the decision is made, or mend the date.",
    basis=REASON,
    only=("AssessmentOutcomeDate", ()),
    find=find,
)
