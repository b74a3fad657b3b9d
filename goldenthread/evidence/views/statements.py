"""Position statements for staff: every subject, one statement, its sentences, offering it, and signing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.actions import statements as actions
from goldenthread.evidence.forms.statements import OfferForm, SignForm, evidence_of
from goldenthread.evidence.models import StatementVersion
from goldenthread.evidence.queries.signing import doubts_about, partners_of
from goldenthread.evidence.queries.statements import statement_held
from goldenthread.evidence.queries.subjects import subjects_of
from goldenthread.kit.as_at import as_at
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import Area, Priority, Programme

Crumb = dict[str, str]


def crumbs_of(programme: Programme, *further: tuple[str, str]) -> list[Crumb]:
    """The way to a page of statements."""
    way = [
        (str(programme), reverse("programme_staff:board", args=[programme.slug])),
        ("Position statements", reverse("evidence:statements", args=[programme.slug])),
        *further,
    ]
    return [{"text": text, "href": href} for text, href in way]


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def statements(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Everything of which a statement is made, with the one that stands and the one at work."""
    at = as_at(http)
    page = {
        "programme": programme, "sorts": subjects_of(programme, at.day), "may": May(http, programme), **at.for_page(),
        "breadcrumbs": crumbs_of(programme)[:1],
    }  # fmt: skip
    return render(http, "evidence/statements.html", page)


@needs(Permission.EDIT_PLAN, programme=Programme)
@require_POST
def begin(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Begin the next statement of a subject."""
    kind, code = http.POST.get("kind", ""), http.POST.get("code", "")
    about: dict[str, Any] = {}
    if kind == "criterion":
        about = {"criterion": code[:40]}
    elif kind in ("area", "priority") and code.isdecimal() and len(code) < 18:
        model: Any = Area if kind == "area" else Priority
        about = {kind: get_object_or_404(model, pk=int(code), plan__programme=programme)}
    else:
        raise Http404("There is no such subject.")
    try:
        made = actions.begin(programme=programme, **about, on=timezone.localdate(), by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
        return redirect("evidence:statements", programme.slug)
    messages.success(http, "Begun. Write it sentence by sentence.")
    return redirect("evidence:statement", made.key)


@needs(Permission.VIEW_PROGRAMME, version=StatementVersion)
def statement(http: HttpRequest, version: StatementVersion) -> HttpResponse:
    """One statement: its four parts, what each sentence rests on, who has signed."""
    return statement_page(http, version, {})


def statement_page(
    http: HttpRequest, version: StatementVersion, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The page of a statement with these forms in place of fresh ones."""
    at, may, programme = as_at(http), May(http, version), version.statement.programme
    if version.begun_on > at.day:
        raise Http404("This statement was not begun on that day.")
    held = statement_held(version, at.day)
    page: dict[str, Any] = {
        "version": version, "held": held, "may": may, "programme": programme, **at.for_page(),
        "others": version.statement.versions.exclude(pk=version.pk), "breadcrumbs": crumbs_of(programme),
    }  # fmt: skip
    if at.past is None and version.is_written and may["edit_plan"]:
        page["doubts"] = doubts_about(programme, version.claims.all())
        page["has_evidence"] = evidence_of(programme, at.day).exists()
        page["offer_form"] = OfferForm(initial={"based_on": version.edition})
    if at.past is None and version.waits_for_signatures and may["sign_statement"]:
        page |= _signing(http, version)
    page |= more
    return render(http, "evidence/statement.html", page, status=status)


def _signing(http: HttpRequest, version: StatementVersion) -> dict[str, Any]:
    """The form of a signature, or why the reader cannot sign."""
    belongs = partners_of(http.user, timezone.localdate())
    done = {one.partner for one in version.signatures.all()}
    waiting = {partner: one for partner, one in belongs.items() if partner not in done}
    if version.written_by.filter(pk=http.user.pk).exists():
        return {"cannot_sign": "You wrote some of this statement, so somebody else must sign it."}
    if any(one.signed_by_id == http.user.pk for one in version.signatures.all()):
        return {"cannot_sign": "You have answered for your partner."}
    if not belongs:
        return {
            "cannot_sign": "You belong to none of the three partners who sign. Ask the administrator to record where you work."
        }
    if not waiting:
        return {"cannot_sign": "Somebody else has answered for your partner already."}
    return {"sign_form": SignForm(belongs=waiting), "belongs": waiting}


@needs(Permission.EDIT_PLAN, version=StatementVersion)
@require_POST
def offer(http: HttpRequest, version: StatementVersion) -> HttpResponse:
    """Offer the statement, as it was looked at, for signature."""
    form = OfferForm(http.POST)
    if not form.is_valid():
        return statement_page(http, version, {"offer_form": form}, 422)
    said = form.cleaned_data
    return _done(http, version, "Offered. The three partners can now sign it.", {"offer_form": form}, lambda: actions.offer(
        version=version, based_on=said["based_on"], look_again_on=said["look_again_on"], on=timezone.localdate(), by=http.user,
    ))  # fmt: skip


@needs(Permission.SIGN_STATEMENT, version=StatementVersion)
@require_POST
def sign(http: HttpRequest, version: StatementVersion) -> HttpResponse:
    """Sign for the reader's own partner, or say why it does not agree."""
    form = SignForm(http.POST, belongs=partners_of(http.user, timezone.localdate()))
    if not form.is_valid():
        return statement_page(http, version, {"sign_form": form}, 422)
    said = form.cleaned_data
    return _done(http, version, "Your answer is recorded.", {"sign_form": form}, lambda: actions.sign(
        version=version, agrees=said["agrees"], words=said["words"], partner=said["partner"], on=timezone.localdate(),
        by=http.user,
    ))  # fmt: skip


@needs(Permission.EDIT_PLAN, version=StatementVersion)
@require_POST
def give_up(http: HttpRequest, version: StatementVersion) -> HttpResponse:
    """Close a statement that does not stand."""
    return _done(http, version, "Given up. The next one goes on from it.", {}, lambda: actions.give_up(
        version=version, on=timezone.localdate(), by=http.user))  # fmt: skip


def _done(
    http: HttpRequest, version: StatementVersion, sentence: str, forms: dict[str, Any], act: Callable[[], Any]
) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        version.refresh_from_db()
        for form in forms.values():
            form.refuse(refused)
        return statement_page(http, version, {**forms, "trouble": refused.sentence}, 409)
    messages.success(http, sentence)
    return redirect("evidence:statement", version.key)
