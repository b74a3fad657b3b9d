"""Decisions of outside bodies that came without a review: a letter that closes or reopens an area."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import reviewing
from goldenthread.programme.errors import Refused
from goldenthread.programme.forms.reviews import AloneDecisionForm
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.areas import programme_as_known
from goldenthread.programme.queries.readiness import readiness_of_areas
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.frame import crumbs, done, show
from goldenthread.programme.views.staff.reviews import areas_of


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def decisions(http: HttpRequest, programme: Programme) -> HttpResponse:
    """What bodies decided, as known on a day, the latest first."""
    at = as_at(http)
    held = (
        programme.decisions.as_known_on(at.day)
        .select_related("body", "review")
        .prefetch_related("effects__area", "effects__action")
    )
    page = {
        "programme": programme, **at.for_page(), "decisions": held.order_by("-decided_on", "-pk"),
        "breadcrumbs": crumbs(programme),
    }  # fmt: skip
    return show(http, "decisions", page)


@needs(Permission.RECORD_REVIEW, programme=Programme)
def record(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Record a decision."""
    today = timezone.localdate()
    areas = areas_of(programme, today)
    form = AloneDecisionForm(http.POST if http.method == "POST" else None, areas=areas)
    if form.is_bound and form.is_valid():
        try:
            reviewing.record_decision(programme=programme, **form.decision, on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The decision is recorded.", "decisions", programme.slug)
    key = programme_as_known(programme, today).rating_key
    ready = readiness_of_areas([now.area for now in areas if now.is_open], key, today)
    page = {
        "programme": programme, "form": form,
        "lacking": [(now, ready[now.area.pk].lacking) for now in areas if now.is_open],
        "breadcrumbs": crumbs(programme, ("Decisions", reverse("programme_staff:decisions", args=[programme.slug]))),
    }  # fmt: skip
    return show(http, "decision_form", page, status=422 if form.errors else 200)
