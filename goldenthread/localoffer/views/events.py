"""What is on, for those who keep it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.localoffer.actions.editing import change_event, enter_event
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.events import EventForm
from goldenthread.localoffer.models import Event
from goldenthread.localoffer.queries.guide import coming_events

HOME = [{"text": "The Local Offer", "href": "/local-offer/keep/"}]
LIST = [*HOME, {"text": "What is on", "href": "/local-offer/keep/events/"}]


@needs(Permission.KEEP_OFFER)
def kept(http: HttpRequest) -> HttpResponse:
    """What is still to come."""
    page = {"events": coming_events(timezone.now()), "breadcrumbs": HOME}
    return render(http, "localoffer/keep_events.html", page)


@needs(Permission.APPROVE_OFFER)
def add(http: HttpRequest) -> HttpResponse:
    """Something new."""
    return _write(http, None)


@needs(Permission.APPROVE_OFFER, event=Event)
def edit(http: HttpRequest, event: Event) -> HttpResponse:
    """Something that is entered, to change or to cancel."""
    return _write(http, event)


def _write(http: HttpRequest, event: Event | None) -> HttpResponse:
    form = EventForm(http.POST if http.method == "POST" else None, initial=EventForm.initial_of(event))
    if form.is_bound and form.is_valid():
        fields = form.fields_of_event
        try:
            if event is None:
                enter_event(
                    title=fields.pop("title"), starts_at=fields.pop("starts_at"), fields=fields, by=http.user
                )
            else:
                change_event(event=event, fields=fields, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Kept. Families read it under “What is on”.")
            return redirect("offer_staff:events")
    page = {"form": form, "event": event, "breadcrumbs": LIST}
    return render(http, "localoffer/keep_event.html", page, status=422 if form.errors else 200)
