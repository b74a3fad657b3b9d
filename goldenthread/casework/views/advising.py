"""Requests for advice: as the professional who was asked reads them, and as caseworkers chase them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader, standing
from goldenthread.casework.actions.advising import follow_up
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import AdviceAccess, Case
from goldenthread.casework.queries.advice import asked_of, asked_of_me, by_body, waiting_advice
from goldenthread.casework.queries.files import file_of
from goldenthread.casework.queries.work import cases_of
from goldenthread.casework.views import answering
from goldenthread.casework.views.frame import crumbs, show
from goldenthread.kit.errors import Refused


@needs(Permission.GIVE_ADVICE)
def asked(http: HttpRequest) -> HttpResponse:
    """The requests for advice that are open to the reader."""
    page = {"asked": asked_of(reader(http), timezone.localdate()), "breadcrumbs": []}
    return show(http, "asked_of_me", page)


@needs(Permission.GIVE_ADVICE, access=AdviceAccess)
def request(http: HttpRequest, access: AdviceAccess) -> HttpResponse:
    """One request: who the child is, what is asked, what the family says. Its first reading starts the six weeks."""
    today = timezone.localdate()
    _has_reached(access)
    page = {"one": asked_of_me(access, today), "case": access.case, "child": access.case.child, "words": _words(access.case),
            "breadcrumbs": [{"text": "Asked of me", "href": reverse("advice:asked")}]}  # fmt: skip
    return show(http, "advice_request", page)


def _door(access: AdviceAccess) -> answering.Door:
    advice = follow_up(request=access.request, by=access.adviser)
    return answering.Door(advice, reverse("advice:own_write", args=[access.pk]), reverse("advice:own_check", args=[access.pk]),
                          reverse("advice:request", args=[access.pk]), access.adviser, "base_staff.html")  # fmt: skip


@needs(Permission.GIVE_ADVICE, access=AdviceAccess)
def write(http: HttpRequest, access: AdviceAccess) -> HttpResponse:
    """Write the advice, signed in."""
    _has_reached(access)
    return answering.write(http, _door(access))


@needs(Permission.GIVE_ADVICE, access=AdviceAccess)
def check(http: HttpRequest, access: AdviceAccess) -> HttpResponse:
    """Read it once more and send it, signed in."""
    return answering.check(http, _door(access))


def _has_reached(access: AdviceAccess) -> None:
    """Note that the request reached its professional, unless the file says so already (regulation 8(1): six weeks from then)."""
    request, today = access.request, timezone.localdate()
    if (
        request.facts.get("reached_on")
        or access.case.events.in_force().filter(kind="advice-reached", answers=request.number).exists()
    ):
        return
    try:
        record_event(case=access.case, kind="advice-reached", occurred_on=max(today, request.occurred_on), answers=request,
                     on=today, by=access.adviser)  # fmt: skip
    except Refused:
        return  # the case has moved on, and no clock of advice runs any more


def _words(case: Case) -> list[str]:
    """What the family and others said when they asked."""
    return [
        str(one.facts["words"])
        for one in file_of(case)
        if one.kind == "request-received" and one.facts.get("words")
    ]


@needs(Permission.WORK_CASE)
def chase(http: HttpRequest) -> HttpResponse:
    """The advice that has not come: who was asked, since when, and what was done about it."""
    today = timezone.localdate()
    whose = (
        "team" if http.GET.get("whose") == "team" and standing(http).may(Permission.MANAGE_CASES) else "mine"
    )
    cases = cases_of(http.user, today) if whose == "mine" else Case.objects.known_to(standing(http))
    waiting = waiting_advice(cases.filter(standing__ended_on=None))
    page = {"waiting": waiting, "bodies": by_body(waiting, today), "today": today, "whose": whose,
            "may_see_team": standing(http).may(Permission.MANAGE_CASES), "breadcrumbs": crumbs()}  # fmt: skip
    return show(http, "chase", page)
