"""REQ-HISTORY-NEW: a historical request is older than the period."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(request: Record, around: Around) -> Said:
    """H, received in the period, and not transferred in."""
    if request["RequestOutcome"] != "H" or not around.in_period(DAYS[request["ReceivedDate"]]):
        return None
    return not any(active["TransferLA"] for active in request.of("ActivePlans"))


CHECK = Check(
    code="REQ-HISTORY-NEW",
    about="Requests",
    item="RequestOutcome",
    severity=QUERY,
    title="A historical request is older than the period",
    says="RequestOutcome is H, and ReceivedDate is in the period.",
    todo="Give the decision, unless the plan was transferred in.",
    basis=GUIDE,
    only=("RequestOutcome", ("H",)),
    find=find,
)
