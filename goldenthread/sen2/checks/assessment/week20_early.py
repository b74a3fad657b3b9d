"""ASM-WEEK20-EARLY: exceptions are said only of a decision."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(assessment: Record, _: Around) -> Said:
    """A, W or H with exceptions."""
    outcome = assessment["AssessmentOutcome"]
    return outcome if outcome in ("A", "W", "H") and assessment["Week20"] == "1" else None


CHECK = Check(
    code="ASM-WEEK20-EARLY",
    about="Assessment",
    item="Week20",
    severity=QUERY,
    title="Exceptions are said only of a decision",
    says="AssessmentOutcome is {0}, and Week20 is 1.",
    todo="Take it out, or put the decision.",
    basis=GUIDE,
    only=("AssessmentOutcome", ("A", "W", "H")),
    find=find,
)
