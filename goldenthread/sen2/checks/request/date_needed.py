"""REQ-DATE-NEEDED: a decision has its date."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """Y or N without a date."""
    outcome = request["RequestOutcome"]
    return outcome if outcome in ("Y", "N") and not request["RequestOutcomeDate"] else None


CHECK = Check(
    code="REQ-DATE-NEEDED",
    about="Requests",
    item="RequestOutcomeDate",
    title="A decision has its date",
    says="RequestOutcome is {0}, and RequestOutcomeDate is missing.",
    todo="Give the day on which the requester was told.",
    basis=GUIDE,
    only=("RequestOutcome", ("Y", "N")),
    find=find,
)
