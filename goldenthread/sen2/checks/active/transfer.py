"""ACT-TRANSFER: a plan that came from another authority was assessed there."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(active: Record, around: Around) -> Said:
    """Transferred in, with an assessment of our own."""
    if not active["TransferLA"]:
        return None
    return any(one["AssessmentOutcome"] != "H" for one in around.request.of("Assessment"))


CHECK = Check(
    code="ACT-TRANSFER",
    about="ActivePlans",
    item="TransferLA",
    severity=QUERY,
    title="A plan that came from another authority was assessed there",
    says="TransferLA is given, and AssessmentOutcome is not H.",
    todo="Put H: the assessment was another authority’s.",
    basis=GUIDE,
    only=("TransferLA", ()),
    find=find,
)
