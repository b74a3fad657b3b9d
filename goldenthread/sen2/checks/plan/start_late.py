"""PLN-START-LATE: a plan starts by the census."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(plan: Record, around: Around) -> Said:
    """Starts after the census day."""
    return DAYS[plan["StartDate"]] > around.census


CHECK = Check(
    code="PLN-START-LATE",
    about="NamedPlan",
    item="StartDate",
    title="A plan starts by the census",
    says="StartDate is after the census day.",
    todo="Keep the plan for the next return, or mend the date.",
    basis=REASON,
    find=find,
)
