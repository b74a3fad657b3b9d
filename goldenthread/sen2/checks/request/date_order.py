"""REQ-DATE-ORDER: a decision follows its request."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(request: Record, _: Around) -> Said:
    """Decided before it was received."""
    decided = DAYS[request["RequestOutcomeDate"]]
    return bool(decided and decided < DAYS[request["ReceivedDate"]])


CHECK = Check(
    code="REQ-DATE-ORDER",
    about="Requests",
    item="RequestOutcomeDate",
    title="A decision follows its request",
    says="RequestOutcomeDate is before ReceivedDate.",
    todo="Mend the wrong date.",
    basis=REASON,
    only=("RequestOutcomeDate", ()),
    find=find,
)
