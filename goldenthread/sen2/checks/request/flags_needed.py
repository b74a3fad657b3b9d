"""REQ-FLAGS-NEEDED: a decision says whether there was mediation or an appeal."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """Y or N without a flag."""
    outcome = request["RequestOutcome"]
    if outcome not in ("Y", "N") or (request["RequestMediation"] and request["RequestTribunal"]):
        return None
    return outcome


CHECK = Check(
    code="REQ-FLAGS-NEEDED",
    about="Requests",
    item="RequestMediation",
    title="A decision says whether there was mediation or an appeal",
    says="RequestOutcome is {0}, and RequestMediation or RequestTribunal is missing.",
    todo="Give 1 or 0 for both.",
    basis=GUIDE,
    only=("RequestOutcome", ("Y", "N")),
    find=find,
)
