"""REQ-FLAGS-EARLY: there is no mediation without a decision."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """A, W or H with a flag set."""
    outcome = request["RequestOutcome"]
    if outcome not in ("A", "W", "H") or "1" not in (request["RequestMediation"], request["RequestTribunal"]):
        return None
    return outcome


CHECK = Check(
    code="REQ-FLAGS-EARLY",
    about="Requests",
    item="RequestMediation",
    severity=QUERY,
    title="There is no mediation without a decision",
    says="RequestOutcome is {0}, and RequestMediation or RequestTribunal is 1.",
    todo="Take the flag out, or put the decision.",
    basis=GUIDE,
    only=("RequestOutcome", ("A", "W", "H")),
    find=find,
)
