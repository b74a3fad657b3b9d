"""Planning a move, saying that it is known of, and ticking off what is done for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Membership, Organisation
from goldenthread.transitions.choices import Level
from goldenthread.transitions.models import Move, MoveTask
from goldenthread.transitions.templates import tasks_for


@transaction.atomic
def plan_move(
    *, case: Case, year: int, cohort: str, level: str, reason: str, profile: str, receiving: Organisation | None,
    fallback: str = "", edition: int, on: date, by: Any,
) -> Move:  # fmt: skip
    """Plan the move, or change its plan. Another setting has to acknowledge anew; tasks already done stay.

    Refuses a plan without a reason, and one that somebody has changed since it was opened (`edition`, 0 for none yet).
    """
    if not reason.strip():
        raise Refused(
            "Say why this level is right for the child: the family and the next setting read it.", "reason"
        )
    Case.objects.select_for_update().get(pk=case.pk)
    move = Move.objects.filter(case=case, year=year).first()
    if (move.edition if move else 0) != edition:
        raise Refused(_meanwhile(move))
    if move is None:
        move = Move(case=case, year=year, planned_on=on, edition=0, recorded_by=by)
    if move.receiving_id != (receiving.pk if receiving else None):
        move.acknowledged_on = move.acknowledged_by = None
    move.cohort, move.level, move.reason, move.profile = cohort, level, reason.strip(), profile.strip()
    move.fallback = fallback.strip()
    move.receiving, move.edition = receiving, move.edition + 1
    move.save()
    _lay_out(move)
    log.record(
        "transitions.move.planned", subject=log.subject_of(move), by=by, detail={"level": level, "year": year}
    )
    return move


def _meanwhile(move: Move | None) -> str:
    if move is None:
        return "This move is gone. Open the page again."
    now = f"{Level(move.level).short}, because: {move.reason}"
    return f"Somebody changed this plan while you wrote. It now says: {now} Yours is below: to change theirs, open it again."


def _lay_out(move: Move) -> None:
    """The tasks of the level: those of another level that are not done go, those that are done stay."""
    wanted = tasks_for(Level(move.level))
    move.tasks.filter(done_on=None).exclude(what__in=[what for _, _, what in wanted]).delete()
    MoveTask.objects.bulk_create(
        (MoveTask(move=move, term=term, whose=whose, what=what) for term, whose, what in wanted),
        ignore_conflicts=True,
    )


@transaction.atomic
def acknowledge(*, move: Move, on: date, by: Any) -> Move:
    """The next setting says that it knows of the child. Only somebody who works there can."""
    move = Move.objects.select_for_update(of=("self",)).select_related("receiving").get(pk=move.pk)
    if move.receiving is None:
        raise Refused("No next setting is named yet, so nobody can acknowledge.")
    works_there = Membership.objects.filter(user=by, organisation=move.receiving, starts_on__lte=on)
    if not works_there.filter(Q(ends_on=None) | Q(ends_on__gte=on)).exists():
        raise Refused(f"Only somebody who works at {move.receiving} can say that it knows of this move.")
    if move.acknowledged_on:
        return move
    move.acknowledged_on, move.acknowledged_by = on, by
    move.save(update_fields=["acknowledged_on", "acknowledged_by"])
    log.record("transitions.move.acknowledged", subject=log.subject_of(move), by=by)
    return move


@transaction.atomic
def tick(*, task: MoveTask, whose: frozenset[str], on: date, by: Any) -> MoveTask:
    """A task is done. `whose` are those for whom this person may say so; a second tick changes nothing."""
    task = MoveTask.objects.select_for_update().get(pk=task.pk)
    if task.whose not in whose:
        raise Refused(f"“{task.what}” is for {task.get_whose_display().lower()} to tick off.")
    if task.done_on is None:
        task.done_on = on
        task.save(update_fields=["done_on"])
        log.record(
            "transitions.task.done", subject=log.subject_of(task.move), by=by, detail={"task": task.pk}
        )
    return task
