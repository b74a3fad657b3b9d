"""Holds on children's files, and the years of each kind."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.keeping.actions import holding
from goldenthread.keeping.forms.holding import HoldForm, ReviewHoldForm, YearsForm
from goldenthread.keeping.models import ChosenYears, Hold
from goldenthread.keeping.queries import due as queries
from goldenthread.keeping.views.frame import HOME, for_keeping, form_page
from goldenthread.kit.errors import Refused

P = Permission.REMOVE_BY_RULE


@needs(P)
@for_keeping
def holds(http: HttpRequest) -> HttpResponse:
    """Every hold that is not over, the one to be looked at first."""
    day = timezone.localdate()
    lines = [(one, queries.named(one.child)) for one in queries.holds(day)]
    return render(http, "keeping/holds.html", {"lines": lines, "day": day, "breadcrumbs": HOME})


@needs(P)
@for_keeping
def add_hold(http: HttpRequest) -> HttpResponse:
    """Hold a child’s file back."""
    form = HoldForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        fields = dict(form.cleaned_data)
        try:
            holding.hold(child=fields.pop("case").child, on=timezone.localdate(), by=reader(http), **fields)
            messages.success(http, "The file stays until you end this hold.")
            return redirect("keeping:holds")
        except Refused as refused:
            form.refuse(refused)
    return form_page(http, form, "Hold a file back", "Hold it back")


@needs(P, held=Hold)
@for_keeping
def hold(http: HttpRequest, held: Hold) -> HttpResponse:
    """One hold: look again later, or end it."""
    day, form = timezone.localdate(), ReviewHoldForm(http.POST if "review_on_0" in http.POST else None)
    try:
        if "end" in http.POST:
            holding.end_hold(held=held, on=day, by=reader(http))
            messages.success(http, "The hold ends today. The file goes by its rule from tomorrow.")
            return redirect("keeping:holds")
        if form.is_bound and form.is_valid():
            holding.review_hold(held=held, on=day, by=reader(http), **form.cleaned_data)
            messages.success(http, "The file stays.")
            return redirect("keeping:holds")
    except Refused as refused:
        form.add_error(None, refused.sentence) if form.is_bound else messages.error(http, refused.sentence)
    page = {"held": held, "named": queries.named(held.child), "form": form, "day": day, "breadcrumbs": HOME}
    return render(http, "keeping/hold.html", page, status=422 if form.errors else 200)


@needs(P)
def years(http: HttpRequest) -> HttpResponse:
    """How long each kind is kept and why, and the form with which the council chooses its own years."""
    day, form = timezone.localdate(), YearsForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            holding.choose_years(on=day, by=reader(http), **form.cleaned_data)
            messages.success(http, "The years are changed from today on.")
            return redirect("keeping:years")
        except Refused as refused:
            form.refuse(refused)
    page = {
        "rules": queries.rules_on(day), "form": form, "breadcrumbs": HOME,
        "before": ChosenYears.objects.select_related("recorded_by"),
    }  # fmt: skip
    return render(http, "keeping/years.html", page, status=422 if form.errors else 200)
