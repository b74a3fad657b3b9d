"""The public record for programs: JSON, CSV and a feed. The same words and figures as the page."""

from __future__ import annotations

import csv
import json
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.columns import Encoder
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.programme import rating_key
from goldenthread.programme.models import Decision, Programme, Review
from goldenthread.programme.queries.actions import actions_as_known, days_late
from goldenthread.programme.queries.areas import AreaNow, plans_as_known, programme_as_known
from goldenthread.programme.views.as_at import AsAt, as_at, shown_programme

COLUMNS = ("plan", "area", "area_title", "area_is_open", "area_closed_on", "area_closed_by", "action", "text",
           "start", "due", "delivery", "days_late", "sources")  # fmt: skip


@public
@for_everybody
def as_json(http: HttpRequest) -> HttpResponse:
    """All public areas and actions as known on a day."""
    at = as_at(http)
    if at.trouble:
        return HttpResponseBadRequest(at.trouble, content_type="text/plain; charset=utf-8")
    programme = shown_programme(http)
    content = {"area": programme.local_area, "as_at": at.day, "plans": _plans(programme, at)}
    text = json.dumps(content, cls=Encoder, ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/json; charset=utf-8")


@public
@for_everybody
def as_csv(http: HttpRequest) -> HttpResponse:
    """One row for each public action, and one for an area that has none."""
    at = as_at(http)
    if at.trouble:
        return HttpResponseBadRequest(at.trouble, content_type="text/plain; charset=utf-8")
    programme = shown_programme(http)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"progress-{programme.slug}-{at.day.isoformat()}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.DictWriter(response, COLUMNS, restval="")
    writer.writeheader()
    for plan in _plans(programme, at):
        for area in plan["areas"]:
            for row in _rows(plan, area):
                writer.writerow({column: safe_cell(value) for column, value in row.items()})
    return response


def _rows(plan: dict[str, Any], area: dict[str, Any]) -> list[dict[str, Any]]:
    shared = {
        "plan": plan["title"], "area": area["number"], "area_title": area["title"],
        "area_is_open": "yes" if area["is_open"] else "no", "area_closed_on": area["closed_on"] or "",
        "area_closed_by": area["closed_by"] or "",
    }  # fmt: skip
    rows = [
        {**shared, "action": action["number"], "text": action["text"], "start": action["start"] or "",
         "due": action["due"] or "", "delivery": action["delivery"], "days_late": action["days_late"],
         "sources": " ".join(action["sources"])}
        for action in area["actions"]
    ]  # fmt: skip
    return rows or [shared]


def _plans(programme: Programme, at: AsAt) -> list[dict[str, Any]]:
    key = programme_as_known(programme, at.day).rating_key
    by_area: dict[int, list[dict[str, Any]]] = {}
    held = actions_as_known(at.day, area__plan__programme=programme, area__plan__is_public=True)
    for version in held:
        by_area.setdefault(version.record.area_id, []).append(
            {
                "number": version.record.number, "text": version.text, "start": version.start, "due": version.due,
                "delivery": rating_key.word(key, "delivery", version.delivery),
                "days_late": days_late(version, key, at.day), "sources": version.record.sources,
            }
        )  # fmt: skip
    return [
        {
            "title": now.plan.title,
            "regime": now.plan.get_regime_display(),
            "sources": now.plan.sources,
            "areas": [_area(area, by_area.get(area.area.pk, [])) for area in now.areas],
        }
        for now in plans_as_known(programme, at.day, public=True)
    ]


def _area(now: AreaNow, actions: list[dict[str, Any]]) -> dict[str, Any]:
    closed = now.closed_by
    return {
        "number": now.number,
        "title": now.title,
        "plain": now.version.plain,
        "findings": [finding.words for finding in now.area.answers.all()],
        "is_open": now.is_open,
        "closed_on": closed.decided_on if closed else None,
        "closed_by": str(closed.body) if closed else None,
        "spells": [
            {"opened_on": spell.opened_on, "closed_on": spell.closed_on} for spell in now.openness.spells
        ],
        "sources": now.area.sources,
        "actions": actions,
    }


class ProgressFeed(Feed):
    """Reviews and decisions, newest first, each dated by the day from which it was known."""

    feed_type = Rss201rev2Feed
    description = "Reviews and decisions about the area's SEND improvement programme."

    def get_object(self, request: HttpRequest) -> Programme:
        return shown_programme(request)

    def title(self, programme: Programme) -> str:
        return f"How SEND services are getting better: {programme}"

    def link(self, programme: Programme) -> str:
        return reverse("programme:progress")

    def items(self, programme: Programme) -> list[Review | Decision]:
        reviews = list(programme.reviews.order_by("-known_on")[:30])
        decisions = list(programme.decisions.select_related("body").order_by("-known_on")[:30])
        return sorted([*reviews, *decisions], key=lambda fact: fact.known_on, reverse=True)[:30]

    def item_title(self, item: Any) -> str:
        return str(item)

    def item_description(self, item: Any) -> str:
        return item.overall if isinstance(item, Review) else item.words

    def item_link(self, item: Any) -> str:
        return reverse("programme:timeline")

    def item_guid(self, item: Any) -> str:
        return f"goldenthread:{item._meta.model_name}:{item.pk}"

    item_guid_is_permalink = False


@public
def feed(http: HttpRequest) -> HttpResponseBase:
    """The RSS feed."""
    answer: HttpResponseBase = ProgressFeed()(http)
    return answer
