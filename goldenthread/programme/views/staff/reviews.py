"""Reviews: the list, one review's page, and recording one together with the decision that came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import reviewing
from goldenthread.programme.choices import ReviewKind, ReviewPointKind
from goldenthread.programme.errors import Refused
from goldenthread.programme.forms.reviews import ReviewForm
from goldenthread.programme.models import Programme, Review
from goldenthread.programme.queries import story
from goldenthread.programme.queries.areas import AreaNow, plans_as_known, programme_as_known
from goldenthread.programme.queries.readiness import readiness_of_areas
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.frame import crumbs, done, show


def areas_of(programme: Programme, day: date) -> list[AreaNow]:
    """All areas of a programme's plans as known on a day."""
    return [now for plan in plans_as_known(programme, day) for now in plan.areas]


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def reviews(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Reviews as known on a day, the latest first, and when the next one comes."""
    at = as_at(http)
    held = programme.reviews.as_known_on(at.day).prefetch_related(
        "decisions__body", "decisions__effects__area", "decisions__effects__action"
    )
    page = {
        "programme": programme, **at.for_page(), "reviews": held.order_by("-held_on", "-pk"),
        "next_review": story.next_review(programme, at.day), "breadcrumbs": crumbs(programme),
    }  # fmt: skip
    return show(http, "reviews", page)


@needs(Permission.VIEW_PROGRAMME, review=Review)
def review(http: HttpRequest, review: Review) -> HttpResponse:
    """What one review said, who took part, and what was decided."""
    programme = review.programme
    titles = {now.area.pk: now for now in areas_of(programme, timezone.localdate())}
    by_area: dict[Any, list[Any]] = {}
    general: dict[str, list[Any]] = {}
    for point in review.points.all():
        if point.area_id:
            by_area.setdefault(titles.get(point.area_id), []).append(point)
        else:
            general.setdefault(ReviewPointKind(point.kind).label, []).append(point)
    page = {
        "programme": programme, "record": review, "review": review, "by_area": by_area.items(),
        "general": general.items(), "titles": titles,
        "decisions": review.decisions.select_related("body").prefetch_related("effects__area", "effects__action"),
        "breadcrumbs": crumbs(programme, ("Reviews", reverse("programme_staff:reviews", args=[programme.slug]))),
    }  # fmt: skip
    return show(http, "review", page)


@needs(Permission.RECORD_REVIEW, programme=Programme)
def record(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Record a review and the decision that closes or reopens areas: all of it or nothing."""
    today = timezone.localdate()
    areas = areas_of(programme, today)
    form = ReviewForm(http.POST if http.method == "POST" else None, areas=areas, initial=_asked_kind(http))
    if form.is_bound and form.is_valid():
        try:
            saved = _save(programme, form, today, http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The review is recorded.", "review", saved.pk)
    key = programme_as_known(programme, today).rating_key
    ready = readiness_of_areas([now.area for now in areas if now.is_open], key, today)
    page = {
        "programme": programme, "form": form, "areas": areas,
        "lacking": [(now, ready[now.area.pk].lacking) for now in areas if now.is_open],
        "breadcrumbs": crumbs(programme, ("Reviews", reverse("programme_staff:reviews", args=[programme.slug]))),
    }  # fmt: skip
    return show(http, "review_form", page, status=422 if form.errors else 200)


def _asked_kind(http: HttpRequest) -> dict[str, str]:
    """The kind of review that a link asks for."""
    asked = http.GET.get("kind", "")
    return {"kind": asked} if asked in ReviewKind.values else {}


@transaction.atomic
def _save(programme: Programme, form: ReviewForm, today: date, by: Any) -> Review:
    review = reviewing.record_review(programme=programme, **form.review, on=today, by=by)
    if form.has_decision:
        reviewing.record_decision(programme=programme, **form.decision, review=review, on=today, by=by)
    return review
