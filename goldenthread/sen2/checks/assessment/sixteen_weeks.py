"""ASM-SIXTEEN-WEEKS: a refusal of a plan is told within 16 weeks."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(assessment: Record, around: Around) -> Said:
    """N, more than 112 days after the request."""
    received, decided = DAYS[around.request["ReceivedDate"]], DAYS[assessment["AssessmentOutcomeDate"]]
    if assessment["AssessmentOutcome"] != "N" or not received or decided - received <= 112:
        return None
    return str(decided - received)


CHECK = Check(
    code="ASM-SIXTEEN-WEEKS",
    about="Assessment",
    item="AssessmentOutcomeDate",
    severity=QUERY,
    title="A refusal of a plan is told within 16 weeks",
    says="The family was told {0} days after the request that there will be no plan; 16 weeks are 112.",
    todo="Confirm the dates, or mend them.",
    basis=GUIDE,
    only=("AssessmentOutcome", ("N",)),
    find=find,
)
