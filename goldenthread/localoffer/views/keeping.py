"""The pages of those who keep the Local Offer."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from procrastinate.exceptions import AlreadyEnqueued

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.identifiers import kinds_of_traces
from goldenthread.localoffer.actions import commenting, keepers, upkeep
from goldenthread.localoffer.choices import VersionState
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.comments import AnswerForm
from goldenthread.localoffer.forms.services import KeeperForm, LinkForm, RefuseForm
from goldenthread.localoffer.models import Comment, Service, ServiceVersion
from goldenthread.localoffer.queries import upkeep as waiting
from goldenthread.localoffer.queries.comments import waiting_comments
from goldenthread.localoffer.queries.coverage import coverage
from goldenthread.localoffer.queries.links import broken_links, links_tried_on
from goldenthread.localoffer.tasks import try_links

HOME = [{"text": "The Local Offer", "href": "/local-offer/keep/"}]
A_PAGE = 50


@needs(Permission.KEEP_OFFER)
def home(http: HttpRequest) -> HttpResponse:
    """What waits: changes, comments, checks, and what families did not find."""
    day, covered = timezone.localdate(), coverage(timezone.localdate())
    page = {
        "today": day, "changes": waiting.waiting_changes(), "comments": waiting_comments(),
        "lapsing": waiting.services_to_check(day)[:20],
        "silent": waiting.settings_with_questions_open().count(),
        "pages": waiting.pages_to_read(day)[:20], "searches": waiting.searches_without_result(),
        "suggestions": waiting.suggestions(), "broken": broken_links().count(),
        "gaps": sum(one.is_gap for one in covered), "duties": len(covered),
    }  # fmt: skip
    return render(http, "localoffer/keep_home.html", page)


@needs(Permission.KEEP_OFFER)
def services(http: HttpRequest) -> HttpResponse:
    """Every service, those nobody has checked for longest first."""
    words = http.GET.get("words", "").replace("\0", "").strip()[:100]
    rows = Service.objects.select_related("provider").order_by("assured_on", "name")
    rows = rows.filter(name__icontains=words) if words else rows
    is_open = http.GET.get("questions") == "open"
    rows = rows.filter(pk__in=waiting.settings_with_questions_open().values("pk")) if is_open else rows
    page = {"page": Paginator(rows, A_PAGE).get_page(http.GET.get("page")), "words": words, "is_open": is_open,
            "breadcrumbs": HOME}  # fmt: skip
    return render(http, "localoffer/keep_services.html", page)


@needs(Permission.KEEP_OFFER, service=Service)
def service(http: HttpRequest, service: Service) -> HttpResponse:
    """One service: check it, send its provider a link, and read how it changed."""
    form = LinkForm(http.POST if "sent_to" in http.POST else None)
    keeper_form = KeeperForm(http.POST if "email" in http.POST else None)
    address = ""
    if http.method == "POST" and http.POST.get("still_right"):
        upkeep.assure(service=service, who="the council", on=timezone.localdate(), by=http.user)
        messages.success(http, "The entry says that it was checked today.")
        return redirect("offer_staff:service", service.public_id)
    if form.is_bound and form.is_valid():
        address = upkeep.send_link(
            service=service, sent_to=form.cleaned_data["sent_to"], on=timezone.localdate(), by=http.user
        )
    if _give_and_take(http, service, keeper_form):
        return redirect("offer_staff:service", service.public_id)
    page = {"service": service, "form": form, "second_form": keeper_form, "address": address, "breadcrumbs": HOME,
            "keepers": waiting.keepers_of(service.provider),
            "versions": service.versions.select_related("decided_by")[:20]}  # fmt: skip
    has_errors = form.errors or keeper_form.errors
    return render(http, "localoffer/keep_service.html", page, status=422 if has_errors else 200)


def _give_and_take(http: HttpRequest, service: Service, form: KeeperForm) -> bool:
    """Let an account keep the provider's entries, or let it no more; whether that was done."""
    taken = http.POST.get("take_back", "")
    if taken.isdecimal() and len(taken) < 12:
        keepers.take_back(provider=service.provider, keeper=int(taken), by=http.user)
        messages.success(http, "They keep these entries no more.")
        return True
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        keepers.let_keep(
            provider=service.provider, email=form.cleaned_data["email"], on=timezone.localdate(), by=http.user
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(http, f"They can keep every entry of {service.provider.name} now, after signing in.")
    return True


@needs(Permission.APPROVE_OFFER, version=ServiceVersion)
def change(http: HttpRequest, version: ServiceVersion) -> HttpResponse:
    """A change field by field: approve it, or say why not."""
    form = RefuseForm(http.POST if http.method == "POST" and not http.POST.get("approve") else None)
    error_list: list[dict[str, str]] = []
    try:
        if http.method == "POST" and http.POST.get("approve"):
            upkeep.approve(version=version, now=timezone.now(), by=http.user)
            return _done(http, "Approved: families read it now.")
        if form.is_bound and form.is_valid():
            upkeep.refuse(
                version=version, reason=form.cleaned_data["reason"], now=timezone.now(), by=http.user
            )
            return _done(http, "The change is not taken. The provider reads why behind its link.")
    except Refused as refused:
        error_list = [{"text": refused.sentence}]
    approved = version.service.approved
    page = {
        "version": version, "form": form, "error_list": error_list, "has_errors": bool(error_list), "breadcrumbs": HOME,
        "differences": waiting.differences(approved.record if approved else {}, version.record),
        "is_waiting": version.state == VersionState.WAITING,
    }  # fmt: skip
    return render(http, "localoffer/keep_change.html", page, status=422 if form.errors or error_list else 200)


def _done(http: HttpRequest, sentence: str) -> HttpResponse:
    messages.success(http, sentence)
    return redirect("offer_staff:home")


@needs(Permission.APPROVE_OFFER, comment=Comment)
def comment(http: HttpRequest, comment: Comment) -> HttpResponse:
    """A comment: publish it with an answer, or say why it is not published."""
    initial = {"published_words": comment.words}
    form = AnswerForm(http.POST if http.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            _decide(comment, form.cleaned_data, http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return _done(
                http,
                "Done. It stands under “You said, we did”."
                if form.cleaned_data["decision"] == "publish"
                else "Done.",
            )
    page = {"comment": comment, "form": form, "traces": kinds_of_traces(comment.words), "breadcrumbs": HOME}
    return render(http, "localoffer/keep_comment.html", page, status=422 if form.errors else 200)


def _decide(comment: Comment, given: dict[str, Any], by: Any) -> None:
    today = timezone.localdate()
    if given["decision"] == "keep-back":
        commenting.keep_back(comment=comment, because=given["kept_back_because"], on=today, by=by)
        return
    commenting.publish_answer(
        comment=comment, published_words=given["published_words"], outcome=given["outcome"], answer=given["answer"],
        on=today, by=by,
    )  # fmt: skip


@needs(Permission.APPROVE_OFFER)
def links(http: HttpRequest) -> HttpResponse:
    """Links that led nowhere, and having them all tried again."""
    if http.method == "POST":
        with suppress(AlreadyEnqueued):
            try_links.defer()
        return _done(http, "The links are being tried. That takes some minutes; then the list is new.")
    found = list(broken_links())
    page = {"links": found, "tried_on": links_tried_on(), "breadcrumbs": HOME}
    return render(http, "localoffer/keep_links.html", page)
