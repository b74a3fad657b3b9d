"""REQ-DATE-LATE: a decision is made by the census."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(request: Record, around: Around) -> Said:
    """Decided after the census day."""
    return DAYS[request["RequestOutcomeDate"]] > around.census


CHECK = Check(
    code="REQ-DATE-LATE",
    about="Requests",
    item="RequestOutcomeDate",
    title="A decision is made by the census",
    says="RequestOutcomeDate is after the census day.",
    todo="Put A until the decision is made, or mend the date.",
    basis=REASON,
    only=("RequestOutcomeDate", ()),
    find=find,
)
