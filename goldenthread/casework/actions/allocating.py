"""Giving cases to workers, and cover while they are away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Allocation, Case
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Relationship


@transaction.atomic
def allocate(*, cases: Iterable[Case], worker: Any, on: date, by: Any) -> int:
    """Give cases to a worker from a day; whoever had them has them until the day before. Gives how many changed hands."""
    numbers = sorted({case.pk for case in cases})
    held = list(Case.objects.select_for_update().filter(pk__in=numbers))
    _not_their_own(held, worker)
    running = Allocation.objects.filter(case__in=held, ends_on=None, is_cover=False)
    same = set(running.filter(worker=worker).values_list("case", flat=True))
    running.exclude(worker=worker).filter(starts_on__gte=on).delete()
    running.exclude(worker=worker).update(ends_on=on - timedelta(days=1))
    changed = [case for case in held if case.pk not in same]
    Allocation.objects.bulk_create(
        Allocation(case=case, worker=worker, starts_on=on, recorded_by=by) for case in changed
    )
    for case in changed:
        log.record("casework.case.allocated", subject=log.subject_of(case), by=by)
    return len(changed)


def _not_their_own(cases: list[Case], worker: Any) -> None:
    """Nobody works the case of a child in their own family."""
    children = [case.child_id for case in cases]
    own = Relationship.objects.filter(adult__user=worker, child__in=children).values("child")
    first = Case.objects.filter(pk__in=[case.pk for case in cases], child__in=own).first()
    if first is not None:
        raise Refused(f"{worker} is of the family of {first.reference}. Choose somebody else.", "worker")


@transaction.atomic
def cover(*, worker: Any, covered_by: Any, starts_on: date, ends_on: date, by: Any) -> int:
    """Let a colleague have all of a worker's cases while they are away. Gives how many."""
    if ends_on < starts_on:
        raise Refused("The cover ends before it starts. Check the days.", "ends_on")
    if worker == covered_by:
        raise Refused("Choose somebody else: people cannot cover for themselves.", "covered_by")
    cases = Case.objects.filter(allocations__worker=worker, allocations__ends_on=None)
    rows = [
        Allocation(
            case=case, worker=covered_by, is_cover=True, starts_on=starts_on, ends_on=ends_on, recorded_by=by
        )
        for case in cases.distinct()
    ]
    Allocation.objects.bulk_create(rows)
    for row in rows:
        log.record("casework.case.covered", subject=log.subject_of(row.case), by=by)
    return len(rows)
