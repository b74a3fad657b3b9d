"""Who may see a case and why, and who has looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Max, Q

from goldenthread.accounts.models import User
from goldenthread.audit import log
from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.models import Case

MOST = 50
STAFF = ("caseworker", "casework-manager", "inspector")


@dataclass(frozen=True)
class Looked:
    """Somebody who opened a case, how often, and when last."""

    who: str
    times: int
    last_at: datetime


def who_has_looked(case: Case) -> list[Looked]:
    """Those who opened the case's pages, the latest first; from the audit, which nobody can change."""
    reads = AuditEvent.objects.filter(subject=log.subject_of(case), action="casework.case.read")
    rows = (
        reads.values("actor", "actor_label")
        .annotate(times=Count("pk"), last=Max("at"))
        .order_by("-last")[:MOST]
    )
    return [Looked(row["actor_label"], row["times"], row["last"]) for row in rows]


def colleagues(on: date, *roles: str) -> list[tuple[int, str]]:
    """People with one of these roles today, for a list to choose from."""
    held = Q(holdings__starts_on__lte=on) & (Q(holdings__ends_on=None) | Q(holdings__ends_on__gte=on))
    users = (
        User.objects.filter(held, holdings__role__in=roles or STAFF, is_active=True)
        .distinct()
        .order_by("name")
    )
    return [(user.pk, user.name) for user in users]


@dataclass(frozen=True)
class Access:
    """Who may see a case on a day besides its family: workers, leave and bars."""

    workers: list[Any]
    grants: list[Any]
    bars: list[Any]
    advisers: list[Any]


def access_of(case: Case, on: date) -> Access:
    """Who may see a case on a day, with what has not begun yet."""
    running = Q(ends_on=None) | Q(ends_on__gte=on)
    return Access(
        workers=list(case.allocations.filter(running).select_related("worker")),
        grants=list(
            case.grants.filter(running).select_related("user").order_by(F("ends_on").asc(nulls_first=True))
        ),
        bars=list(case.bars.filter(running).select_related("user")),
        advisers=list(case.advice_accesses.filter(running).select_related("adviser", "request")),
    )
