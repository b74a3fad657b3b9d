"""PLN-START-ORDER: a plan follows its request."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(plan: Record, around: Around) -> Said:
    """Starts before the request, which is not historical."""
    starts = DAYS[plan["StartDate"]]
    return bool(
        starts and starts < DAYS[around.request["ReceivedDate"]] and around.request["RequestOutcome"] != "H"
    )


CHECK = Check(
    code="PLN-START-ORDER",
    about="NamedPlan",
    item="StartDate",
    title="A plan follows its request",
    says="StartDate is before ReceivedDate.",
    todo="Mend the wrong date.",
    basis=REASON,
    find=find,
)
