"""REQ-ASSESSMENT-EARLY: there is no assessment without a decision to assess."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """N without mediation or appeal, A or W, with an assessment."""
    outcome = request["RequestOutcome"]
    if outcome not in ("N", "A", "W") or not request.of("Assessment"):
        return None
    turned = outcome == "N" and "1" in (request["RequestMediation"], request["RequestTribunal"])
    return None if turned else outcome


CHECK = Check(
    code="REQ-ASSESSMENT-EARLY",
    about="Requests",
    item="RequestOutcome",
    title="There is no assessment without a decision to assess",
    says="RequestOutcome is {0}, and there is an assessment.",
    todo="Mend the outcome, or take the assessment out.",
    basis=GUIDE,
    only=("RequestOutcome", ("N", "A", "W")),
    find=find,
)
