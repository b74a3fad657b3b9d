"""A strategy under review: each priority with what carries it, what is shown of it, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from goldenthread.evidence.models import StatementVersion, StrategyReview, Verdict
from goldenthread.evidence.queries.statements import Held, statements_held
from goldenthread.programme.models import Evidence, Plan, Priority


@dataclass(frozen=True)
class Looked:
    """One priority. `shown` is how many pieces of confirmed evidence of impact its areas and actions have."""

    priority: Priority
    areas: tuple[str, ...]
    actions: int
    shown: int
    statement: Held | None
    verdict: Verdict | None


def priorities_of(review: StrategyReview, day: date) -> list[Looked]:
    """Every priority of the strategy as a review looks at it. A flat number of queries."""
    return priorities_of_plan(review.plan, review, day)


def priorities_of_plan(plan: Plan, review: StrategyReview | None, day: date) -> list[Looked]:
    """Every priority of a strategy on a day, with the verdicts of a review, if there is one."""
    verdicts = Verdict.objects.filter(review=review) if review else Verdict.objects.none()
    priorities = list(plan.priorities.prefetch_related(
        "areas", "actions", Prefetch("verdicts", verdicts, to_attr="of_review")
    ))  # fmt: skip
    versions = StatementVersion.objects.filter(statement__priority__in=priorities).standing_on(day)
    held = {one.version.statement.priority_id: one
            for one in statements_held(versions.select_related("statement__priority"), day)}  # fmt: skip
    impact = Evidence.objects.in_use(day).filter(
        area__plan__programme=plan.programme_id, shows_impact=True, confirmed_on__lte=day, gone_on=None
    )
    by_area: dict[int, int] = {}
    by_action: dict[int, int] = {}
    for area, action in impact.values_list("area", "action"):
        if action:
            by_action[action] = by_action.get(action, 0) + 1
        else:
            by_area[area] = by_area.get(area, 0) + 1
    return [
        Looked(
            one, tuple(str(area) for area in one.areas.all()), len(one.actions.all()),
            sum(by_area.get(area.pk, 0) for area in one.areas.all())
            + sum(by_action.get(action.pk, 0) for action in one.actions.all()),
            held.get(one.pk), next(iter(one.of_review), None),
        )
        for one in priorities
    ]  # fmt: skip
