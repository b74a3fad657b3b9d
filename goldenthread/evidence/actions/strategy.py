"""The yearly review of a strategy, step by step."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.evidence.models import Choice, StrategyReview, Verdict
from goldenthread.kit.errors import Refused
from goldenthread.programme.actions.evidence import is_bare_share
from goldenthread.programme.choices import Regime
from goldenthread.programme.models import Plan, Priority


@transaction.atomic
def begin_review(
    *, plan: Plan, asked_words: str = "", asked_count: int | None = None, on: date, by: Any
) -> StrategyReview:
    """A review of a strategy. Refuses a second while one is open, a plan that is no strategy, and a share of nothing."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if plan.regime != Regime.STRATEGY:
        raise Refused("Only a strategy is reviewed in this way.")
    if not plan.priorities.exists():
        raise Refused("This strategy has no priorities yet, so there is nothing to review.")
    if StrategyReview.objects.filter(plan=plan, agreed_on=None).exists():
        raise Refused("A review of this strategy is open already. Go on with that one.")
    if is_bare_share(asked_words) and asked_count is None:
        raise Refused(
            "A percentage must say of how many. Give how many people answered, or leave the percentage out.", "asked_words"
        )  # fmt: skip
    review = StrategyReview.objects.create(
        plan=plan, begun_on=on, asked_words=asked_words.strip(), asked_count=asked_count, recorded_by=by
    )
    log.record("evidence.strategy.begun", subject=log.subject_of(review), by=by)
    return review


@transaction.atomic
def judge(
    *,
    review: StrategyReview,
    priority: Priority,
    choice: str,
    reason: str,
    new_words: str = "",
    on: date,
    by: Any,
) -> Verdict:
    """Keep, change or drop a priority. Until the review is agreed the last word counts."""
    held = _open(review)
    if priority.plan_id != held.plan_id:
        raise Refused("That priority belongs to another strategy.")
    if not reason.strip():
        raise Refused("Say why, in words that families understand.", "reason")
    if choice == Choice.CHANGE and not new_words.strip():
        raise Refused("Write what the priority is to say.", "new_words")
    verdict, _ = Verdict.objects.update_or_create(
        review=held, priority=priority,
        defaults={"choice": choice, "reason": reason.strip(), "given_by": by, "given_on": on,
                  "new_words": new_words.strip() if choice == Choice.CHANGE else ""},
    )  # fmt: skip
    log.record(
        "evidence.strategy.judged", subject=log.subject_of(held), by=by, detail={"choice": str(choice)}
    )
    return verdict


@transaction.atomic
def agree(*, review: StrategyReview, agreed_by: str, on: date, by: Any) -> StrategyReview:
    """Close a review with the meeting that agreed it. Refuses while a priority has no answer."""
    held = _open(review)
    left = held.plan.priorities.exclude(verdicts__review=held).count()
    if left:
        raise Refused(f"{left} {'priority has' if left == 1 else 'priorities have'} no answer yet.")
    if not agreed_by.strip():
        raise Refused("Say which meeting agreed it.", "agreed_by")
    held.agreed_on, held.agreed_by = on, agreed_by.strip()
    held.save(update_fields=["agreed_on", "agreed_by"])
    log.record("evidence.strategy.agreed", subject=log.subject_of(held), by=by)
    return held


def _open(review: StrategyReview) -> StrategyReview:
    held: StrategyReview = StrategyReview.objects.select_for_update(of=("self",)).get(pk=review.pk)
    if held.agreed_on:
        raise Refused("This review is agreed and stays as it is. Begin the next one.")
    return held
