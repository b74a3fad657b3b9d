"""What the day of birth alone cannot say: taught out of the year, or no date of birth at all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child
from goldenthread.transitions.cohorts import FARTHEST
from goldenthread.transitions.models import OutOfYear, Undated


@transaction.atomic
def teach_out_of_year(*, case: Case, offset: int, reason: str, on: date, by: Any) -> OutOfYear | None:
    """The child is taught so many years above their age from a day; 0 ends it. What was said before stays with its days."""
    if abs(offset) > FARTHEST:
        raise Refused("Give two years at most: with more, look at the date of birth again.", "offset")
    if offset and not reason.strip():
        raise Refused("Say why the child is taught out of their year.", "reason")
    child = Child.objects.select_for_update().get(pk=case.child_id)
    earlier = OutOfYear.objects.filter(child=child, ends_on=None)
    earlier.filter(starts_on=on).delete()
    earlier.update(ends_on=on - timedelta(days=1))
    made = None
    if offset:
        made = OutOfYear.objects.create(
            child=child, offset=offset, reason=reason.strip(), starts_on=on, recorded_by=by
        )
    log.record(
        "transitions.year.set", subject=log.subject_of(case), by=by, detail={"offset": offset, "on": str(on)}
    )
    return made


@transaction.atomic
def note_undated(*, name: str, named_by: str, on: date, by: Any) -> Undated:
    """A child whom a list names without a date of birth. Refuses the same name from the same list twice."""
    name, named_by = " ".join(name.split()), " ".join(named_by.split())
    if not name or not named_by:
        raise Refused("Give the child’s name, and which list names them.", "name")
    if Undated.objects.filter(name__iexact=name, named_by__iexact=named_by, settled_on=None).exists():
        raise Refused(f"{name} is on this page already, from {named_by}.", "name")
    made = Undated.objects.create(name=name, named_by=named_by, noted_on=on, recorded_by=by)
    log.record("transitions.undated.noted", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def settle_undated(*, undated: Undated, outcome: str, on: date, by: Any) -> Undated:
    """Say what became of a name without a date of birth."""
    undated = Undated.objects.select_for_update().get(pk=undated.pk)
    if undated.settled_on:
        raise Refused(f"{undated.name} was settled before: {undated.outcome}", "outcome")
    if not outcome.strip():
        raise Refused("Say what was found, such as the case in which the date of birth now is.", "outcome")
    undated.outcome, undated.settled_on = outcome.strip(), on
    undated.save(update_fields=["outcome", "settled_on"])
    log.record("transitions.undated.settled", subject=log.subject_of(undated), by=by)
    return undated
