"""Organisations that take over from one another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit.log import record, subject_of
from goldenthread.kit.dates import PartialDate
from goldenthread.partners.errors import PartnersError
from goldenthread.partners.models import Organisation, Succession


@transaction.atomic
def hand_over(
    *,
    predecessor: Organisation,
    successor: Organisation,
    on: date,
    note: str = "",
    sources: list[str] | None = None,
    by: Any,
) -> Succession:
    """Record that one organisation takes over from another. What happened before stays with the predecessor.

    The predecessor's last day becomes the day before, unless it is known already.
    """
    rows = Organisation.objects.select_for_update().in_bulk([predecessor.pk, successor.pk])
    if len(rows) < 2:
        raise PartnersError(f"{predecessor} cannot take over from itself. Choose two organisations.")
    if _comes_from(rows[predecessor.pk], rows[successor.pk]):
        raise PartnersError(
            f"{predecessor} already took over from {successor}, so it cannot also hand over to it."
        )
    if Succession.objects.filter(predecessor=predecessor, successor=successor).exists():
        raise PartnersError(f"That {successor} took over from {predecessor} is recorded already.")
    step = Succession.objects.create(
        predecessor=predecessor, successor=successor, on=on, note=note, sources=sources or []
    )
    before = rows[predecessor.pk]
    if before.ended_on is None:
        before.ended_on = PartialDate.of(on - timedelta(days=1))
        before.save(update_fields=["ended_on"])
    detail = {"predecessor": predecessor.pk, "successor": successor.pk, "on": on}
    record("partners.succession.recorded", subject=subject_of(step), by=by, detail=detail)
    return step


def _comes_from(organisation: Organisation, other: Organisation) -> bool:
    """Whether `other` is among those from whom this one took over, however far back."""
    reached, waiting = set(), {organisation.pk}
    while waiting:
        reached |= waiting
        before = Succession.objects.filter(successor_id__in=waiting).values_list("predecessor_id", flat=True)
        waiting = set(before) - reached
    return other.pk in reached
