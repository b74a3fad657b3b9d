"""PLN-BUDGET-HOW: a personal budget says how it is taken."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """A budget without a way."""
    return plan["PB"] == "1" and plan["OA"] != "1" and plan["DP"] in ("", "0")


CHECK = Check(
    code="PLN-BUDGET-HOW",
    about="NamedPlan",
    item="PB",
    title="A personal budget says how it is taken",
    says="PB is 1, and neither organised arrangements nor direct payments are given.",
    todo="Give OA, DP or both.",
    basis=GUIDE,
    only=("PB", ("1",)),
    find=find,
)
