"""Entries that the council writes itself, and what it makes of suggestions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.localoffer.actions import entering
from goldenthread.localoffer.choices import SuggestionState
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.entries import DeclineForm, NewEntryForm, StaffForm, StaffSettingForm
from goldenthread.localoffer.models import Service, Suggestion, record_of
from goldenthread.localoffer.queries.alike import services_like
from goldenthread.localoffer.queries.upkeep import suggestions
from goldenthread.localoffer.views.keeping import HOME

SERVICES = [*HOME, {"text": "All services", "href": "/local-offer/keep/services/"}]


@needs(Permission.APPROVE_OFFER)
def add(http: HttpRequest) -> HttpResponse:
    """A new entry. What looks like it is shown first, and a person says that it is another."""
    wanted = _suggestion(http.GET.get("suggestion", ""))
    form = NewEntryForm(http.POST if http.method == "POST" else None, initial=_from(wanted))
    alike: list[tuple[Service, str]] = []
    if form.is_bound and form.is_valid():
        record = form.new_record()
        alike = [] if form.cleaned_data["is_new"] else services_like({**record, "id": ""})
        try:
            if not alike:
                return _added(http, form, record, wanted)
        except Refused as refused:
            form.refuse(refused)
    context = {"form": form, "alike": alike, "suggestion": wanted, "breadcrumbs": SERVICES}
    return render(http, "localoffer/keep_add.html", context, status=422 if form.errors or alike else 200)


def _added(
    http: HttpRequest, form: NewEntryForm, record: dict[str, Any], wanted: Suggestion | None
) -> HttpResponse:
    service = entering.add_entry(record=record, organisation=form.cleaned_data["organisation"].strip(), suggestion=wanted,
                                 now=timezone.now(), by=http.user)  # fmt: skip
    messages.success(http, "Added. Families find it from now on.")
    return redirect("offer_staff:service", service.public_id)


def _suggestion(key: str) -> Suggestion | None:
    return next((one for one in suggestions() if str(one.public_id) == key), None) if key else None


def _from(wanted: Suggestion | None) -> dict[str, Any]:
    """What a suggestion says, as far as it fits the form."""
    if wanted is None:
        return {}
    reach = wanted.reach
    return {
        "name": wanted.name, "description": wanted.words, "place": wanted.place[:200],
        "email": reach if "@" in reach else "", "url": reach if reach.startswith("http") else "",
        "phone": reach if reach[:1] in "0+(" and reach else "",
    }  # fmt: skip


@needs(Permission.APPROVE_OFFER, service=Service)
def edit(http: HttpRequest, service: Service) -> HttpResponse:
    """An entry as the council changes it, with its categories and how often it is checked."""
    record = record_of(service)
    kind = StaffSettingForm if (record.get("local_offer") or {}).get("setting") else StaffForm
    initial = {
        **kind.initial_of(record),
        **kind.categories_of(record),
        "review_months": service.review_months,
    }
    form = kind(http.POST if http.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        changed = form.with_categories(form.changed_record(record))
        try:
            entering.edit_entry(service=service, record=changed, review_months=form.cleaned_data["review_months"],
                                now=timezone.now(), by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Changed. The version before it is kept.")
            return redirect("offer_staff:service", service.public_id)
    context = {"form": form, "service": service, "breadcrumbs": SERVICES}
    return render(http, "localoffer/keep_edit.html", context, status=422 if form.errors else 200)


@needs(Permission.APPROVE_OFFER, suggestion=Suggestion)
def suggestion(http: HttpRequest, suggestion: Suggestion) -> HttpResponse:
    """A service that somebody misses: make an entry of it, or say why not."""
    form = DeclineForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            entering.decline_suggestion(suggestion=suggestion, reason=form.cleaned_data["reason"], on=timezone.localdate(),
                                        by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Done.")
            return redirect("offer_staff:home")
    context = {
        "suggestion": suggestion,
        "form": form,
        "is_new": suggestion.state == SuggestionState.NEW,
        "breadcrumbs": HOME,
    }
    return render(http, "localoffer/keep_suggestion.html", context, status=422 if form.errors else 200)
