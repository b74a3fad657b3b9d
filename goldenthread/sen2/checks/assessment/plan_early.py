"""ASM-PLAN-EARLY: there is no plan without a decision to issue one."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(assessment: Record, _: Around) -> Said:
    """N without mediation or appeal, A or W, with a plan."""
    outcome = assessment["AssessmentOutcome"]
    if outcome not in ("N", "A", "W") or not assessment.of("NamedPlan"):
        return None
    turned = outcome == "N" and "1" in (assessment["AssessmentMediation"], assessment["AssessmentTribunal"])
    return None if turned else outcome


CHECK = Check(
    code="ASM-PLAN-EARLY",
    about="Assessment",
    item="AssessmentOutcome",
    title="There is no plan without a decision to issue one",
    says="AssessmentOutcome is {0}, and there is a plan.",
    todo="Mend the outcome, or take the plan out.",
    basis=GUIDE,
    only=("AssessmentOutcome", ("N", "A", "W")),
    find=find,
)
