"""A provider keeps its own entry: through a secret address without a password, or signed in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.localoffer.actions import upkeep
from goldenthread.localoffer.choices import VersionState
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.services import form_for
from goldenthread.localoffer.models import KeptService, Service, record_of
from goldenthread.localoffer.queries.upkeep import kept_entries, link_behind

LATER = "Thank you. Your changes wait for the council; until then families read the entry as it was."


@public
def update(http: HttpRequest, secret: str) -> HttpResponse:
    """The entry behind a secret address."""
    link = link_behind(secret, timezone.localdate())
    if link is None:
        raise Http404("This address opens nothing, or its four weeks are over.")
    response = _keep(http, link.service, {"link": link}, by=None)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@needs(Permission.KEEP_OWN_ENTRY)
def mine(http: HttpRequest) -> HttpResponse:
    """The entries of one's own organisations: those nobody has checked for longest first."""
    return render(http, "localoffer/mine.html", {"services": kept_entries(standing(http))})


@needs(Permission.KEEP_OWN_ENTRY, service=KeptService)
def my_entry(http: HttpRequest, service: KeptService) -> HttpResponse:
    """One of them."""
    crumbs = [{"text": "My entries", "href": "/local-offer/mine/"}]
    return _keep(http, Service.objects.get(pk=service.pk), {"breadcrumbs": crumbs}, by=http.user)


def _keep(http: HttpRequest, service: Service, context: dict[str, Any], *, by: Any) -> HttpResponse:
    """The entry as a form: send changes, which wait, or say that all of it is still right."""
    waiting = service.versions.filter(state=VersionState.WAITING).first()
    shown = waiting.record if waiting else record_of(service)
    if http.method == "POST" and http.POST.get("still_right"):
        upkeep.assure(service=service, who=service.provider.name, on=timezone.localdate(), by=by)
        messages.success(http, "Thank you. The entry now says that it was checked today.")
        return redirect(http.path)
    kind = form_for(shown)
    form = kind(http.POST if http.method == "POST" else None, initial=kind.initial_of(shown))
    if form.is_bound and form.is_valid():
        record, note = form.changed_record(shown), form.cleaned_data["note"]
        try:
            upkeep.send_change(service=service, record=record, note=note, now=timezone.now(), by=by)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, LATER)
            return redirect(http.path)
    refused_version = service.versions.filter(state=VersionState.REFUSED).first()
    page = {"service": service, "form": form, "waiting": waiting, "refused": refused_version, **context}
    return render(http, "localoffer/update.html", page, status=422 if form.errors else 200)
