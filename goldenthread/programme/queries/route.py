"""What still lies before a plan: the steps to its approval, and the yearly review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.kit.dates import PartialDate
from goldenthread.law.calendar import add_months
from goldenthread.programme.choices import Regime, ReviewKind, RouteStepKind
from goldenthread.programme.models import Plan, Programme

A_YEAR = 12
STATUTORY = (Regime.WSOA, Regime.APP, Regime.PAP, Regime.STRATEGIC_PLAN)


def steps_to_come(plan: Plan, day: date) -> list[str]:
    """The stations that a statutory plan has not passed on a day, in their usual order; none once it is published."""
    passed = set(plan.route.as_known_on(day).values_list("step", flat=True))
    if plan.regime not in STATUTORY or RouteStepKind.PUBLISHED in passed:
        return []
    return [step.label for step in RouteStepKind if step.value not in passed]


@dataclass(frozen=True)
class AnnualReview:
    """The yearly review of the strategy and the plan: when it was last, and by when it is to be again.

    The twelve months are the programme's own rule, not a limit of law: a month stays a month.
    """

    last_on: PartialDate | None
    due_by: date | None
    is_late: bool


def annual_review(programme: Programme, day: date) -> AnnualReview:
    """The yearly review as known on a day; twelve months from the last one, or from the day the first plan was known."""
    last = (
        programme.reviews.as_known_on(day).filter(kind=ReviewKind.ANNUAL).order_by("-held_on", "-pk").first()
    )
    first = (
        programme.plans.filter(known_on__lte=day)
        .order_by("known_on")
        .values_list("known_on", flat=True)
        .first()
    )
    start = last.held_on.last if last else first
    due = add_months(start, A_YEAR) if start else None
    return AnnualReview(last.held_on if last else None, due, bool(due and due < day))
