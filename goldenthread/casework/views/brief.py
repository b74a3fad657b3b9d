"""A case in brief for whoever takes it over, and a worker's deadlines for their own calendar."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader, standing_on
from goldenthread.audit import log
from goldenthread.casework.actions.feeds import end_feed, make_feed
from goldenthread.casework.calendar import as_calendar
from goldenthread.casework.models import CalendarFeed, Case, OpenDuty
from goldenthread.casework.queries.handover import handover_of
from goldenthread.casework.queries.work import cases_of
from goldenthread.casework.views.frame import above, crumbs, show
from goldenthread.kit.secret_links import hashed
from goldenthread.kit.who_reads import Reading, say


@needs(Permission.VIEW_CASE, case=Case)
def handover(http: HttpRequest, case: Case) -> HttpResponse:
    """What a new caseworker must know in two minutes, on one sheet."""
    today = timezone.localdate()
    page = {"case": case, "child": case.child, "brief": handover_of(case, today), "today": today,
            "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "handover", page)


@needs(Permission.WORK_CASE)
def calendar(http: HttpRequest) -> HttpResponse:
    """Make, replace or end the address of the reader's calendar."""
    today, worker = timezone.localdate(), reader(http)
    address = ""
    if http.method == "POST" and "end" in http.POST:
        end_feed(worker=worker, on=today)
    elif http.method == "POST":
        secret = make_feed(worker=worker, on=today)
        address = settings.SITE_ADDRESS.rstrip("/") + reverse("calendar", args=[secret])
    feed = CalendarFeed.objects.filter(worker=worker, ended_on=None).first()
    return show(http, "calendar", {"feed": feed, "address": address, "breadcrumbs": crumbs()})


@public
def feed(http: HttpRequest, secret: str) -> HttpResponse:
    """The deadlines of a worker's cases, for a calendar program that cannot sign in: whoever has the secret address."""
    if not ratelimit.consume(http, action="calendar"):
        return HttpResponse("Ask again in a while.", status=429, content_type="text/plain")
    held = (
        CalendarFeed.objects.filter(secret_hash=hashed(secret), ended_on=None)
        .select_related("worker")
        .first()
    )
    today = timezone.localdate()
    if held is None or not standing_on(held.worker, today).may(Permission.WORK_CASE):
        raise Http404("No calendar answers to this address.")
    say(Reading(person=held.worker.pk, day=today))
    cases: Any = cases_of(held.worker, today) & Case.objects.known_to(standing_on(held.worker, today))
    duties = OpenDuty.objects.filter(case__in=cases, due_on__isnull=False).select_related("case")
    log.record_read("casework.calendar.read", subject=log.subject_of(held), by=held.worker)
    data = as_calendar(
        duties, name=f"{settings.SERVICE_NAME}: deadlines", site=settings.SITE_ADDRESS, on=today
    )
    return HttpResponse(
        data, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, no-store"}
    )
