"""Assess, plan, do, review: beginning a cycle, and saying what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.actions.register import provide
from goldenthread.sensupport.choices import Code, Next, Progress
from goldenthread.sensupport.models import Cycle, Pupil
from goldenthread.sensupport.strategies import book


@transaction.atomic
def start_cycle(
    *, pupil: Pupil, assess: str, outcome: str, plan: str = "", strategies: list[str], child_says: str, parent_says: str,
    review_due_on: date, on: date, by: Any,
) -> Cycle:  # fmt: skip
    """A new cycle. Refuses one while another is under way, a review before it begins, and one with nothing to do."""
    held = Pupil.objects.select_for_update().get(pk=pupil.pk)
    if held.cycles.filter(reviewed_on=None).exists():
        raise Refused("A cycle is under way. Review it first, then begin the next one.")
    if review_due_on <= on:
        raise Refused("Enter a day for the review that is after today.", "review_due_on")
    listed = book()
    known = listed.by_code()
    codes = [code for code in dict.fromkeys(strategies) if code in known]
    if not (codes or plan.strip()):
        raise Refused("Choose a strategy, or say what you will do.", "strategies")
    if not (child_says.strip() and parent_says.strip()):
        raise Refused("Write what the child and the parents say, or why you do not know.", "child_says")
    last = held.cycles.first()
    cycle = Cycle.objects.create(
        pupil=held, number=last.number + 1 if last else 1, started_on=on, assess=assess.strip(), outcome=outcome.strip(),
        plan=plan.strip(), strategies=codes,
        tried=[known[code].title for code in codes], list_version=listed.version,
        child_says=child_says.strip(), parent_says=parent_says.strip(), review_due_on=review_due_on, recorded_by=by,
    )  # fmt: skip
    log.record("sensupport.cycle.started", subject=log.subject_of(cycle), by=by)
    return cycle


@transaction.atomic
def review_cycle(
    *, cycle: Cycle, what_changed: str, progress: str, child_says_now: str, parent_says_now: str, next_step: str, on: date,
    by: Any,
) -> Cycle:  # fmt: skip
    """What came of a cycle, and what follows. When support is no longer needed, the register says so from the next day."""
    held = Cycle.objects.select_for_update().select_related("pupil").get(pk=cycle.pk)
    if held.reviewed_on is not None:
        raise Refused("This cycle was reviewed already, perhaps by a colleague just now.")
    if on < held.started_on:
        raise Refused("The review cannot be before the cycle began.")
    if progress not in Progress.values or next_step not in Next.values:
        raise Refused("Say what the cycle came to, and what follows.", "progress")
    held.what_changed, held.progress, held.next, held.reviewed_on = (
        what_changed.strip(),
        progress,
        next_step,
        on,
    )
    held.child_says_now, held.parent_says_now, held.reviewed_by = (
        child_says_now.strip(),
        parent_says_now.strip(),
        by,
    )
    held.save()
    log.record("sensupport.cycle.reviewed", subject=log.subject_of(held), by=by)
    if next_step == Next.OUT:
        provide(held.pupil, Code.NONE, "", "", on, by)
    return held
