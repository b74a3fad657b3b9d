"""PLN-RANK-ONE: one place is first."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """Not exactly one of rank 1."""
    places = plan.of("PlanDetail")
    count = [one["PlacementRank"] for one in places].count("1")
    return str(count) if places and count != 1 else None


CHECK = Check(
    code="PLN-RANK-ONE",
    about="NamedPlan",
    title="One place is first",
    says="{0} plan details have rank 1.",
    todo="Give rank 1 to one place.",
    basis=GUIDE,
    find=find,
    holds=("PlanDetail", Held.SOME),
)
