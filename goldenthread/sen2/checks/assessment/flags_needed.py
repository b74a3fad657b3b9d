"""ASM-FLAGS-NEEDED: a decision on a plan says whether there was mediation or an appeal."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record

FLAGS = ("AssessmentMediation", "AssessmentTribunal", "OtherMediation", "OtherTribunal")


def find(assessment: Record, _: Around) -> Said:
    """Y or N without a flag."""
    outcome = assessment["AssessmentOutcome"]
    if outcome not in ("Y", "N"):
        return None
    for flag in FLAGS:
        if not assessment[flag]:
            return outcome, flag
    return None


CHECK = Check(
    code="ASM-FLAGS-NEEDED",
    about="Assessment",
    item="AssessmentMediation",
    title="A decision on a plan says whether there was mediation or an appeal",
    says="AssessmentOutcome is {0}, and {1} is missing.",
    todo="Give 1 or 0 for each of the four.",
    basis=GUIDE,
    only=("AssessmentOutcome", ("Y", "N")),
    find=find,
)
