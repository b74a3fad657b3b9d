"""Waiting times for anybody: how many wait, how long, and what a family can do meanwhile."""

from __future__ import annotations

import csv
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.commissioning.models import ServiceLine
from goldenthread.commissioning.queries.waits import Wait, history, newest_waits
from goldenthread.commissioning.views.who import who_waits
from goldenthread.commissioning.views.words import (
    SMALL_RULE,
    band_table,
    figures_of,
    listing,
    months_table,
    trend_chart,
    trend_points,
)
from goldenthread.commissioning.waits.cuts import KINDS
from goldenthread.commissioning.waits.series import Series
from goldenthread.kit import charts
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.spreadsheets import safe_cell

SEEN_FOR = 300
"""Seconds that a cache between us and the reader may keep a page."""


@public
@for_everybody
def services(http: HttpRequest) -> HttpResponse:
    """Every service with a list: how many wait, and how long half of them do."""
    today = timezone.localdate()
    waits = newest_waits(ServiceLine.objects.open_to_public())
    page = {"groups": listing(waits, today), "small_rule": SMALL_RULE, "count": len(waits),
            "is_invented": any(one.line.is_invented for one in waits)}  # fmt: skip
    return _kept(render(http, "commissioning/waits.html", page))


@public(line=ServiceLine)
@for_everybody
def service(http: HttpRequest, line: ServiceLine) -> HttpResponse:
    """One service: how many wait and how long, what to do now, whom to call, what is being done."""
    today, months = timezone.localdate(), history(line)
    newest = months[0] if months else None
    page: dict[str, Any] = {"line": line, "series": line.counted, "newest": newest, "small_rule": SMALL_RULE}
    if newest:
        page |= {
            "figures": figures_of(newest), "is_stale": newest.is_stale(today), "chart": trend_chart(line, months),
            "bands": band_table(newest), "notes": [one for one in months[:12] if one.note], "table": months_table(months[:24]),
            "who": who_waits(months),
        }  # fmt: skip
    return _kept(render(http, "commissioning/wait.html", page))


@public(line=ServiceLine)
def drawing(http: HttpRequest, line: ServiceLine) -> HttpResponse:
    """How many waited, month by month."""
    points = trend_points(history(line))
    if not points:
        raise Http404("There is nothing to draw.")
    return charts.answer(charts.line(points, look=charts.Look.asked(http)))


def _columns(series: Series) -> list[str]:
    bands = [f"Waiting {band.words}" for band in series.bands]
    return ["Month", "Counted on", "Waiting", "Median days", *bands, "Seen", "Median days of those seen"]  # fmt: skip


def _values(one: Wait) -> list[Any]:
    shown = one.shown
    assert shown is not None
    hidden: list[Any] = [shown.total, shown.median_days, *shown.waiting, shown.seen, shown.seen_median_days]  # fmt: skip
    return [str(one.month), one.census_on.isoformat() if one.census_on else "", *hidden]


def _splits(one: Wait) -> dict[str, Any]:
    cuts = one.shown.cuts if one.shown else {}
    names = ("Group", "Waiting", "Waiting over 18 weeks")
    return {f"Split by {KINDS[code].name.lower()}": [dict(zip(names, row, strict=True)) for row in rows]
            for code, rows in cuts.items()}  # fmt: skip


@public(line=ServiceLine)
def csv_file(http: HttpRequest, line: ServiceLine) -> HttpResponse:
    """Every month of a service as CSV; an empty cell is hidden or was not sent."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="waiting-times-{line.slug}.csv"'
    writer = csv.writer(response)
    series = line.counted
    writer.writerow(["Service", "How it is counted", *_columns(series)])
    for one in history(line):
        writer.writerow([safe_cell(cell) for cell in [line.name, series.badge, *_values(one)]])
    return _kept(response)


@public(line=ServiceLine)
def json_file(http: HttpRequest, line: ServiceLine) -> HttpResponse:
    """The same as JSON, with what a program must know about the numbers."""
    series = line.counted
    answer = {
        "service": line.name, "provider": line.provider.name, "is_invented": line.is_invented,
        "counted": {"series": series.code, "title": series.title, "counts": series.counts, "notes": series.notes,
                    "source": series.source, "small_numbers": SMALL_RULE},
        "months": [dict(zip(_columns(series), _values(one), strict=True)) | _splits(one) for one in history(line)],
    }  # fmt: skip
    return _kept(JsonResponse(answer))


def _kept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = f"public, max-age={SEEN_FOR}"
    return response
