"""Measures that a contract asks for, and what comes for each period."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import JointService, MeasureReturn, ServiceMeasure
from goldenthread.commissioning.queries.returns import periods_until


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
def record_return(*, measure: ServiceMeasure, fields: dict[str, Any], on: date, by: Any) -> MeasureReturn:
    """What came for a period that is over."""
    if fields["period_ends_on"] not in periods_until(measure, on):
        raise Refused("Choose a period that is over.", "period_ends_on")
    if fields["denominator"] is not None and fields["numerator"] > fields["denominator"]:
        raise Refused("This is more than it is out of.", "numerator")
    returned = MeasureReturn.objects.create(measure=measure, **fields, known_on=on, recorded_by=by)
    log.record("commissioning.measure.returned", subject=log.subject_of(measure), by=by)
    return returned
