"""REQ-BEFORE-BIRTH: a request follows birth."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(request: Record, around: Around) -> Said:
    """Received before birth."""
    received = DAYS[request["ReceivedDate"]]
    return bool(received and received < DAYS[around.person["PersonBirthDate"]])


CHECK = Check(
    code="REQ-BEFORE-BIRTH",
    about="Requests",
    item="ReceivedDate",
    title="A request follows birth",
    says="ReceivedDate is before the date of birth.",
    todo="Mend the wrong date.",
    basis=REASON,
    find=find,
)
