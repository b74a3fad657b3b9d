"""Sending the counts of an advice service for a quarter."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.advice import GROUPS, check, publish
from goldenthread.commissioning.errors import Conflict, Refused
from goldenthread.commissioning.models import AdviceQuarter, JointService
from goldenthread.commissioning.queries.advice import quarters_until


@transaction.atomic
def send_quarter(
    *, service: JointService, ends_on: date, given: dict[str, Any], on: date, based_on: int | None = None, by: Any
) -> AdviceQuarter:  # fmt: skip
    """Keep the counts of a quarter that is over: counts alone. Raises Conflict when others of it came meanwhile.

    `based_on` is the row that the writer was reading, 0 for none; None does not ask.
    """
    service = JointService.objects.select_for_update().get(pk=service.pk)
    if not service.is_advice:
        raise Refused("This is no advice service.")
    if ends_on not in quarters_until(on):
        raise Refused("Choose a quarter that is over.")
    counts = {group.key: [given[group.field(n)] for n in range(len(group.parts))] for group in GROUPS}
    check(given["contacts"], counts)
    earlier = list(service.advice_quarters.filter(ends_on=ends_on).order_by("pk"))
    if based_on is not None and based_on != (earlier[-1].pk if earlier else 0):
        raise Conflict(earlier[-1] if earlier else None)
    shown = publish(counts, [one.shown for one in earlier])
    made = AdviceQuarter.objects.create(
        service=service, ends_on=ends_on, contacts=given["contacts"], counts=counts, published=shown.as_json(), known_on=on,
        recorded_by=by,
    )  # fmt: skip
    detail = {"ends_on": ends_on.isoformat(), "is_correction": bool(earlier)}
    log.record("commissioning.advice.sent", subject=log.subject_of(service), by=by, detail=detail)
    return made
