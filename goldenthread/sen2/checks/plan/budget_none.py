"""PLN-BUDGET-NONE: arrangements belong to a personal budget."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """A way without a budget."""
    return plan["PB"] == "0" and (plan["OA"] == "1" or plan["DP"] not in ("", "0"))


CHECK = Check(
    code="PLN-BUDGET-NONE",
    about="NamedPlan",
    item="PB",
    title="Arrangements belong to a personal budget",
    says="PB is 0, and organised arrangements or direct payments are given.",
    todo="Mend PB, or take them out.",
    basis=GUIDE,
    only=("PB", ("0",)),
    find=find,
)
