"""The area's own figures, counted now from the cases, beside the published ones by the same definition."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.queries.figures import Count, counts
from goldenthread.kit.as_at import as_at
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.returns.forms.release import PeriodForm
from goldenthread.returns.published.agreement import period_words
from goldenthread.returns.published.measures import MEASURES, Measure
from goldenthread.returns.queries.comparison import ENGLAND, compare, newest_release
from goldenthread.returns.queries.place import own_place

YEARS_BACK = 4


@needs(Permission.VIEW_FIGURES)
def figures(http: HttpRequest) -> HttpResponse:
    """A calendar year's figures as known on a day, with what is published for us, our neighbours and England."""
    at = as_at(http)
    years = [(str(year), str(year)) for year in range(at.day.year, at.day.year - YEARS_BACK - 1, -1)]
    asked: dict[str, Any] = {
        "year": http.GET.get("year") or years[0][0],
        "without_contested": "without_contested" in http.GET,
    }
    form = PeriodForm(asked, years=years)
    chosen: dict[str, Any] = (
        form.cleaned_data if form.is_valid() else {"year": years[0][0], "without_contested": False}
    )
    year = int(chosen["year"])
    own = counts(since=date(year, 1, 1), until=date(year, 12, 31), day=at.day, today=at.today,
                 without_contested=chosen["without_contested"])  # fmt: skip
    page = {
        "form": form, "table": _table(own), "year": year, "is_running": year == at.day.year, **at.for_page(),
        "breadcrumbs": [{"text": "My work", "href": reverse("programme_staff:my_work")}],
    }  # fmt: skip
    return render(http, "returns/figures.html", page, status=422 if form.errors else 200)


def _table(own: dict[str, Count]) -> Table:
    release = newest_release()
    place = own_place(release) if release else ""
    rows = []
    for one in (measure for measure in MEASURES.values() if measure.ours):
        found = compare(release, one, place) if release else None
        published = [found.at(where, found.latest) for where in (place, ENGLAND)] if found else [None, None]
        mean = found.mean_of_neighbours(found.latest) if found else None
        rows.append([
            Cell(one.title, href=reverse("compare:measure", args=[one.key]) if found else "", note=one.counted),
            _own(one, own[one.ours]), *(value.words if value else "Not given" for value in published),
            "Not given" if mean is None else f"{mean:.1f}%" if one.unit else f"{mean:,.0f}",
            period_words(found.latest) if found else "",
        ])  # fmt: skip
    columns = [Column("Measure"), Column("Ours now"), Column("Ours, published"), Column("England"),
               Column("Mean of neighbours"), Column("Published for")]  # fmt: skip
    return Table("Our own figures beside the published ones", columns, rows, is_caption_hidden=True)


def _own(measure: Measure, count: Count) -> Any:
    if count.value is None:
        return Cell("None to count")
    if count.denominator is None:
        return Cell(count.numerator)
    return Cell(f"{count.value:.1f}%", note=f"{count.numerator:,} of {count.denominator:,}")
