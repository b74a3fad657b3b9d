"""What the law asks for and what answers it; and where cards were left."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.localoffer.actions.covering import change_answers, note_check, place_cards
from goldenthread.localoffer.duties import BY_SLUG, Duty
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.covering import AnswersForm, PlacedForm
from goldenthread.localoffer.models import DutyCheck, Service
from goldenthread.localoffer.queries.coverage import Covered, coverage, placed_cards
from goldenthread.localoffer.queries.gaps import gaps
from goldenthread.localoffer.queries.upkeep import searches_without_result
from goldenthread.localoffer.views.keeping import HOME

COVERAGE = [*HOME, {"text": "What the law asks for", "href": "/local-offer/keep/coverage/"}]


@needs(Permission.KEEP_OFFER)
def overview(http: HttpRequest) -> HttpResponse:
    """Every item of the duties with what answers it, its owner and its last check; with ?show=gaps, the gaps alone."""
    covered = coverage(timezone.localdate())
    is_gaps = http.GET.get("show") == "gaps"
    groups: dict[str, list[Covered]] = {}
    for one in covered:
        if one.is_gap or not is_gaps:
            groups.setdefault(one.duty.group, []).append(one)
    page = {
        "groups": groups.items(), "gaps": sum(one.is_gap for one in covered), "total": len(covered), "is_gaps": is_gaps,
        "due": sum(one.is_due and not one.is_gap for one in covered), "breadcrumbs": HOME,
    }  # fmt: skip
    return render(http, "localoffer/keep_coverage.html", page)


@needs(Permission.APPROVE_OFFER)
def duty(http: HttpRequest, duty: str) -> HttpResponse:
    """One item: the pages and services that answer it, who answers for it, and that somebody has read them."""
    asked = BY_SLUG.get(duty)
    if asked is None:
        raise Http404("The law asks for no such item.")
    form = AnswersForm(http.POST if http.method == "POST" else None, duty=asked)
    if form.is_bound and form.is_valid():
        try:
            _change(asked, form, http)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{asked.reference}: saved.")
            return redirect("offer_staff:coverage")
    check = DutyCheck.objects.filter(reference=asked.reference).select_related("checked_by").first()
    page = {"duty": asked, "form": form, "check": check, "breadcrumbs": COVERAGE}
    return render(http, "localoffer/keep_duty.html", page, status=422 if form.errors else 200)


@transaction.atomic
def _change(asked: Duty, form: AnswersForm, http: HttpRequest) -> None:
    change_answers(duty=asked, **form.changes(), by=http.user)
    if form.cleaned_data["is_checked"]:
        note_check(duty=asked, on=timezone.localdate(), by=http.user)


@needs(Permission.KEEP_OFFER)
def gap(http: HttpRequest) -> HttpResponse:
    """What families look for in vain, beside what there is."""
    page = {"gaps": gaps(timezone.localdate()), "searches": searches_without_result(), "breadcrumbs": HOME}
    return render(http, "localoffer/keep_gaps.html", page)


@needs(Permission.KEEP_OFFER)
def cards(http: HttpRequest) -> HttpResponse:
    """Where cards were left, and which are out of date."""
    return render(http, "localoffer/keep_cards.html", {"rows": placed_cards(), "breadcrumbs": HOME})


@needs(Permission.APPROVE_OFFER, service=Service)
def place(http: HttpRequest, service: Service) -> HttpResponse:
    """Cards of a service were left somewhere."""
    today = timezone.localdate()
    form = PlacedForm(http.POST if http.method == "POST" else None, today=today)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            place_cards(service=service, place=given["place"], count=given["count"], on=given["placed_on"], today=today,
                        by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Noted.")
            return redirect("offer_staff:cards")
    crumbs = [*HOME, {"text": service.name, "href": reverse("offer_staff:service", args=[service.public_id])}]
    page = {"form": form, "service": service, "breadcrumbs": crumbs}
    return render(http, "localoffer/keep_place.html", page, status=422 if form.errors else 200)
