"""A manager's view: who has how many cases, what is late, and what will be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from goldenthread.accounts.models import User
from goldenthread.casework.models import Allocation, Case
from goldenthread.partners.models import Membership


@dataclass(frozen=True)
class Caseload:
    """One worker's cases on a day; `worker` is None for cases that nobody has."""

    worker: User | None
    cases: int
    late: int
    assessing: int


def caseloads(cases: QuerySet[Case], on: date) -> list[Caseload]:
    """How many of these open cases each worker has on a day, the heaviest first; those that nobody has come first of all."""
    running = cases.filter(standing__ended_on=None)
    late = Q(case__standing__next_due_on__lt=on)
    assessing = Q(case__standing__plan_made_on=None)
    held = Allocation.objects.held_on(on).filter(case__in=running, is_cover=False)
    rows = (
        held.values("worker")
        .annotate(cases=Count("pk"), late=Count("pk", filter=late), assessing=Count("pk", filter=assessing))
        .order_by("-cases", "worker")
    )
    names = {user.pk: user for user in User.objects.filter(pk__in=[row["worker"] for row in rows])}
    loads = [Caseload(names[row["worker"]], row["cases"], row["late"], row["assessing"]) for row in rows]
    return [*_with_nobody(running, held, on), *loads]


def _with_nobody(running: QuerySet[Case], held: QuerySet[Allocation], on: date) -> list[Caseload]:
    counted = running.exclude(pk__in=held.values("case")).aggregate(
        cases=Count("pk"),
        late=Count("pk", filter=Q(standing__next_due_on__lt=on)),
        assessing=Count("pk", filter=Q(standing__plan_made_on=None)),
    )
    return [Caseload(None, **counted)] if counted["cases"] else []


def workers_of(teams: Any, on: date) -> list[tuple[int, str]]:
    """The caseworkers and managers of some teams on a day, for a list to choose from."""
    held = Membership.objects.filter(team__in=teams, starts_on__lte=on).filter(
        Q(ends_on=None) | Q(ends_on__gte=on)
    )
    working = Q(holdings__role__in=("caseworker", "casework-manager"))
    users = User.objects.filter(working, pk__in=held.values("user"), is_active=True).distinct()
    return [(user.pk, user.name) for user in users]
