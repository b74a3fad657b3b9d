"""ASM-DATE-EARLY: only a decision on a plan has a date."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(assessment: Record, _: Around) -> Said:
    """A or W with a date."""
    outcome = assessment["AssessmentOutcome"]
    return outcome if outcome in ("A", "W") and assessment["AssessmentOutcomeDate"] else None


CHECK = Check(
    code="ASM-DATE-EARLY",
    about="Assessment",
    item="AssessmentOutcomeDate",
    title="Only a decision on a plan has a date",
    says="AssessmentOutcome is {0}, and there is an AssessmentOutcomeDate.",
    todo="Take the date out, or put the decision, Y or N.",
    basis=GUIDE,
    only=("AssessmentOutcome", ("A", "W")),
    find=find,
)
