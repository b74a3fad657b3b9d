"""What answers each item of the duties, who answers for it, and that somebody has read it; and where cards were left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.localoffer.duties import Duty
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Coverage, DutyCheck, GuidePage, PlacedCard, Service


@transaction.atomic
def change_answers(
    *, duty: Duty, add: Iterable[GuidePage | Service] = (), take: Iterable[GuidePage | Service] = (), owner: str, by: Any
) -> DutyCheck:  # fmt: skip
    """Pages and services that answer an item, and those that do not any more. What another person named meanwhile stays."""
    check = _check(duty)
    for one in add:
        Coverage.objects.get_or_create(reference=duty.reference, **_names(one))
    for one in take:
        Coverage.objects.filter(reference=duty.reference, **_names(one)).delete()
    check.owner = owner.strip()
    check.save(update_fields=["owner"])
    log.record(
        "localoffer.duty.changed", subject=log.subject_of(check), by=by, detail={"duty": duty.reference}
    )
    return check


@transaction.atomic
def note_check(*, duty: Duty, on: date, by: Any) -> DutyCheck:
    """Somebody has read what answers an item, and says that it does. Refuses where nothing answers it."""
    check = _check(duty)
    if not Coverage.objects.filter(reference=duty.reference).exists():
        raise Refused("Nothing answers this item yet. Choose a page or a service first.", "is_checked")
    check.checked_on, check.checked_by = on, by
    check.save(update_fields=["checked_on", "checked_by"])
    log.record(
        "localoffer.duty.checked", subject=log.subject_of(check), by=by, detail={"duty": duty.reference}
    )
    return check


def _check(duty: Duty) -> DutyCheck:
    DutyCheck.objects.get_or_create(reference=duty.reference)
    return DutyCheck.objects.select_for_update().get(reference=duty.reference)


def _names(one: GuidePage | Service) -> dict[str, Any]:
    return {"page": one, "service": None} if isinstance(one, GuidePage) else {"page": None, "service": one}


@transaction.atomic
def place_cards(*, service: Service, place: str, count: int, on: date, today: date, by: Any) -> PlacedCard:
    """Note where cards were left. Refuses a day that is still to come."""
    if on > today:
        raise Refused("Enter the day on which they were left: it cannot be still to come.", "placed_on")
    held = PlacedCard.objects.create(
        service=service, place=place.strip(), count=count, placed_on=on, placed_by=by
    )
    log.record("localoffer.cards.placed", subject=log.subject_of(service), by=by, detail={"cards": count})
    return held
