"""What anybody may read: which areas are open, on whose word others closed, what changed and what comes next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.accounts.gate import public
from goldenthread.kit.as_at import asked_day
from goldenthread.kit.caching import for_everybody
from goldenthread.programme.models import Area, Publication
from goldenthread.programme.queries import story
from goldenthread.programme.queries.actions import actions_as_known
from goldenthread.programme.queries.areas import area_as_known, plans_as_known, programme_as_known
from goldenthread.programme.queries.changes import changes_between
from goldenthread.programme.queries.publications import compared_with_last
from goldenthread.programme.queries.recorded_figures import published_figures
from goldenthread.programme.views.as_at import AsAt, as_at, shown_programme
from goldenthread.programme.views.charts import areas_chart

CHANGES_SHOWN = 90
ACTIONS_A_PAGE = 25


@public
@for_everybody
def progress(http: HttpRequest) -> HttpResponse:
    """All areas: open first, each in one plain sentence, with what changed and what comes next."""
    programme, at = shown_programme(http), as_at(http)
    plans = plans_as_known(programme, at.day, public=True)
    page = {
        "programme": programme,
        "words": programme_as_known(programme, at.day),
        **at.for_page(),
        "plans": [plan for plan in plans if plan.areas],
        "chart": areas_chart([plan for plan in plans if plan.areas], _chart_address(at)),
        "reports": story.area_reports(plans, at.day),
        "next_review": story.next_review(programme, at.day),
        "last_review": story.last_review(programme, at.day),
        "figures": published_figures(programme, at.day),
        "publications": Publication.objects.open_to_public()
        .filter(plan__programme=programme, published_on__lte=at.day)
        .select_related("plan").defer("content"),
    }  # fmt: skip
    return render(http, "programme/progress.html", page)


def _chart_address(at: AsAt) -> str:
    asked = {"as_at": at.past.isoformat()} if at.past else {}
    return reverse("programme:areas_chart", query=asked)


@public(area=Area)
@for_everybody
def area(http: HttpRequest, area: Area) -> HttpResponse:
    """One area's whole thread: finding, plan, actions, reviews, closure."""
    at = as_at(http)
    now = area_as_known(area, at.day)
    if now is None:
        return render(http, "programme/area_not_yet.html", {**at.for_page(), "area": area}, status=404)
    programme = area.plan.programme
    words = programme_as_known(programme, at.day)
    actions = Paginator(actions_as_known(at.day, area=area), ACTIONS_A_PAGE).get_page(http.GET.get("page"))
    page = {
        "programme": programme,
        **at.for_page(),
        "now": now,
        "actions": [story.public_action(version, words.rating_key, at.day) for version in actions],
        "page": actions,
        "thread": story.area_thread(now, at.day),
        "clocks": story.clocks_of(area.plan, at.today),
        "checks": area.sustained_checks.as_known_on(at.day),
        "measures": published_figures(programme, at.day, area),
    }
    return render(http, "programme/area.html", page)


@public
@for_everybody
def changes(http: HttpRequest) -> HttpResponse:
    """What changed since a day that the reader chooses."""
    programme, at = shown_programme(http), as_at(http)
    since, trouble = _since(http, at.day)
    page = {
        "programme": programme,
        **at.for_page(),
        "since": since,
        "asked": http.GET.get("since", ""),
        "trouble": trouble,
        "changes": changes_between(programme, since, at.day, public=True),
    }
    return render(http, "programme/changes.html", page)


def _since(http: HttpRequest, day: Any) -> tuple[Any, str]:
    usual = day - timedelta(days=CHANGES_SHOWN)
    try:
        return asked_day(http.GET.get("since", ""), day) or usual, ""
    except ValueError as trouble:
        return usual, str(trouble)


@public
@for_everybody
def timeline(http: HttpRequest) -> HttpResponse:
    """Everything that happened, in order."""
    programme, at = shown_programme(http), as_at(http)
    knots = story.programme_thread(programme, at.day)
    return render(http, "programme/timeline.html", {"programme": programme, **at.for_page(), "knots": knots})


@public
@for_everybody
def strategy(http: HttpRequest) -> HttpResponse:
    """The strategy's priorities and the areas that carry them."""
    programme, at = shown_programme(http), as_at(http)
    page = {"programme": programme, **at.for_page(), "strategies": story.strategies(programme, at.day)}
    return render(http, "programme/strategy.html", page)


@public
@for_everybody
def record(http: HttpRequest) -> HttpResponse:
    """How we know: where sources disagree, and what could not be found."""
    programme, at = shown_programme(http), as_at(http)
    page = {"programme": programme, **at.for_page(), "remarks": programme.remarks.order_by("pk")}
    return render(http, "programme/record.html", page)


@public(publication=Publication)
@for_everybody
def version(http: HttpRequest, publication: Publication) -> HttpResponse:
    """A published version, and what differs from the one before it."""
    last, differences = compared_with_last(publication)
    page = {"publication": publication, "last": last, "differences": differences, **as_at(http).for_page()}
    return render(http, "programme/version.html", page)
