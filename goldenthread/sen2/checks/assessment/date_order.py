"""ASM-DATE-ORDER: the decision on a plan follows the decision to assess."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(assessment: Record, around: Around) -> Said:
    """Decided before the decision to assess."""
    decided = DAYS[assessment["AssessmentOutcomeDate"]]
    return bool(decided and decided < DAYS[around.request["RequestOutcomeDate"]])


CHECK = Check(
    code="ASM-DATE-ORDER",
    about="Assessment",
    item="AssessmentOutcomeDate",
    title="The decision on a plan follows the decision to assess",
    says="AssessmentOutcomeDate is before RequestOutcomeDate.",
    todo="Mend the wrong date.",
    basis=REASON,
    only=("AssessmentOutcomeDate", ()),
    find=find,
)
