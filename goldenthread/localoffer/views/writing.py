"""Writing the guide."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.dates import in_words
from goldenthread.localoffer.actions.editing import move_page, publish_page, revise_page
from goldenthread.localoffer.errors import Conflict, Refused
from goldenthread.localoffer.forms.guide import NewPageForm, PageForm
from goldenthread.localoffer.guide_text import reading_age, unexplained
from goldenthread.localoffer.models import GuidePage, GuideRevision
from goldenthread.localoffer.views.keeping import HOME

GUIDE = [*HOME, {"text": "Guide", "href": "/local-offer/keep/guide/"}]


@needs(Permission.KEEP_OFFER)
def pages(http: HttpRequest) -> HttpResponse:
    """Every page of the guide with its reading age, what is coming, and when it is to be read through again."""
    rows = [
        (page, reading_age(page.published.body) if page.published else None)
        for page in GuidePage.objects.select_related("published", "coming")
    ]
    return render(
        http, "localoffer/keep_guide.html", {"rows": rows, "today": timezone.localdate(), "breadcrumbs": HOME}
    )


@needs(Permission.APPROVE_OFFER)
def add(http: HttpRequest) -> HttpResponse:
    """A new page."""
    form = NewPageForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            page = publish_page(slug=given["slug"], words=form.words, route=given["route"],
                                review_on=given["review_on"], owner=given["owner"], now=timezone.now(), by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            return _done(http, page)
    context = {"form": form, "breadcrumbs": GUIDE, **_advice(form)}
    return render(http, "localoffer/keep_page.html", context, status=422 if form.errors else 200)


@needs(Permission.APPROVE_OFFER, page=GuidePage)
def page(http: HttpRequest, page: GuidePage) -> HttpResponse:
    """A page to write: every revision is kept."""
    form = PageForm(http.POST if http.method == "POST" else None, initial=_initial(page))
    theirs = None
    if form.is_bound and form.is_valid():
        try:
            changed = _change(page, form, http)
        except Conflict as conflict:
            theirs = conflict.theirs
            _show_theirs(form, conflict)
        except Refused as refused:
            form.refuse(refused)
        else:
            return _done(http, changed)
    revisions = page.revisions.select_related("written_by")[:20]
    context = {
        "page": page,
        "form": form,
        "theirs": theirs,
        "revisions": revisions,
        "breadcrumbs": GUIDE,
        **_advice(form),
    }
    return render(http, "localoffer/keep_page.html", context, status=422 if form.errors else 200)


def _initial(page: GuidePage) -> dict[str, object]:
    latest: GuideRevision | None = page.revisions.first()
    initial: dict[str, object] = {"slug": page.slug, "review_on": page.review_on, "owner": page.owner}
    if latest:
        initial |= {name: getattr(latest, name) for name in ("title", "summary", "keywords", "body")}
        initial |= {"based_on": latest.number, "publish_on": latest.publish_on if page.coming_id else None}
    return initial


@transaction.atomic
def _change(page: GuidePage, form: PageForm, http: HttpRequest) -> GuidePage:
    given = form.cleaned_data
    revise_page(page=page, based_on=given["based_on"] or 0, words=form.words, review_on=given["review_on"], owner=given["owner"],
                now=timezone.now(), by=http.user)  # fmt: skip
    return move_page(page=page, slug=given["slug"], by=http.user)


def _show_theirs(form: PageForm, conflict: Conflict) -> None:
    """What was typed stays, and the next attempt is based on the revision that is shown with it."""
    form.refuse(conflict)
    typed = QueryDict(mutable=True)
    typed.update(form.data)
    typed["based_on"] = str(conflict.theirs.number) if conflict.theirs else ""
    form.data = typed


def _done(http: HttpRequest, page: GuidePage) -> HttpResponse:
    coming = page.coming
    if coming and coming.publish_on:
        messages.success(http, f"Kept. It is published on {in_words(coming.publish_on)}.")
    else:
        messages.success(http, "Published. The revision before it is kept.")
    return redirect("offer_staff:page", page.slug)


def _advice(form: PageForm) -> dict[str, object]:
    """What the page tells its writer about the words."""
    body = form["body"].value() or ""
    return {
        "age": reading_age(body) if body else None,
        "acronyms": unexplained(body, form["summary"].value() or ""),
    }
