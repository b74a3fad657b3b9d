"""Measures that a contract asks for, and what comes for each period."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.errors import Conflict, Refused
from goldenthread.commissioning.models import JointService, MeasureReturn, ServiceMeasure
from goldenthread.commissioning.queries.returns import periods_until
from goldenthread.commissioning.reported import numbers_of


@transaction.atomic
def add_measure(*, service: JointService, fields: dict[str, Any], by: Any) -> ServiceMeasure:
    """A measure of a joint service."""
    if service.measures.filter(name__iexact=fields["name"]).exists():
        raise Refused("There is a measure of this name.", "name")
    if fields["begins_on"].day != 1:
        raise Refused("A period begins on the first of a month.", "begins_on")
    measure = ServiceMeasure.objects.create(service=service, **fields, recorded_by=by)
    log.record("commissioning.measure.added", subject=log.subject_of(measure), by=by)
    return measure


@transaction.atomic
def record_return(
    *, measure: ServiceMeasure, fields: dict[str, Any], on: date, based_on: int | None = None, by: Any
) -> MeasureReturn:
    """What came for a period that is over. Raises Conflict when another return for it came meanwhile.

    `based_on` is the return that the writer was reading, 0 for none; None does not ask.
    """
    measure = ServiceMeasure.objects.select_for_update().get(pk=measure.pk)
    period = fields["period_ends_on"]
    if period not in periods_until(measure, on):
        raise Refused("Choose a period that is over.", "period_ends_on")
    numerator, denominator = numbers_of(
        fields.get("value", ""), fields["numerator"], fields["denominator"], is_share=measure.is_share
    )
    standing = measure.returned.filter(period_ends_on=period).order_by("pk").last()
    if based_on is not None and based_on != (standing.pk if standing else 0):
        raise Conflict(standing)
    counted = {**fields, "numerator": numerator, "denominator": denominator}
    returned = MeasureReturn.objects.create(measure=measure, **counted, known_on=on, recorded_by=by)
    detail = {"period_ends_on": period.isoformat(), "is_correction": standing is not None}
    log.record("commissioning.measure.returned", subject=log.subject_of(measure), by=by, detail=detail)
    return returned
