"""Pages of the people on duty, and the button that calls them."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.keeping.actions import alerting, closing
from goldenthread.keeping.forms.alerting import CanaryForm, CloseForm, GlassForm, ReportForm, SettleForm
from goldenthread.keeping.models import Alert, Canary, Closing
from goldenthread.keeping.views.frame import for_keeping, form_page
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import Purpose, reading_for

HERE = [{"text": "On duty", "href": "/keeping/alerts/"}]
SHOWN = 100


@needs(Permission.STAND_DUTY)
def alerts(http: HttpRequest) -> HttpResponse:
    """What nobody has settled, then what was settled."""
    held = Alert.objects.select_related("person", "settled_by")
    page = {
        "open": held.filter(settled_at=None), "settled": held.exclude(settled_at=None)[:SHOWN],
        "closing": Closing.objects.filter(opened_at=None).select_related("closed_by", "asked_by").first(),
    }  # fmt: skip
    return render(http, "keeping/alerts.html", page)


@needs(Permission.STAND_DUTY, alert=Alert)
def alert(http: HttpRequest, alert: Alert) -> HttpResponse:
    """One of them, and what came of it."""
    form = SettleForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            alerting.settle(alert=alert, at=timezone.now(), by=reader(http), **form.cleaned_data)
            messages.success(http, "Settled.")
            return redirect("keeping:alerts")
        except Refused as refused:
            form.refuse(refused)
    page = {"alert": alert, "form": form, "breadcrumbs": HERE}
    return render(http, "keeping/alert.html", page, status=422 if form.errors else 200)


@needs(Permission.STAND_DUTY)
@for_keeping
def canaries(http: HttpRequest) -> HttpResponse:
    """The planted cases, and the form that plants one more."""
    form = CanaryForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            alerting.plant_canary(by=reader(http), **form.cleaned_data)
            return redirect("keeping:canaries")
        except Refused as refused:
            form.refuse(refused)
    page = {"canaries": list(Canary.objects.select_related("case")), "form": form, "breadcrumbs": HERE}
    return render(http, "keeping/canaries.html", page, status=422 if form.errors else 200)


@needs(Permission.CLOSE_AREA)
def close(http: HttpRequest) -> HttpResponse:
    """Shut the pages behind sign-in, or open them again by two people."""
    held = Closing.objects.filter(opened_at=None).select_related("closed_by", "asked_by").first()
    form = CloseForm(http.POST if http.method == "POST" and held is None else None)
    try:
        if http.method == "POST" and held is not None:
            held = closing.open_area(at=timezone.now(), by=reader(http))
            messages.success(
                http, "They are open again." if held.opened_at else "Asked. Another person must open them."
            )
            return redirect("keeping:close")
        if form.is_bound and form.is_valid():
            closing.close_area(at=timezone.now(), by=reader(http), **form.cleaned_data)
            return redirect("keeping:close")
    except Refused as refused:
        messages.error(http, refused.sentence) if held else form.refuse(refused)
        if held:
            return redirect("keeping:close")
    page = {"held": held, "form": form, "is_own": held and held.asked_by_id == reader(http).pk}
    return render(http, "keeping/close.html", page, status=422 if form.errors else 200)


@needs(Permission.WORK_CASE)
def glass(http: HttpRequest) -> HttpResponse:
    """Open a case that cannot wait."""
    form = GlassForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            with reading_for(Purpose.KEEPING):
                case = alerting.break_glass(at=timezone.now(), by=reader(http), **form.cleaned_data)
            return redirect(reverse("casework:case", args=[case.public_id]))
        except Refused as refused:
            form.refuse(refused)
    words = (
        "You may open a case in which you have no part when a child cannot wait. It is open to you today and tomorrow. "
        "The people on duty are told at once, and it stands in the record of who looked."
    )
    return form_page(
        http,
        form,
        "Open a case in an emergency",
        "Open it, and tell the people on duty",
        words=words,
        breadcrumbs=[],
    )


@public
def report(http: HttpRequest) -> HttpResponse:
    """I can see someone else’s information."""
    form = ReportForm(http.POST if http.method == "POST" else None)
    if form.is_bound and not ratelimit.consume(http, action="join"):
        return render(http, "keeping/report.html", {"form": ReportForm(), "too_often": True}, status=429)
    if form.is_bound and form.is_valid():
        try:
            by = http.user if http.user.is_authenticated else None
            named = http.POST.get("page", "").replace("\0", "")
            alerting.report(page=named, at=timezone.now(), by=by, **form.cleaned_data)
            return render(http, "keeping/reported.html", {"breadcrumbs": []})
        except Refused as refused:
            form.refuse(refused)
    page = {"form": form, "page": http.GET.get("page", "")[:100], "breadcrumbs": []}
    return render(http, "keeping/report.html", page, status=422 if form.errors else 200)
