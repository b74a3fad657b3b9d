"""What a provider sees of its own contracts: their clocks, the returns that they ask for, and where to send one."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader, standing
from goldenthread.commissioning.actions.returns import record_return
from goldenthread.commissioning.forms.returns import SendForm
from goldenthread.commissioning.models import JointService, MeasureReturn, ServiceMeasure
from goldenthread.commissioning.queries.joint import notice_clock
from goldenthread.commissioning.queries.returns import Period, owed, waited_for
from goldenthread.commissioning.views.asking import asked, posted
from goldenthread.commissioning.views.tables import came_words, returns_table
from goldenthread.kit.clock import days_words
from goldenthread.kit.dates import in_words

NONE_OF_OURS = -1
"""Stands for a stamp that we never gave out: whoever sends it is shown what is here first."""
HOME = [{"text": "My contracts", "href": "/commissioning/contracts/"}]


def _above(service: JointService) -> list[dict[str, str]]:
    return [*HOME, {"text": service.name, "href": f"/commissioning/contracts/{service.pk}/"}]


def _line(period: Period, today: Any) -> dict[str, Any]:
    words = days_words(period.due_on, today).capitalize()
    return {"period": period, "state": "late" if period.is_missed(today) else "due", "words": words}


@needs(Permission.SEND_RETURNS)
def contracts(http: HttpRequest) -> HttpResponse:
    """The services that the reader's organisation gives, and the returns that wait for it, the latest first."""
    today = timezone.localdate()
    services = list(
        JointService.objects.given_by(standing(http))
        .select_related("provider")
        .prefetch_related("contracts", "measures")
    )
    waiting = waited_for(owed([one for service in services for one in service.measures.all()], today))
    page = {
        "services": services, "waiting": [_line(one, today) for one in waiting],
        "late": sum(one.is_missed(today) for one in waiting), "is_invented": any(one.is_invented for one in services),
    }  # fmt: skip
    return render(http, "commissioning/contracts.html", page)


@needs(Permission.SEND_RETURNS, service=JointService)
def contract(http: HttpRequest, service: JointService) -> HttpResponse:
    """One service as its provider sees it: its contracts, and every return that was asked for."""
    today = timezone.localdate()
    found = owed(service.measures.select_related("service"), today)
    page = {
        "service": service, "breadcrumbs": HOME, "waiting": [_line(one, today) for one in waited_for(found)],
        "contracts": [(one, notice_clock(one, today)) for one in service.contracts.all()],
        "measures": [(one, returns_table(one, today, may_send=True)) for one in found],
    }  # fmt: skip
    return render(http, "commissioning/contract.html", page)


@needs(Permission.SEND_RETURNS, measure=ServiceMeasure)
def send_return(http: HttpRequest, measure: ServiceMeasure, ends: str) -> HttpResponse:
    """What comes for one period. What was sent before stays beside it, and readable."""
    today, user = timezone.localdate(), reader(http)
    asked_for = {one.key: one for one in owed([measure], today)[0].periods}.get(ends)
    if asked_for is None:
        raise Http404("This measure has no such period, or it is not over.")

    def act(given: dict[str, Any]) -> str:
        stamp = given.pop("based_on")
        read = int(stamp) if stamp.isdecimal() else NONE_OF_OURS
        fields = {**given, "period_ends_on": asked_for.ends_on}
        record_return(measure=measure, fields=fields, on=today, based_on=read, by=user)
        return f"Sent: {measure.name}, {asked_for.words}. The partners read it now."

    here = asked_for.returned
    names = ("value", "numerator", "denominator", "words")
    initial = {name: getattr(here, name) for name in names} if here else {}
    form = SendForm(posted(http), initial={**initial, "based_on": here.pk if here else 0})
    words = f"{measure.counts}. Due by {in_words(asked_for.due_on)}."
    if here:
        words += f" {came_words(here)} was sent on {in_words(here.known_on)}: what you send now takes its place, and both stay."
    return asked(http, form, title=f"{measure.name}, {asked_for.words}", button="Send it", act=act, words=words,
                 back=["commissioning:own_contract", measure.service_id], above=_above(measure.service),
                 as_words=came_words, stamp=_stamp)  # fmt: skip


def _stamp(theirs: MeasureReturn | None) -> int:
    """Which return somebody was reading."""
    return theirs.pk if theirs else 0
