"""A provider keeps its own entry through a secret address, without a password."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.localoffer.actions import upkeep
from goldenthread.localoffer.choices import VersionState
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.services import form_for
from goldenthread.localoffer.models import UpdateLink, record_of
from goldenthread.localoffer.queries.upkeep import link_behind


def _link(secret: str) -> UpdateLink:
    found = link_behind(secret, timezone.localdate())
    if found is None:
        raise Http404("This address opens nothing, or its four weeks are over.")
    return found


@public
def update(http: HttpRequest, secret: str) -> HttpResponse:
    """The entry as a form: send changes, which wait, or say that all of it is still right."""
    link = _link(secret)
    service, record = link.service, record_of(link.service)
    waiting = service.versions.filter(state=VersionState.WAITING).first()
    shown = waiting.record if waiting else record
    if http.method == "POST" and http.POST.get("still_right"):
        upkeep.assure(service=service, who=service.provider.name, on=timezone.localdate(), by=None)
        messages.success(http, "Thank you. The entry now says that it was checked today.")
        return redirect("localoffer:update", secret)
    kind = form_for(shown)
    form = kind(http.POST if http.method == "POST" else None, initial=kind.initial_of(shown))
    if form.is_bound and form.is_valid():
        try:
            upkeep.send_change(service=service, record=form.changed_record(shown), note=form.cleaned_data["note"],
                               now=timezone.now(), by=None)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http,
                "Thank you. Your changes wait for the council; until then families read the entry as it was.",
            )
            return redirect("localoffer:update", secret)
    page = {"service": service, "form": form, "waiting": waiting, "link": link,
            "refused": service.versions.filter(state=VersionState.REFUSED).first()}  # fmt: skip
    response = render(http, "localoffer/update.html", page, status=422 if form.errors else 200)
    response.headers["Cache-Control"] = "private, no-store"
    return response
