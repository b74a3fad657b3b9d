"""REQ-OVERDUE: a decision is not still open after 6 weeks."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(request: Record, around: Around) -> Said:
    """A, and more than 42 days before the census."""
    received = DAYS[request["ReceivedDate"]]
    if request["RequestOutcome"] != "A" or not received or around.census - received <= 42:
        return None
    return str(around.census - received)


CHECK = Check(
    code="REQ-OVERDUE",
    about="Requests",
    item="RequestOutcome",
    severity=QUERY,
    title="A decision is not still open after 6 weeks",
    says="The request is not decided {0} days after it was received, on the census day.",
    todo="Confirm that it is open, or give the decision.",
    basis=GUIDE,
    only=("RequestOutcome", ("A",)),
    find=find,
)
