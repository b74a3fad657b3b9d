"""PLN-RANK-ONE: one place is first."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """Not exactly one of rank 1."""
    count = sum(1 for one in plan.of("PlanDetail") if one["PlacementRank"] == "1")
    return str(count) if plan.of("PlanDetail") and count != 1 else None


CHECK = Check(
    code="PLN-RANK-ONE",
    about="NamedPlan",
    title="One place is first",
    says="{0} plan details have rank 1.",
    todo="Give rank 1 to one place.",
    basis=GUIDE,
    find=find,
)
