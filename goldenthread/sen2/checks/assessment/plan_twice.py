"""ASM-PLAN-TWICE: an assessment has one plan."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Held, Said
from goldenthread.sen2.record import Record


def find(assessment: Record, _: Around) -> Said:
    """More than one plan."""
    count = len(assessment.of("NamedPlan"))
    return str(count) if count > 1 else None


CHECK = Check(
    code="ASM-PLAN-TWICE",
    about="Assessment",
    title="An assessment has one plan",
    says="There are {0} plans on one assessment.",
    todo="Keep the one that was issued.",
    basis=REASON,
    find=find,
    holds=("NamedPlan", Held.SEVERAL),
)
