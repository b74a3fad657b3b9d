"""REQ-RECEIVED-LATE: a request is received by the census."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(request: Record, around: Around) -> Said:
    """Received after the census day."""
    return DAYS[request["ReceivedDate"]] > around.census


CHECK = Check(
    code="REQ-RECEIVED-LATE",
    about="Requests",
    item="ReceivedDate",
    title="A request is received by the census",
    says="ReceivedDate is after the census day.",
    todo="Mend the date, or keep the request for the next return.",
    basis=REASON,
    find=find,
)
