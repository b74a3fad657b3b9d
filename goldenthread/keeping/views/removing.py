"""What is due to be removed: proposed by one person, confirmed by another."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.audit import log
from goldenthread.keeping.actions import proposing
from goldenthread.keeping.forms.holding import WhyNotForm
from goldenthread.keeping.models import Removal
from goldenthread.keeping.queries import due as queries
from goldenthread.keeping.views.frame import HOME, chosen, for_keeping
from goldenthread.kit.errors import Refused

P = Permission.REMOVE_BY_RULE
SHOWN = 100


@needs(P)
@for_keeping
def home(http: HttpRequest) -> HttpResponse:
    """What may go by its rule, kind by kind, and the form that proposes it."""
    day = timezone.localdate()
    if http.method == "POST":
        try:
            _propose(http)
        except Refused as refused:
            messages.error(http, refused.sentence)
        return redirect("keeping:home")
    kinds = [
        {"rule": rule, "due": queries.due(rule.kind, day), "count": queries.count_due(rule.kind, day)}
        for rule in queries.rules_on(day)
    ]
    log.record_read("keeping.due.read", subject="keeping.removal:many", by=http.user)
    page = {"kinds": kinds, "day": day, "waiting": queries.proposals().count(), "most": queries.MOST}
    return render(http, "keeping/due.html", page)


def _propose(http: HttpRequest) -> None:
    kind = http.POST.get("kind", "")
    keys = [int(one) for one in chosen(http) if one.isascii() and one.isdecimal() and len(one) < 19]
    if kind not in queries.KEEPINGS:
        raise Refused(proposing.GONE)
    made = proposing.propose(kind=kind, keys=keys, on=timezone.localdate(), by=reader(http))
    messages.success(http, f"Proposed: {len(made)}. Another person must confirm before anything goes.")


@needs(P)
@for_keeping
def proposals(http: HttpRequest) -> HttpResponse:
    """What was proposed, and the form with which a second person confirms it."""
    waiting = list(queries.proposals())
    if http.method == "POST":
        picked = [one for one in waiting if str(one.public_id) in chosen(http)]
        try:
            held = proposing.confirm(removals=picked, on=timezone.localdate(), by=reader(http))
            messages.success(http, f"Confirmed: {len(held)}. They are removed in the next minutes.")
        except Refused as refused:
            messages.error(http, refused.sentence)
        return redirect("keeping:proposals")
    lines = [(one, queries.named(one.child) if one.child else f"number {one.row}") for one in waiting]
    others = [
        line for line in lines if line[0].state == "proposed" and line[0].proposed_by_id != reader(http).pk
    ]
    own = [line for line in lines if line not in others]
    return render(http, "keeping/proposals.html", {"others": others, "own": own, "breadcrumbs": HOME})


@needs(P, removal=Removal)
@for_keeping
def decline(http: HttpRequest, removal: Removal) -> HttpResponse:
    """Say why it stays for now."""
    form = WhyNotForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            proposing.decline(removal=removal, on=timezone.localdate(), by=reader(http), **form.cleaned_data)
            messages.success(http, "It stays for now.")
            return redirect("keeping:proposals")
        except Refused as refused:
            form.refuse(refused)
    page = {"form": form, "title": "It stays for now", "button": "Keep it", "breadcrumbs": HOME}
    return render(http, "keeping/form.html", page, status=422 if form.errors else 200)


@needs(P)
def removed(http: HttpRequest) -> HttpResponse:
    """What was removed by rule, without anybody’s name, and what was not and why."""
    page = {
        "removed": queries.removed()[:SHOWN],
        "count": queries.removed().count(),
        "shown": SHOWN,
        "breadcrumbs": HOME,
    }
    return render(http, "keeping/removed.html", page)
