"""REQ-SIX-WEEKS: a decision is told within 6 weeks."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """More than 42 days."""
    received, decided = DAYS[request["ReceivedDate"]], DAYS[request["RequestOutcomeDate"]]
    return str(decided - received) if received and decided - received > 42 else None


CHECK = Check(
    code="REQ-SIX-WEEKS",
    about="Requests",
    item="RequestOutcomeDate",
    severity=QUERY,
    title="A decision is told within 6 weeks",
    says="The decision was told {0} days after the request; 6 weeks are 42.",
    todo="Confirm the dates, or mend them.",
    basis=GUIDE,
    only=("RequestOutcomeDate", ()),
    find=find,
)
