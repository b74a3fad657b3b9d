"""Bringing lists of services in: choose the file, see what it would do, decide on what looks alike, let it come in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.localoffer.actions import importing, twins
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.importing import ListForm
from goldenthread.localoffer.importing.lists import BY_CODE, KINDS
from goldenthread.localoffer.models import Service, ServiceImport
from goldenthread.localoffer.queries.alike import pairs_alike
from goldenthread.localoffer.views.keeping import HOME

ABOVE = [*HOME, {"text": "Bring in services", "href": "/local-offer/keep/import/"}]
ALIKE = "alike-"
"""Begins the names of the answers to what looks alike; a record's identifier follows."""


@needs(Permission.APPROVE_OFFER)
def start(http: HttpRequest) -> HttpResponse:
    """Ask for a file, tell which list it is, and let the worker rehearse it."""
    form = ListForm(http.POST, http.FILES) if http.method == "POST" else ListForm()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            importing.near_of(given["postcode"], given["within_km"])
            upload = importing.hold(name=given["file"].name, data=given["file"].read(), postcode=given["postcode"],
                                    within_km=given["within_km"], by=http.user)  # fmt: skip
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except Refused as refused:
            form.refuse(refused)
        else:
            importing.send_to_worker(upload=upload, rehearse=True, by=http.user)
            return redirect("offer_staff:upload", upload.key)
    page = {"form": form, "kinds": KINDS, "breadcrumbs": HOME,
            "uploads": ServiceImport.objects.defer("data", "alike", "troubles", "decided")[:10]}  # fmt: skip
    return render(http, "localoffer/keep_import.html", page, status=422 if form.errors else 200)


def _page(http: HttpRequest, upload: ServiceImport, refused: str = "") -> HttpResponse:
    page = {
        "upload": upload,
        "kind": BY_CODE.get(upload.kind),
        "breadcrumbs": ABOVE,
        "refused": refused,
        "prefix": ALIKE,
    }
    return render(http, "localoffer/keep_import_progress.html", page, status=409 if refused else 200)


@needs(Permission.APPROVE_OFFER, upload=ServiceImport)
def upload(http: HttpRequest, upload: ServiceImport) -> HttpResponse:
    """How far it has come; what it would bring in, with everything that is wrong or looks alike; what came of it."""
    return _page(http, upload)


@needs(Permission.APPROVE_OFFER, upload=ServiceImport)
@require_POST
def confirm(http: HttpRequest, upload: ServiceImport) -> HttpResponse:
    """Note what was decided, and let the worker bring the list in."""
    decided = {name.removeprefix(ALIKE): str(http.POST[name]) for name in http.POST if name.startswith(ALIKE)}
    try:
        importing.decide_on_alike(upload=upload, decided=decided, by=http.user)
        importing.send_to_worker(upload=upload, rehearse=False, by=http.user)
    except Refused as refused:
        upload.refresh_from_db()
        return _page(http, upload, refused.sentence)
    return redirect("offer_staff:upload", upload.key)


@needs(Permission.APPROVE_OFFER)
def alike(http: HttpRequest) -> HttpResponse:
    """Services that look alike: say that they are two, or which of them stays."""
    error_list: list[dict[str, str]] = []
    if http.method == "POST":
        try:
            _decide(http)
        except Refused as refused:
            error_list = [{"text": refused.sentence}]
        else:
            return redirect("offer_staff:alike")
    page = {
        "pairs": pairs_alike(),
        "error_list": error_list,
        "has_errors": bool(error_list),
        "breadcrumbs": HOME,
    }
    return render(http, "localoffer/keep_alike.html", page, status=422 if error_list else 200)


def _decide(http: HttpRequest) -> None:
    keys = [http.POST.get(name, "") for name in ("first", "second")]
    if not all(key.isdecimal() for key in keys):
        raise Refused("Choose one of the pairs below.")
    first, second = (get_object_or_404(Service, pk=key) for key in keys)
    said = http.POST.get("what", "")
    if said == "two":
        twins.tell_apart(first=first, second=second, by=http.user)
        messages.success(http, f"Noted: {first.name} and {second.name} are two services.")
    elif said in ("first", "second"):
        kept, gone = (first, second) if said == "first" else (second, first)
        twins.join(kept=kept, gone=gone, by=http.user)
        messages.success(http, f"{kept.name} stays. The other is archived, and its address leads here.")
    else:
        raise Refused("Say whether they are two, or which of them stays.")
