"""How we compare, for anybody: each published measure beside England, the region and the authorities most like ours."""

from __future__ import annotations

import csv
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.accounts.gate import public
from goldenthread.kit import charts
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.returns.models import Release
from goldenthread.returns.published.agreement import period_words
from goldenthread.returns.published.measures import MEASURES, Measure
from goldenthread.returns.published.neighbours import source
from goldenthread.returns.queries.comparison import (
    ENGLAND,
    Comparison,
    Rank,
    compare,
    newest_release,
    rank,
    standing_in_funnel,
)
from goldenthread.returns.queries.place import own_place
from goldenthread.returns.views.words import (
    card_of,
    figure_words,
    funnel_words,
    rank_words,
    series_of,
    trend_words,
)

SEEN_FOR = 600
"""Seconds that a cache between us and the reader may keep a page: published figures change once a year."""


@public
@for_everybody
def measures(http: HttpRequest) -> HttpResponse:
    """Every measure in small: ours, England's, our neighbours' mean, and which way ours has gone."""
    release = newest_release()
    if release is None:
        return render(http, "returns/none.html")
    place = own_place(release)
    themes: dict[str, list[Any]] = {}
    for one in MEASURES.values():
        found = compare(release, one, place)
        if found is not None:
            themes.setdefault(one.theme, []).append(card_of(found))
    return _kept(
        render(http, "returns/measures.html", {"release": release, "place": place, "themes": themes.items()})
    )


@public
@for_everybody
def measure(http: HttpRequest, key: str) -> HttpResponse:
    """One measure: over time, by rank, and against chance, each with its table."""
    release, found = _asked(key)
    period = found.latest
    order = rank(release, found.measure, found.place, period)
    page = {
        "release": release, "measure": found.measure, "place": found.place, "card": card_of(found),
        "period": period_words(period),
        "trend": _trend(found), "rank": _rank(found, order, period) if order else None,
        "funnel": _funnel(found, order, period) if order and found.measure.denominator else None,
        "neighbours": _neighbours(found, period), "source": source(),
    }  # fmt: skip
    return _kept(render(http, "returns/measure.html", page))


@public
def drawing(http: HttpRequest, key: str, kind: str) -> HttpResponse:
    """One of a measure's drawings."""
    release, found = _asked(key)
    look, unit = charts.Look.asked(http), found.measure.unit
    if kind == "trend":
        return charts.answer(charts.lines(series_of(found), look, unit=unit))
    order = rank(release, found.measure, found.place, found.latest)
    if order is None:
        raise Http404("There is no such drawing.")
    dots = [
        charts.Dot(one.place, round(one.value or 0, 2), one.denominator or 0, one.place == found.place,
                   one.place in found.neighbours)
        for one in order.ordered
    ]  # fmt: skip
    if kind == "rank":
        return charts.answer(charts.ranked(dots, look, unit=unit))
    national = found.at(ENGLAND, found.latest)
    if kind != "chance" or not found.measure.denominator or national is None or national.value is None:
        raise Http404("There is no such drawing.")
    return charts.answer(charts.funnel(dots, national.value, look))


@public
def download(http: HttpRequest, key: str) -> HttpResponse:
    """The figures of a measure's page as CSV, marks as words."""
    _, found = _asked(key)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.measure.key}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(["Place", "Time", "Numerator", "Denominator", "Figure", "Counted"])
    for place in dict.fromkeys((found.place, ENGLAND, found.region, *found.neighbours)):
        for period in found.periods:
            one = found.at(place, period)
            if one is not None:
                row = [
                    place,
                    period_words(period),
                    one.numerator,
                    one.denominator,
                    one.words,
                    found.measure.counted,
                ]
                writer.writerow([safe_cell(cell) for cell in row])
    return _kept(response)


def _asked(key: str) -> tuple[Release, Comparison]:
    """The measure of an address in the newest release; 404 where either is not there."""
    release, named = newest_release(), MEASURES.get(key)
    found = compare(release, named, own_place(release)) if release and named else None
    if release is None or found is None:
        raise Http404("There is no such measure.")
    return release, found


def _kept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = f"public, max-age={SEEN_FOR}"
    return response


def _address(measure: Measure, kind: str) -> str:
    return reverse("compare:drawing", args=[measure.key, kind])


def _trend(found: Comparison) -> charts.Chart:
    lines, rows = series_of(found), []
    for period in map(period_words, found.periods):
        values = [dict(one.values).get(period) for one in lines]
        rows.append([period, *(figure_words(value, found.measure) for value in values)])
    columns = [Column("When"), *(Column(one.name, True) for one in lines)]
    return charts.Chart(
        _address(found.measure, "trend"), "Over time", trend_words(found), Table("Over time", columns, rows)
    )


def _rank(found: Comparison, order: Rank, period: str) -> charts.Chart:
    columns = [Column("Authority"), Column("Place", True), Column("Figure", True)]
    rows = [
        [Cell(one.place, state="calm" if one.place == found.place else ""), n, one.words]
        for n, one in enumerate(order.ordered, 1)
    ]  # fmt: skip
    table = Table(f"All authorities, {period_words(period)}", columns, rows, is_compact=True)
    return charts.Chart(_address(found.measure, "rank"), "All authorities", rank_words(found, order), table)


def _funnel(found: Comparison, order: Rank, period: str) -> charts.Chart | None:
    national = found.at(ENGLAND, period)
    if national is None or national.value is None:
        return None
    names = {found.place, *found.neighbours}
    rows = [
        [one.place, one.words, one.base, standing_in_funnel(one, national).capitalize()]
        for one in order.ordered
        if one.place in names
    ]
    columns = [Column("Authority"), Column("Figure", True), Column("Of"), Column("Against chance")]
    table = Table("Ours and our neighbours’ figures against chance", columns, rows, is_compact=True)
    return charts.Chart(
        _address(found.measure, "chance"), "More than chance?", funnel_words(found, national), table
    )


def _neighbours(found: Comparison, period: str) -> Table:
    places = dict.fromkeys((found.place, ENGLAND, found.region, *found.neighbours))
    rows = [[one.place, one.words, one.base] for place in places if (one := found.at(place, period))]
    columns = [Column("Place"), Column("Figure", True), Column("Of")]
    if not found.measure.denominator:
        columns, rows = columns[:2], [row[:2] for row in rows]
    name = f"Ours, England’s, the region’s and our neighbours’, {period_words(period)}"
    return Table(name, columns, rows, is_compact=True)
