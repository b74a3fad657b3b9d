"""Two services that look alike: a person says that they are two, or which of them stays."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.localoffer.actions.showing import show_changes
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Different, KnownAs, Service


@transaction.atomic
def tell_apart(*, first: Service, second: Service, by: Any) -> Different:
    """They are two services; nobody is asked again."""
    low, high = sorted((first, second), key=lambda one: one.pk)
    if low.pk == high.pk:
        raise Refused("That is one service, not two.")
    pair, _ = Different.objects.get_or_create(first=low, second=high)
    log.record(
        "localoffer.services.told_apart", subject=log.subject_of(low), by=by, detail={"other": high.pk}
    )
    return pair


@transaction.atomic
def join(*, kept: Service, gone: Service, by: Any) -> Service:
    """They are one: `kept` stays, the other is archived, and its address and its list lead to the one that stays."""
    if kept.pk == gone.pk:
        raise Refused("That is one service, not two.")
    rows = {
        one.pk: one
        for one in Service.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
    }
    stays, goes = rows[kept.pk], rows[gone.pk]
    if goes.is_archived or stays.is_archived:
        raise Refused("One of the two is archived already. Look at the list again.")
    goes.is_archived = True
    goes.save(update_fields=["is_archived"])
    KnownAs.objects.filter(service=goes).update(service=stays)
    KnownAs.objects.update_or_create(record_id=goes.public_id, defaults={"service": stays})
    show_changes([goes.pk])
    log.record("localoffer.services.joined", subject=log.subject_of(stays), by=by, detail={"gone": goes.pk})
    return stays
