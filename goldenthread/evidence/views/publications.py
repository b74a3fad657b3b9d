"""Documents for staff: prepare, look at what the gate found, and have another person publish."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.actions import publications as actions
from goldenthread.evidence.forms.publication import (
    EditionForm,
    PrepareForm,
    PublishForm,
    ReasonForm,
    SummaryForm,
)
from goldenthread.evidence.models import DocumentDraft
from goldenthread.evidence.publishing import forms
from goldenthread.evidence.publishing.parts import from_data
from goldenthread.evidence.queries import publications as queries
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import Programme

Crumb = dict[str, str]


def _crumbs(programme: Programme, *, inside: bool = True) -> list[Crumb]:
    found = [{"text": str(programme), "href": reverse("programme_staff:board", args=[programme.slug])}]
    return found + (
        [{"text": "Documents", "href": reverse("evidence:documents", args=[programme.slug])}]
        if inside
        else []
    )


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def documents(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The drafts that wait, and all published versions."""
    waiting = DocumentDraft.objects.waiting().filter(programme=programme).defer("content")
    page = {
        "programme": programme, "drafts": waiting.select_related("prepared_by", "area", "programme"),
        "versions": queries.versions_known(programme, timezone.localdate()).select_related("published_by", "prepared_by", "area"),
        "may": May(http, programme), "breadcrumbs": _crumbs(programme, inside=False),
    }  # fmt: skip
    return render(http, "evidence/documents.html", page)


@needs(Permission.PUBLISH, programme=Programme)
def prepare(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Choose a document and make its draft."""
    form = PrepareForm(http.POST if http.method == "POST" else None, programme=programme)
    if form.is_bound and form.is_valid():
        try:
            made = actions.prepare(
                programme=programme, **form.cleaned_data, on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.add_error(refused.field or None, refused.sentence)
        else:
            messages.success(http, "The draft is made. Somebody else can now read and publish it.")
            return redirect("evidence:document_draft", made.key)
    page = {"programme": programme, "form": form, "breadcrumbs": _crumbs(programme)}
    return render(http, "evidence/prepare.html", page, status=422 if form.errors else 200)


@needs(Permission.PUBLISH, draft=DocumentDraft)
def draft(http: HttpRequest, draft: DocumentDraft) -> HttpResponse:
    """The draft as it would be published, what the gate found, and what it says differently; makes it anew."""
    if http.method == "POST":
        form = SummaryForm(http.POST)
        today = timezone.localdate()
        if form.is_valid():
            return _done(http, draft, "The draft is made anew.", lambda based_on: actions.rewrite(
                draft=draft, based_on=based_on, summary=form.cleaned_data["summary"], on=today, by=http.user), form)  # fmt: skip
        return _page(http, draft, {"summary_form": form}, 422)
    return _page(http, draft, {})


@needs(Permission.PUBLISH, draft=DocumentDraft)
@require_POST
def let_through(http: HttpRequest, draft: DocumentDraft) -> HttpResponse:
    """Keep the reason why something found may be published."""
    form = ReasonForm(http.POST)
    if not form.is_valid():
        return _page(http, draft, {"trouble": form.errors.get("reason", ["Look at the list again."])[0]}, 422)
    said = form.cleaned_data
    return _done(http, draft, "The reason is kept.", lambda based_on: actions.let_through(
        draft=draft, based_on=based_on, finding=said["finding"], reason=said["reason"], by=http.user))  # fmt: skip


@needs(Permission.PUBLISH, draft=DocumentDraft)
@require_POST
def publish(http: HttpRequest, draft: DocumentDraft) -> HttpResponse:
    """Publish the draft as it was looked at."""
    form = PublishForm(http.POST)
    if not form.is_valid():
        return _page(http, draft, {"publish_form": form}, 422)
    today, note = timezone.localdate(), form.cleaned_data["note"]
    return _done(http, draft, "It is published.", lambda based_on: actions.publish(
        draft=draft, based_on=based_on, note=note, on=today, by=http.user))  # fmt: skip


@needs(Permission.PUBLISH, draft=DocumentDraft)
@require_POST
def give_up(http: HttpRequest, draft: DocumentDraft) -> HttpResponse:
    """Close the draft without publishing it."""
    today = timezone.localdate()
    return _done(http, draft, "The draft is given up.", lambda based_on: actions.give_up(
        draft=draft, based_on=based_on, on=today, by=http.user))  # fmt: skip


def _done(
    http: HttpRequest, draft: DocumentDraft, sentence: str, act: Callable[[int], Any], form: Any = None
) -> HttpResponse:
    """Act on the edition that the reader saw; where that is refused, say why on the draft's page and keep what was typed."""
    edition = EditionForm(http.POST)
    try:
        if not edition.is_valid():
            raise Refused("Open the draft again before you change it.")
        act(edition.cleaned_data["based_on"])
    except Refused as refused:
        draft.refresh_from_db()
        return _page(
            http, draft, {"trouble": refused.sentence, **({"summary_form": form} if form else {})}, 409
        )
    messages.success(http, sentence)
    draft.refresh_from_db()
    if draft.published_on or draft.given_up_on:
        return redirect("evidence:documents", draft.programme.slug)
    return redirect("evidence:document_draft", draft.key)


def _page(http: HttpRequest, draft: DocumentDraft, more: dict[str, Any], status: int = 200) -> HttpResponse:
    last = queries.series_of(draft).last()
    found = queries.suspects(draft)
    document = from_data(draft.content)
    page = {
        "programme": draft.programme, "draft": draft, "document": document, "blocks": forms.blocks(document), "last": last,
        "differences": queries.changes_from(last, draft.content), "suspects": found,
        "is_stopped": any(one.stops for one in found), "has_written": draft.written_by.filter(pk=http.user.pk).exists(),
        "is_waiting": not (draft.published_on or draft.given_up_on), "publish_form": PublishForm(),
        "summary_form": SummaryForm(initial={"summary": draft.summary}), "breadcrumbs": _crumbs(draft.programme), **more,
    }  # fmt: skip
    return render(http, "evidence/draft.html", page, status=status)
