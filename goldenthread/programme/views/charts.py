"""Pictures of the programme, drawn by the server. Each page that shows one has its table behind it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from goldenthread.accounts.gate import public
from goldenthread.kit import charts
from goldenthread.programme.queries.areas import AreaNow, plans_as_known
from goldenthread.programme.views.as_at import as_at, shown_programme


@public
def areas_over_time(http: HttpRequest) -> HttpResponse:
    """When each public area was open."""
    at = as_at(http)
    plans = plans_as_known(shown_programme(http), at.day, public=True)
    rows = [row for plan in plans for now in plan.areas for row in spell_rows(now)]
    return svg(charts.timeline(rows))


def spell_rows(now: AreaNow) -> list[charts.Span]:
    """A bar for each spell of an area; an open one ends on the day that is shown."""
    return [
        charts.Span(
            row=f"{now.number}. {now.title}",
            start=spell.opened_on.first,
            end=spell.closed_on.last if spell.closed_on else now.day,
            state="Closed" if spell.closed_by else "Still open",
        )
        for spell in now.openness.spells
    ]


def svg(text: str) -> HttpResponse:
    """An SVG image that may load nothing and run nothing."""
    response = HttpResponse(text, content_type="image/svg+xml; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=300"
    return response
