"""What anybody says about the Local Offer, and what came of it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.localoffer.actions.commenting import comment as send
from goldenthread.localoffer.forms.comments import CommentForm
from goldenthread.localoffer.models import GuidePage, Service
from goldenthread.localoffer.queries.comments import statements
from goldenthread.localoffer.views.search import CRUMBS


@public
def comment(http: HttpRequest) -> HttpResponse:
    """Say something about a page, a service or the whole Local Offer."""
    initial = {name: http.GET.get(name, "")[:80] for name in ("page", "service", "topic")}
    form = CommentForm(http.POST if http.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        send(topic=given["topic"], words=given["words"], page=_page(given["page"]), service=_service(given["service"]),
             on=timezone.localdate(), by=http.user)  # fmt: skip
        return redirect("localoffer:thanks")
    about = _page(initial["page"]) or _service(initial["service"])
    page = {"form": form, "about": about, "breadcrumbs": CRUMBS}
    return render(http, "localoffer/comment.html", page, status=422 if form.errors else 200)


def _page(slug: str) -> GuidePage | None:
    return GuidePage.objects.published_now().filter(slug=slug).first() if slug else None


def _service(key: Any) -> Service | None:
    try:
        return Service.objects.open_to_public().filter(public_id=key).first() if key else None
    except ValidationError:
        return None


@public
def thanks(http: HttpRequest) -> HttpResponse:
    """It has arrived."""
    return render(http, "localoffer/thanks.html", {"breadcrumbs": CRUMBS})


@public
@for_everybody
def said(http: HttpRequest) -> HttpResponse:
    """You said, we did: the yearly statements."""
    page = {"years": statements(), "breadcrumbs": CRUMBS}
    return render(http, "localoffer/said.html", page)
