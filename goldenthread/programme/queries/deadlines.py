"""The deadlines that a programme's plans have, worked out by the law from the day of receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goldenthread.law import errors
from goldenthread.law import inspection as law
from goldenthread.programme.choices import Regime
from goldenthread.programme.models import Plan

RULES = {
    Regime.WSOA: ("wsoa-statement",),
    Regime.APP: ("app-submission",),
    Regime.PAP: ("pap-draft", "pap-final"),
    Regime.STRATEGIC_PLAN: ("strategic-plan",),
}


@dataclass(frozen=True)
class PlanDeadline:
    """One deadline of a plan, or the sentence that says why it cannot be worked out."""

    rule: str
    deadline: Any = None
    trouble: str = ""


def deadlines_of(plan: Plan) -> list[PlanDeadline]:
    """The deadlines of a plan's regime. No receipt date: no clock, and a sentence that asks for it."""
    if plan.inspection is None:
        return []
    found = []
    for rule in RULES.get(Regime(plan.regime), ()):
        try:
            found.append(PlanDeadline(rule, law.deadline(rule, plan.inspection.received_on)))
        except errors.LawError as trouble:
            found.append(PlanDeadline(rule, trouble=str(trouble)))
    return found
