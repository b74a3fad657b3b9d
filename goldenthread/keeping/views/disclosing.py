"""Answering who asked what is held about a child."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.audit import log
from goldenthread.keeping.actions import disclosing
from goldenthread.keeping.forms.disclosing import ReceiveForm
from goldenthread.keeping.models import Disclosure
from goldenthread.keeping.queries.due import named
from goldenthread.keeping.queries.everything import Row, everything
from goldenthread.keeping.views.frame import for_keeping, form_page
from goldenthread.kit.errors import Refused
from goldenthread.law.subject_access import CITATION

P = Permission.ANSWER_ACCESS
HERE = [{"text": "Who asked for theirs", "href": "/keeping/asked/"}]
MOST = 100
"""So many flagged rows stand on a page; the next ones come when these are decided."""


@needs(P)
@for_keeping
def asked(http: HttpRequest) -> HttpResponse:
    """Everybody who asked, the one whose time is up first."""
    held = (
        Disclosure.objects.defer("content").select_related("child", "adult").prefetch_related("child__cases")
    )
    page = {
        "lines": [(one, named(one.child)) for one in held],
        "day": timezone.localdate(),
        "citation": CITATION,
    }
    return render(http, "keeping/asked.html", page)


@needs(P)
@for_keeping
def receive(http: HttpRequest) -> HttpResponse:
    """Enter a request: the clock runs from the day on which it came."""
    form = ReceiveForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = disclosing.receive(on=timezone.localdate(), by=reader(http), **form.cleaned_data)
            return redirect("keeping:disclosure", made.public_id)
        except Refused as refused:
            form.refuse(refused)
    return form_page(http, form, "Somebody asks what we hold", "Enter it", breadcrumbs=HERE)


@needs(P, disclosure=Disclosure)
@for_keeping
def disclosure(http: HttpRequest, disclosure: Disclosure) -> HttpResponse:
    """One request: what is about others, row by row; then prepare, release and call back."""
    once: dict[str, Any] = {}
    if http.method == "POST":
        try:
            once = _act(http, disclosure)
        except Refused as refused:
            messages.error(http, refused.sentence)
        if not once:
            return redirect("keeping:disclosure", disclosure.public_id)
        disclosure.refresh_from_db()
    rows = everything(disclosure.child, timezone.localdate(), asked_by=disclosure.adult)
    left = disclosing.undecided(disclosure, rows)
    log.record_read(
        "keeping.disclosure.read", subject=f"keeping.disclosure:{disclosure.public_id}", by=http.user
    )
    page = {
        "held": disclosure, "named": named(disclosure.child), "left": left[:MOST], "left_count": len(left), "most": MOST,
        "rows": len(rows), "flagged": sum(bool(row.flags) for row in rows), "citation": CITATION, "breadcrumbs": HERE,
        "out": sum(choice == disclosing.REDACT for choice, _ in disclosure.decisions.values()),
        "is_own": disclosure.prepared_by_id == reader(http).pk, "day": timezone.localdate(), **once,
    }  # fmt: skip
    return render(http, "keeping/disclosure.html", page)


def _act(http: HttpRequest, held: Disclosure) -> dict[str, Any]:
    """What the button asks for; a link and its code are given back, to be shown once."""
    what, on, by = http.POST.get("what", ""), timezone.localdate(), reader(http)
    if what == "decide":
        rows = everything(held.child, on, asked_by=held.adult)
        disclosing.decide(disclosure=held, decisions=_decided(http, disclosing.undecided(held, rows)), by=by)
    elif what == "prepare":
        disclosing.prepare(disclosure=held, on=on, by=by)
    elif what == "recall":
        disclosing.recall(disclosure=held, on=on, by=by)
        messages.success(http, "The link opens nothing any more.")
    elif what == "release":
        _, secret, code = disclosing.release(disclosure=held, on=on, by=by)
        address = settings.SITE_ADDRESS.rstrip("/") + reverse("keeping:take", args=[secret])
        return {"address": address, "code": code}
    return {}


def _decided(http: HttpRequest, rows: list[Row]) -> dict[str, tuple[str, str]]:
    """Of each row that was answered: keep or leave out, and why. Only flagged rows can be answered."""
    given = {
        row.key: (http.POST.get(f"row-{row.key}", ""), http.POST.get(f"why-{row.key}", "")) for row in rows
    }
    return {key: (choice, why) for key, (choice, why) in given.items() if choice}
