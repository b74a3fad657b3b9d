"""REQ-PLANS-TWICE: of the plans of one request, one at most has not ended."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Held, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """Plans on several assessments that have not ended."""
    held = (plan for assessment in request.of("Assessment") for plan in assessment.of("NamedPlan")[:1])
    count = sum(1 for plan in held if not plan["CeaseDate"])
    return str(count) if count > 1 else None


CHECK = Check(
    code="REQ-PLANS-TWICE",
    about="Requests",
    severity=QUERY,
    title="Of the plans of one request, one at most has not ended",
    says="{0} assessments of one request each have a plan that has not ended.",
    todo="Keep the one that is in force, or say when the others ended.",
    basis=REASON,
    find=find,
    holds=("Assessment", Held.SEVERAL),
)
