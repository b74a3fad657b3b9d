"""A service that somebody misses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.localoffer.actions import entering
from goldenthread.localoffer.forms.entries import SuggestForm
from goldenthread.localoffer.views.search import CRUMBS


@public
def suggest(http: HttpRequest) -> HttpResponse:
    """Tell the council of a service that is missing; nobody is asked who they are."""
    form = SuggestForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        entering.suggest(**form.cleaned_data, on=timezone.localdate(), by=http.user)
        return redirect("localoffer:thanks")
    page = {"form": form, "breadcrumbs": CRUMBS}
    return render(http, "localoffer/suggest.html", page, status=422 if form.errors else 200)
