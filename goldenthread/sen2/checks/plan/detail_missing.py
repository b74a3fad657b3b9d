"""PLN-DETAIL-MISSING: a plan names a place."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, Check, Held, Said
from goldenthread.sen2.record import Record


def find(plan: Record, _: Around) -> Said:
    """No plan detail."""
    return not plan.of("PlanDetail")


CHECK = Check(
    code="PLN-DETAIL-MISSING",
    about="NamedPlan",
    title="A plan names a place",
    says="The plan has no plan detail.",
    todo="Add the place that section I names, or its type.",
    basis=GUIDE,
    find=find,
    holds=("PlanDetail", Held.NONE),
)
