"""ASM-WEEK20-NEEDED: a decision on a plan says whether exceptions applied."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(assessment: Record, _: Around) -> Said:
    """Y or N without Week20."""
    outcome = assessment["AssessmentOutcome"]
    return outcome if outcome in ("Y", "N") and not assessment["Week20"] else None


CHECK = Check(
    code="ASM-WEEK20-NEEDED",
    about="Assessment",
    item="Week20",
    title="A decision on a plan says whether exceptions applied",
    says="AssessmentOutcome is {0}, and Week20 is missing.",
    todo="Give 1 if exceptions to the time limit applied, 0 if not.",
    basis=GUIDE,
    only=("AssessmentOutcome", ("Y", "N")),
    find=find,
)
