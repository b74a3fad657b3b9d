"""Pages to read: a service, the guide, events, the shortlist."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.localoffer.guide_text import blocks_of
from goldenthread.localoffer.models import Comment, GuidePage, Service
from goldenthread.localoffer.queries.forms import other_forms
from goldenthread.localoffer.queries.guide import coming_events, routes_with_pages
from goldenthread.localoffer.queries.services import shown
from goldenthread.localoffer.routes import BY_KEY
from goldenthread.localoffer.shortlist import MOST, keep, kept
from goldenthread.localoffer.views.search import CRUMBS, has_waiting_times


@public(service=Service)
@for_everybody
def service(http: HttpRequest, service: Service) -> HttpResponse:
    """One service: what it is, for whom, when, where, what it costs, how to start, and when that was last checked."""
    if not service.is_shown_on(timezone.localdate()):
        raise Http404("This service is not shown now.")
    page = {
        "service": service, "shown": shown(service), "is_kept": str(service.public_id) in kept(http), "breadcrumbs": CRUMBS,
        "large_print": reverse("localoffer:service_in_large_print", args=[service.public_id]),
        "forms": other_forms(service),
        "comments": Comment.objects.published().filter(service=service)[:5], "kept": len(kept(http)),
    }  # fmt: skip
    return render(http, "localoffer/service.html", page)


@public
@for_everybody
def guide(http: HttpRequest) -> HttpResponse:
    """All of the guide, by what families need help with."""
    page = {"routes": routes_with_pages(), "has_waiting_times": has_waiting_times(), "breadcrumbs": CRUMBS}
    return render(http, "localoffer/guide.html", page)


@public(page=GuidePage)
@for_everybody
def guide_page(http: HttpRequest, page: GuidePage) -> HttpResponse:
    """One page of advice."""
    revision = page.revision_on(timezone.localdate())
    if revision is None:
        raise Http404("This page is not published.")
    others = (
        GuidePage.objects.published_now().filter(route=page.route).exclude(pk=page.pk)[:6]
        if page.route
        else []
    )
    context = {
        "page": page, "revision": revision, "blocks": blocks_of(revision.body), "route": BY_KEY.get(page.route),
        "large_print": reverse("localoffer:page_in_large_print", args=[page.slug]), "forms": other_forms(page),
        "others": others, "comments": Comment.objects.published().filter(page=page)[:5],
        "breadcrumbs": [*CRUMBS, {"text": "Guide", "href": "/local-offer/guide/"}],
    }  # fmt: skip
    return render(http, "localoffer/guide_page.html", context)


@public
@for_everybody
def events(http: HttpRequest) -> HttpResponse:
    """What is on, the next first."""
    page = {"events": coming_events(timezone.now()), "breadcrumbs": CRUMBS}
    return render(http, "localoffer/events.html", page)


@public
@csrf_exempt  # it changes nothing but a list in the reader's own cookie, and pages with its button may be kept by caches
def shortlist(http: HttpRequest) -> HttpResponse:
    """What the reader has kept, to print or to show somebody; and keeping or letting go of one."""
    ids = kept(http)
    if http.method == "POST":
        return _change(http, ids)
    rows = {
        str(one.public_id): one
        for one in Service.objects.shown_on(timezone.localdate()).filter(public_id__in=ids)
    }
    page = {"rows": [shown(rows[one]) for one in ids if one in rows], "gone": len([o for o in ids if o not in rows]),
            "most": MOST, "breadcrumbs": CRUMBS}  # fmt: skip
    response = render(http, "localoffer/shortlist.html", page)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _change(http: HttpRequest, ids: list[str]) -> HttpResponse:
    added, taken = http.POST.get("keep", ""), http.POST.get("drop", "")
    if http.POST.get("clear"):
        ids = []
    if (
        added
        and added not in ids
        and Service.objects.open_to_public().filter(public_id__in=_uuids(added)).exists()
    ):
        ids = [*ids, added][:MOST]
    ids = [one for one in ids if one != taken]
    back = http.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/local-offer/")
    response = redirect(back if safe else "localoffer:shortlist")
    keep(response, ids)
    return response


def _uuids(text: str) -> list[str]:
    try:
        return [str(uuid.UUID(text))]
    except ValueError:
        return []
