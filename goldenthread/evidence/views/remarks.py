"""Saying what happened on a day that explains a measure's run, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.actions import remarks as actions
from goldenthread.evidence.forms.measures import RemarkForm, TakeBackForm
from goldenthread.evidence.models import Remark
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import Measure


@needs(Permission.EDIT_PLAN, measure=Measure)
def add(http: HttpRequest, measure: Measure) -> HttpResponse:
    """A remark more."""
    form = RemarkForm(http.POST if http.method == "POST" else None)
    today = timezone.localdate()
    return _answered(http, form, measure, f"A remark on {measure.name}", "Add the remark", lambda: actions.add_remark(
        measure=measure, on=today, by=http.user, **form.cleaned_data))  # fmt: skip


@needs(Permission.EDIT_PLAN, remark=Remark)
def take_back(http: HttpRequest, remark: Remark) -> HttpResponse:
    """Take a remark back, with the reason."""
    form = TakeBackForm(http.POST if http.method == "POST" else None)
    today = timezone.localdate()
    return _answered(http, form, remark.measure, f"Take back “{remark.words}”", "Take it back", lambda: actions.take_back_remark(
        remark=remark, on=today, by=http.user, **form.cleaned_data))  # fmt: skip


def _answered(
    http: HttpRequest, form: Any, measure: Measure, title: str, button: str, act: Callable[[], Any]
) -> HttpResponse:
    back = reverse("evidence:measure", args=[measure.pk])
    if form.is_bound and form.is_valid():
        try:
            act()
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Recorded.")
            return redirect(back)
    way = [("Live measures", reverse("evidence:measures")), (measure.name, back)]
    page = {"form": form, "title": title, "button": button, "has_errors": bool(form.errors),
            "breadcrumbs": [{"text": text, "href": href} for text, href in way]}  # fmt: skip
    return render(http, "evidence/form.html", page, status=422 if form.errors else 200)
