"""Who decides once compulsory school age is over: a note of capacity, and which adults go on reading."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.law import age
from goldenthread.people.models import Adult, Capacity, Child, Relationship


@transaction.atomic
def note_capacity(
    *, child: Child, representative: Adult | None, basis: str, starts_on: date, on: date, by: Any
) -> Capacity:
    """A young person lacks the capacity to decide about the plan, and who decides for them: nobody named means a parent.

    Refuses a note before compulsory school age ends, since the parents decide until then; one without who assessed it, when and
    for which decisions; and a representative who has no part in the young person's life. A note that runs ends the day before.
    """
    basis = basis.strip()
    if not basis:
        raise Refused(
            "Say who assessed it, when, and for which decisions; or name the order of the court.", "basis"
        )
    if not age.is_over_compulsory_school_age(child.born_on, starts_on):
        last = age.school_age_ends_on(child.born_on)
        raise Refused(
            f"Until {last:%-d %B %Y} the parents decide. A note of capacity begins after that day.",
            "starts_on",
        )
    if starts_on > on:
        raise Refused("This day is after today. Note it when it has come.", "starts_on")
    child = Child.objects.select_for_update().get(pk=child.pk)
    if representative and not child.relationships.held_on(on).filter(adult=representative).exists():
        raise Refused(
            f"{representative} has no part in the life of {child.first_name} today. Enter it first.",
            "representative",
        )
    running = child.capacity.filter(ends_on=None)
    if running.filter(starts_on__gt=starts_on).exists():
        raise Refused("A later note runs already. Give a day after it began.", "starts_on")
    running.filter(starts_on=starts_on).delete()
    running.update(ends_on=starts_on - timedelta(days=1))
    made = Capacity.objects.create(
        child=child, representative=representative, basis=basis, starts_on=starts_on, recorded_by=by
    )
    log.record("people.capacity.noted", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def end_capacity(*, child: Child, on: date, by: Any) -> int:
    """The young person decides for themselves again from tomorrow. Gives how many notes ended."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    ended = child.capacity.filter(ends_on=None, starts_on__lte=on).update(ends_on=on)
    if ended:
        log.record("people.capacity.ended", subject=log.subject_of(child), by=by)
    return int(ended)


@transaction.atomic
def stop_following(*, relationship: Relationship, on: date, by: Any) -> Relationship:
    """An adult reads the case no more, because the young person, who decides now, said so.

    Refuses it while the young person is of compulsory school age, and for whoever decides for them.
    """
    held = (
        Relationship.objects.select_for_update(of=("self",))
        .select_related("child", "adult")
        .get(pk=relationship.pk)
    )
    if not age.is_over_compulsory_school_age(held.child.born_on, on):
        raise Refused("Until compulsory school age ends the parents hold the rights.")
    notes = held.child.capacity.held_on(on)
    if notes.filter(representative=held.adult).exists() or notes.filter(representative=None).exists():
        raise Refused(
            f"{held.adult} may be the one who decides for {held.child.first_name}. End the note of capacity first."
        )
    if held.may_follow:
        held.may_follow = False
        held.save(update_fields=["may_follow"])
        log.record("people.relationship.stopped_following", subject=log.subject_of(held), by=by)
    return held
