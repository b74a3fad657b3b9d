"""REQ-RECEIVED-MISSING: a request has the day on which it was received."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """No day, and the outcome is not H."""
    return not request["ReceivedDate"] and request["RequestOutcome"] != "H"


CHECK = Check(
    code="REQ-RECEIVED-MISSING",
    about="Requests",
    item="ReceivedDate",
    title="A request has the day on which it was received",
    says="ReceivedDate is missing, and the request is not historical.",
    todo="Give the day: the 20 weeks begin with it.",
    basis=GUIDE,
    find=find,
)
