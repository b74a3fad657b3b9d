"""The sentences of a statement: adding one, changing one with nobody's words lost, taking one out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.actions import statements as actions
from goldenthread.evidence.forms.statements import ClaimForm, evidence_of
from goldenthread.evidence.models import Claim, StatementPart, StatementVersion
from goldenthread.evidence.views.statements import crumbs_of
from goldenthread.kit.errors import Conflict, Refused


def _form(http: HttpRequest, version: StatementVersion, initial: dict[str, Any]) -> ClaimForm:
    cited = evidence_of(version.statement.programme, timezone.localdate())
    return ClaimForm(http.POST if http.method == "POST" else None, cited=cited, initial=initial)


def _answer(
    http: HttpRequest, version: StatementVersion, form: ClaimForm, title: str, more: dict[str, Any]
) -> HttpResponse:
    here = (str(version.statement), reverse("evidence:statement", args=[version.key]))
    page = {
        "version": version, "form": form, "title": title, "has_errors": bool(form.errors),
        "breadcrumbs": crumbs_of(version.statement.programme, here), **more,
    }  # fmt: skip
    status = 409 if "theirs" in more else 422 if form.errors else 200
    return render(http, "evidence/claim.html", page, status=status)


@needs(Permission.EDIT_PLAN, version=StatementVersion)
def add(http: HttpRequest, version: StatementVersion) -> HttpResponse:
    """A sentence more, under the part that is asked for."""
    part = http.GET.get("part", "")
    if part not in StatementPart.values:
        raise Http404("A statement has no such part.")
    form = _form(http, version, {"claims_impact": part == StatementPart.CONCLUSION})
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            actions.add_claim(version=version, part=part, text=said["text"], claims_impact=said["claims_impact"],
                              evidence=said["evidence"], by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The sentence is in the statement.")
            return redirect("evidence:statement", version.key)
    return _answer(http, version, form, f"A sentence under “{StatementPart(part).label}”", {})


@needs(Permission.EDIT_PLAN, claim=Claim)
def change(http: HttpRequest, claim: Claim) -> HttpResponse:
    """Other words or evidence for a sentence. If somebody else changed it meanwhile, both versions are shown."""
    version = claim.version
    form = _form(http, version, {
        "based_on": claim.edition, "text": claim.text, "claims_impact": claim.claims_impact, "evidence": claim.evidence.all(),
    })  # fmt: skip
    more: dict[str, Any] = {"claim": claim}
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            actions.change_claim(
                claim=claim, based_on=said["based_on"] or 0, text=said["text"], claims_impact=said["claims_impact"],
                evidence=said["evidence"], by=http.user,
            )  # fmt: skip
        except Conflict as conflict:
            more |= {"theirs": conflict.theirs}
            typed = http.POST.copy()
            typed["based_on"] = str(conflict.theirs.edition)
            form.data = typed
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The sentence is changed.")
            return redirect("evidence:statement", version.key)
    return _answer(http, version, form, "Change a sentence", more)


@needs(Permission.EDIT_PLAN, claim=Claim)
@require_POST
def remove(http: HttpRequest, claim: Claim) -> HttpResponse:
    """Take a sentence out."""
    version, based_on = claim.version, http.POST.get("based_on", "")
    try:
        actions.remove_claim(
            claim=claim, based_on=int(based_on) if based_on.isdecimal() and len(based_on) < 9 else 0, by=http.user
        )  # fmt: skip
    except Refused as refused:
        messages.error(http, refused.sentence)
    else:
        messages.success(http, "The sentence is taken out.")
    return redirect("evidence:statement", version.key)
