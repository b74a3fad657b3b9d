"""Pictures of the programme, drawn by the server. Each page that shows one has its table behind it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from goldenthread.accounts.gate import public
from goldenthread.kit import charts
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.table import Column, Table
from goldenthread.programme.queries.areas import AreaNow, PlanNow, plans_as_known
from goldenthread.programme.views.as_at import as_at, shown_programme


@public
@for_everybody
def areas_over_time(http: HttpRequest) -> HttpResponse:
    """When each public area was open."""
    at = as_at(http)
    plans = plans_as_known(shown_programme(http), at.day, public=True)
    rows = [row for plan in plans for now in plan.areas for row in spell_rows(now)]
    return charts.answer(charts.timeline(rows, charts.Look.asked(http)))


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


def areas_chart(plans: list[PlanNow], address: str) -> charts.Chart:
    """The picture of `areas_over_time` with the table behind it."""
    rows = [
        [f"{now.number}. {now.title}", str(spell.opened_on), str(spell.closed_on or "Still open")]
        for plan in plans
        for now in plan.areas
        for spell in now.openness.spells
    ]
    columns = [Column("Area"), Column("Opened"), Column("Closed")]
    return charts.Chart(
        src=address,
        title="Solid bars have ended: the area was closed. Hatched bars go on",
        words="Bars that show from when to when each area was open. The table gives the same dates.",
        table=Table("When each area was open", columns, rows, is_caption_hidden=True),
    )
