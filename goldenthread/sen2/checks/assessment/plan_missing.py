"""ASM-PLAN-MISSING: a plan that was issued is there."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.record import Record


def find(assessment: Record, _: Around) -> Said:
    """Y, with the day of issue, and no plan."""
    return (
        assessment["AssessmentOutcome"] == "Y"
        and bool(assessment["AssessmentOutcomeDate"])
        and not assessment.of("NamedPlan")
    )


CHECK = Check(
    code="ASM-PLAN-MISSING",
    about="Assessment",
    item="AssessmentOutcome",
    title="A plan that was issued is there",
    says="AssessmentOutcome is Y with a date, and there is no plan.",
    todo="Add the plan; or take the date out if it is not issued yet.",
    basis=REASON,
    only=("AssessmentOutcome", ("Y",)),
    find=find,
)
