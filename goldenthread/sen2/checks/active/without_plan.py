"""ACT-WITHOUT-PLAN: an active plan has a plan."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import QUERY, REASON, Check, Said
from goldenthread.sen2.record import Record


def find(active: Record, around: Around) -> Said:
    """No named plan on the request."""
    return not any(one.of("NamedPlan") for one in around.request.of("Assessment"))


CHECK = Check(
    code="ACT-WITHOUT-PLAN",
    about="ActivePlans",
    severity=QUERY,
    title="An active plan has a plan",
    says="There is an active plan, and no named plan on the request.",
    todo="Add the plan with its start date.",
    basis=REASON,
    find=find,
)
