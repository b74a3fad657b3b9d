"""A manager's view: who has how many cases, what is late, and what will be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from goldenthread.accounts.models import User
from goldenthread.casework.models import Allocation
from goldenthread.casework.queries.snapshot import Stood
from goldenthread.partners.models import Membership


@dataclass(frozen=True)
class Caseload:
    """One worker's cases on a day; `worker` is None for cases that nobody has."""

    worker: User | None
    cases: int
    late: int
    assessing: int


def caseloads(stood: Iterable[Stood], on: date) -> list[Caseload]:
    """How many of these open cases each worker had on a day, the heaviest first; those that nobody had come first of all."""
    held = Allocation.objects.held_on(on).filter(is_cover=False)
    worker_of = dict(held.values_list("case", "worker"))
    of: dict[int | None, list[Stood]] = {}
    for one in stood:
        of.setdefault(worker_of.get(one.case), []).append(one)
    names = User.objects.in_bulk([worker for worker in of if worker is not None])
    loads = [_load(names[worker] if worker is not None else None, cases, on) for worker, cases in of.items()]
    return sorted(
        loads,
        key=lambda load: (load.worker is not None, -load.cases, load.worker.name if load.worker else ""),
    )


def _load(worker: User | None, cases: list[Stood], on: date) -> Caseload:
    late = sum(one.is_late_on(on) for one in cases)
    return Caseload(worker, len(cases), late, sum(one.plan_made_on is None for one in cases))


def teams_of(manager: User) -> list[int]:
    """The teams that somebody manages."""
    return list(Membership.objects.filter(user=manager, team__isnull=False).values_list("team", flat=True))


def workers_of(teams: Any, on: date) -> list[tuple[int, str]]:
    """The caseworkers and managers of some teams on a day, for a list to choose from."""
    held = Membership.objects.filter(team__in=teams, starts_on__lte=on).filter(
        Q(ends_on=None) | Q(ends_on__gte=on)
    )
    working = Q(holdings__role__in=("caseworker", "casework-manager"))
    users = User.objects.filter(working, pk__in=held.values("user"), is_active=True).distinct()
    return [(user.pk, user.name) for user in users]
