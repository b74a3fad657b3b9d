"""ASM-DATE-NEEDED: a decision on a plan has its date."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(assessment: Record, _: Around) -> Said:
    """N, or Y with a plan, without a date."""
    outcome = assessment["AssessmentOutcome"]
    if assessment["AssessmentOutcomeDate"]:
        return None
    return outcome if outcome == "N" or (outcome == "Y" and assessment.of("NamedPlan")) else None


CHECK = Check(
    code="ASM-DATE-NEEDED",
    about="Assessment",
    item="AssessmentOutcomeDate",
    title="A decision on a plan has its date",
    says="AssessmentOutcome is {0}, and AssessmentOutcomeDate is missing.",
    todo="Give the day on which the plan was issued, or the family told.",
    basis=GUIDE,
    only=("AssessmentOutcome", ("Y", "N")),
    find=find,
)
