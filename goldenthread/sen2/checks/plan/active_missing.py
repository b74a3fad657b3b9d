"""PLN-ACTIVE-MISSING: a plan in force on the census day is among the active plans."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import REASON, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(plan: Record, around: Around) -> Said:
    """In force on the census day without an active plan."""
    starts = DAYS[plan["StartDate"]]
    if not starts or starts > around.census or around.request.of("ActivePlans"):
        return None
    return not plan["CeaseDate"] or DAYS[plan["CeaseDate"]] > around.census


CHECK = Check(
    code="PLN-ACTIVE-MISSING",
    about="NamedPlan",
    title="A plan in force on the census day is among the active plans",
    says="The plan is in force on the census day, and the request has no active plan.",
    todo="Add the active plan with its placement and need, or the day on which it ceased.",
    basis=REASON,
    find=find,
)
