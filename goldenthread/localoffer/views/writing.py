"""Writing the guide."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.localoffer.actions.editing import revise_page
from goldenthread.localoffer.errors import Conflict
from goldenthread.localoffer.forms.services import PageForm
from goldenthread.localoffer.guide_text import reading_age, unexplained
from goldenthread.localoffer.models import GuidePage
from goldenthread.localoffer.views.keeping import HOME


@needs(Permission.KEEP_OFFER)
def pages(http: HttpRequest) -> HttpResponse:
    """Every page of the guide with its reading age, and when it is to be read through again."""
    rows = [
        (page, reading_age(page.published.body) if page.published else None)
        for page in GuidePage.objects.select_related("published")
    ]
    return render(http, "localoffer/keep_guide.html", {"rows": rows, "breadcrumbs": HOME})


@needs(Permission.APPROVE_OFFER, page=GuidePage)
def page(http: HttpRequest, page: GuidePage) -> HttpResponse:
    """A page to write: every revision is kept."""
    latest = page.revisions.first()
    initial = {"based_on": latest.number, "review_on": page.review_on} if latest else {}
    if latest:
        initial |= {name: getattr(latest, name) for name in ("title", "summary", "keywords", "body")}
    form = PageForm(http.POST if http.method == "POST" else None, initial=initial)
    theirs = None
    if form.is_bound and form.is_valid():
        try:
            revise_page(page=page, now=timezone.now(), by=http.user, **form.cleaned_data)
        except Conflict as conflict:
            theirs = conflict.theirs
            form.refuse(conflict)
            typed = http.POST.copy()
            typed["based_on"] = str(theirs.number) if theirs else ""
            form.data = typed
        else:
            messages.success(http, "Published. The revision before it is kept.")
            return redirect("offer_staff:page", page.slug)
    body = form["body"].value() or ""
    context = {"page": page, "form": form, "theirs": theirs, "age": reading_age(body), "acronyms": unexplained(body),
               "revisions": page.revisions.select_related("written_by")[:20],
               "breadcrumbs": [*HOME, {"text": "Guide", "href": "/local-offer/keep/guide/"}]}  # fmt: skip
    return render(http, "localoffer/keep_page.html", context, status=422 if form.errors else 200)
