"""REQ-ASSESSMENT-MISSING: a decision to assess has an assessment."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """Y, not exported, and nothing assessed."""
    return request["RequestOutcome"] == "Y" and not request["Exported"] and not request.of("Assessment")


CHECK = Check(
    code="REQ-ASSESSMENT-MISSING",
    about="Requests",
    item="RequestOutcome",
    title="A decision to assess has an assessment",
    says="RequestOutcome is Y, and there is no assessment.",
    todo="Add the assessment; outcome A until it is decided.",
    basis=REASON,
    only=("RequestOutcome", ("Y",)),
    find=find,
)
