"""PLN-RANK-TWO: at most one place is second."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """More than one of rank 2."""
    if len(plan.of("PlanDetail")) < 2:
        return None
    count = sum(1 for one in plan.of("PlanDetail") if one["PlacementRank"] == "2")
    return str(count) if count > 1 else None


CHECK = Check(
    code="PLN-RANK-TWO",
    about="NamedPlan",
    title="At most one place is second",
    says="{0} plan details have rank 2.",
    todo="A plan names at most two places.",
    basis=GUIDE,
    find=find,
    holds=("PlanDetail", Held.SEVERAL),
)
