"""The board view: one screen, one sheet of A4, as known on a day; and its drawings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit import charts
from goldenthread.kit.as_at import asked_day
from goldenthread.programme.models import Programme
from goldenthread.programme.queries import board as asked
from goldenthread.programme.queries import story
from goldenthread.programme.queries.actions import tallies_by_area
from goldenthread.programme.queries.areas import plans_as_known, programme_as_known
from goldenthread.programme.queries.changes import changes_between
from goldenthread.programme.queries.readiness import readiness_of_areas
from goldenthread.programme.views.as_at import AsAt, as_at
from goldenthread.programme.views.staff import pictures
from goldenthread.programme.views.staff.frame import crumbs, show

CHANGES_SHOWN = 6
DECISIONS_SHOWN = 5


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def board(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Where every area stands, what has moved since the last board, and what this one is asked to decide."""
    at = as_at(http)
    since, trouble = _since(http, at)
    words = programme_as_known(programme, at.day)
    key = words.rating_key
    plans = [plan for plan in plans_as_known(programme, at.day) if plan.areas]
    before = plans_as_known(programme, since)
    tallies = tallies_by_area(programme, key, at.day)
    areas = [now.area for plan in plans for now in plan.open_areas]
    changed = changes_between(programme, since, at.day, most=CHANGES_SHOWN + 1)
    page = {
        "programme": programme, "words": words, "key": key, **at.for_page(), "since": since, "since_error": trouble,
        "plans": [(plan, asked.board_rows(plan, tallies, key)) for plan in plans],
        "figures": asked.board_figures(programme, key, plans, before, at.day, since),
        "changes": changed[:CHANGES_SHOWN], "has_more_changes": len(changed) > CHANGES_SHOWN,
        "decisions": programme.decisions.as_known_on(at.day).select_related("body").order_by(
            "-decided_on", "-pk")[:DECISIONS_SHOWN],
        "asks": asked.with_the_board(programme, at.day),
        "ready": [pk for pk, one in readiness_of_areas(areas, key, at.day).items() if one.is_ready],
        "next_review": story.next_review(programme, at.day), "clocks": _clocks(plans, at.day),
        "charts": pictures.charts_of(programme, plans, tallies, key, at),
        "breadcrumbs": crumbs(programme)[:1],
    }  # fmt: skip
    return show(http, "board", page)


def _since(http: HttpRequest, at: AsAt) -> tuple[date, str]:
    """The day to compare with: the one asked for, or the last board's."""
    usual = asked.last_board_day(at.day)
    try:
        return asked_day(http.GET.get("since", ""), at.day) or usual, ""
    except ValueError as trouble:
        return usual, str(trouble)


def _clocks(plans: list[Any], day: date) -> list[Any]:
    """Every plan's legal clocks as they stood on the day."""
    return [
        clock if isinstance(clock, str) else replace(clock, today=day)
        for plan in plans
        for clock in story.clocks_of(plan.plan, day)
    ]


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def chart(http: HttpRequest, programme: Programme, chart: str) -> HttpResponse:
    """One of the board's drawings."""
    at, look = as_at(http), charts.Look.asked(http)
    plans = plans_as_known(programme, at.day)
    if chart == "areas":
        return charts.answer(charts.timeline(pictures.spans(plans), look))
    key = programme_as_known(programme, at.day).rating_key
    if chart == "actions":
        return charts.answer(
            charts.stacked_bars(pictures.parts(plans, tallies_by_area(programme, key, at.day), key), look)
        )
    if chart == "slippage":
        return charts.answer(charts.slippage(pictures.slipped(programme, at.day), look))
    raise Http404(f"There is no drawing called {chart}. Choose areas, actions or slippage.")
