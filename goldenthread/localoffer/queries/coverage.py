"""Which items of the duties are answered, by what, and when somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count

from goldenthread.localoffer.duties import DUTIES, Duty
from goldenthread.localoffer.models import Coverage, DutyCheck, GuidePage, PlacedCard, Service

CHECK_DAYS = 365
"""Ours, not the law's, which asks that the Local Offer be kept under review (section 30(5)) and names no interval."""


@dataclass(frozen=True)
class Covered:
    """One duty, what the public can read that answers it, and its last check."""

    duty: Duty
    pages: list[GuidePage] = field(default_factory=list)
    services: int = 0
    check: DutyCheck | None = None
    is_due: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether nothing that the public can read answers it."""
        return not self.pages and not self.services


def coverage(day: date) -> list[Covered]:
    """Every duty on a day. What is hidden, lapsed or archived answers nothing."""
    pages: dict[str, list[GuidePage]] = {}
    rows = Coverage.objects.filter(page__published__isnull=False).select_related("page__published")
    for row in rows:
        if row.page:
            pages.setdefault(row.reference, []).append(row.page)
    shown = Coverage.objects.filter(service__in=Service.objects.shown_on(day).order_by().values("pk"))
    services = {
        row["reference"]: row["total"]
        for row in shown.values("reference").annotate(total=Count("pk")).order_by()
    }
    checks = {one.reference: one for one in DutyCheck.objects.select_related("checked_by")}
    found = []
    for duty in DUTIES:
        check, key = checks.get(duty.reference), duty.reference
        is_fresh = bool(check and check.checked_on and check.checked_on > day - timedelta(days=CHECK_DAYS))
        found.append(Covered(duty, pages.get(key, []), services.get(key, 0), check, not is_fresh))
    return found


def placed_cards() -> list[tuple[PlacedCard, bool]]:
    """Where cards were left, the latest first, and whether the entry has changed since: then they are out of date."""
    rows = PlacedCard.objects.select_related("service")[:500]
    return [(one, one.service.modified_at.date() > one.placed_on) for one in rows]
