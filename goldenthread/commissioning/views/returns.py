"""Measures of a joint service, and what came for each period."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.commissioning.actions import returns
from goldenthread.commissioning.forms.returns import MeasureForm, ReturnForm
from goldenthread.commissioning.models import JointService, ServiceMeasure
from goldenthread.commissioning.queries.returns import periods_until
from goldenthread.commissioning.views.asking import above, asked, posted


@needs(Permission.KEEP_COMMISSIONING, service=JointService)
def measure(http: HttpRequest, service: JointService) -> HttpResponse:
    """A further measure."""

    def act(given: dict[str, Any]) -> str:
        return f"{returns.add_measure(service=service, fields=given, by=http.user)} is asked for now."

    return asked(http, MeasureForm(posted(http)), title=f"A measure of {service}", button="Add it", act=act,
                 back=["commissioning:service", service.pk], above=above(service))  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, measure=ServiceMeasure)
def returned(http: HttpRequest, measure: ServiceMeasure) -> HttpResponse:
    """What came for a period."""
    today = timezone.localdate()

    def act(given: dict[str, Any]) -> str:
        returns.record_return(measure=measure, fields=given, on=today, by=http.user)
        return "Recorded."

    form = ReturnForm(posted(http), periods=periods_until(measure, today))
    return asked(http, form, title=measure.name, button="Record it", act=act, words=measure.counts,
                 back=["commissioning:service", measure.service_id], above=above(measure.service))  # fmt: skip
