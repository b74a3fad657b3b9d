"""Plans: the list of them, and one plan's page with its areas, its way to approval and its deadlines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.models import Plan, Programme
from goldenthread.programme.queries import story
from goldenthread.programme.queries.actions import tallies_by_area
from goldenthread.programme.queries.areas import areas_as_known, plans_as_known, programme_as_known
from goldenthread.programme.queries.route import annual_review, steps_to_come
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.frame import crumbs, show


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def plans(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The programme's plans as known on a day."""
    at = as_at(http)
    page = {"programme": programme, **at.for_page(), "plans": plans_as_known(programme, at.day),
            "breadcrumbs": crumbs(programme)}  # fmt: skip
    return show(http, "plans", page)


@needs(Permission.VIEW_PROGRAMME, plan=Plan)
def plan(http: HttpRequest, plan: Plan) -> HttpResponse:
    """One plan: its areas, its way to approval, its deadlines, its published versions."""
    at, programme = as_at(http), plan.programme
    key = programme_as_known(programme, at.day).rating_key
    tallies = tallies_by_area(programme, key, at.day)
    page = {
        "programme": programme, "record": plan, "plan": plan, **at.for_page(),
        "areas": [(now, tallies.get(now.area.pk)) for now in areas_as_known(plan.areas.all(), at.day)],
        "route": plan.route.as_known_on(at.day).select_related("body"),
        "to_come": steps_to_come(plan, at.day), "annual": annual_review(programme, at.day),
        "measures": plan.measures.filter(known_on__lte=at.day).count(),
        "priorities": plan.priorities.prefetch_related("areas", "actions"),
        "clocks": story.clocks_of(plan, at.day),
        "publications": plan.publications.filter(published_on__lte=at.day).defer("content").order_by("-number"),
        "breadcrumbs": crumbs(programme, ("Plans", reverse("programme_staff:plans", args=[programme.slug]))),
    }  # fmt: skip
    return show(http, "plan", page)
