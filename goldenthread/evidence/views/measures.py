"""Measures that count themselves: all of them, one with its run and its marks, tying one, freezing a reading."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.evidence.actions.measures import freeze as freeze_reading
from goldenthread.evidence.actions.measures import tie as tie_measure
from goldenthread.evidence.forms.measures import FreezeForm, TieForm
from goldenthread.evidence.models import Frozen, Remark
from goldenthread.evidence.queries.beside import Beside, published_beside
from goldenthread.evidence.queries.live import (
    Live,
    band_of,
    counted_again,
    live_measures,
    marks_of,
    month_ends,
    months_alone,
    outside,
    points_of,
    run_of,
    whole_run_of,
)
from goldenthread.kit import charts
from goldenthread.kit.as_at import as_at
from goldenthread.kit.errors import Refused
from goldenthread.kit.figures import Figure
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.programme.models import Measure
from goldenthread.programme.queries.measures import measure_now


@needs(Permission.VIEW_PROGRAMME)
def measures(http: HttpRequest) -> HttpResponse:
    """Every measure of the reader's plans: those that count themselves with their value, and those recorded by hand."""
    at = as_at(http)
    held = list(
        Measure.objects.within(standing(http).reach(Permission.VIEW_PROGRAMME))
        .filter(known_on__lte=at.day).select_related("plan").order_by("plan", "area__number", "name")
    )  # fmt: skip
    live = live_measures(held, at.day, timezone.localdate())
    columns = [
        Column("Measure"), Column("Plan"), Column("Now", is_number=True), Column("Of"), Column("Counted by"),
    ]  # fmt: skip
    table = Table("Measures", columns, [_row(one, live.get(one.pk)) for one in held], is_caption_hidden=True,
                  empty="No measure was known on this day.")  # fmt: skip
    page = {"table": table, "live": len(live), "all": len(held), **at.for_page()}
    return render(http, "evidence/measures.html", page)


def _row(measure: Measure, live: Live | None) -> list[Any]:
    name = Cell(measure.name, href=reverse("evidence:measure", args=[measure.pk]))
    if live is None:
        return [name, measure.plan.title, "", "", "By hand"]
    by = live.offered.name if live.offered else Cell("A figure that is gone", state="warn")
    return [name, measure.plan.title, live.value, live.base, by]


@needs(Permission.VIEW_PROGRAMME, measure=Measure)
def measure(http: HttpRequest, measure: Measure) -> HttpResponse:
    """One measure: what it counts now or on a past day, how it got there, England beside it, and its frozen readings."""
    at = as_at(http)
    live = live_measures([measure], at.day, timezone.localdate()).get(measure.pk)
    whole = whole_run_of(live) if live and live.offered else []
    run = [one for one in whole if one[0] in month_ends(at.day)]
    alone = months_alone(live) if live and live.offered else []
    page = {
        "measure": measure, "live": live, "may": May(http, measure), **at.for_page(), "run": run,
        "figure": _figure(live) if live and live.offered else None, "marks": marks_of(live, whole) if live else [],
        "chart": _chart(live, run) if live else None, "frozen": Frozen.objects.filter(measure=measure, frozen_on__lte=at.day),
        "alone": _alone(live, alone) if live else None,
        "beside": published_beside(live.offered) if live and live.offered else None, "breadcrumbs": _crumbs(),
        "remarks": Remark.objects.as_known_on(at.day).filter(measure=measure).select_related("recorded_by"),
        "taken_back": Remark.objects.filter(measure=measure, taken_back_on__lte=at.day),
    }  # fmt: skip
    page["published"] = _published(page["beside"]) if page["beside"] else None
    return render(http, "evidence/measure.html", page)


def _published(beside: Beside) -> Table:
    """A row for each published year; in brackets how many neighbours have a number."""
    columns = [Column("Year"), Column("England", is_number=True), Column("Of"),
               Column("Neighbours, mean", is_number=True), Column("Ours, published", is_number=True), Column("Of")]  # fmt: skip
    rows = [
        [one.period, one.england.words if one.england else "", one.england.base if one.england else "",
         f"{one.mean} ({one.of})", one.ours.words if one.ours else "Not given", one.ours.base if one.ours else ""]
        for one in beside.years
    ]  # fmt: skip
    return Table("England and our neighbours", columns, rows, is_caption_hidden=True)


def _crumbs(*further: tuple[str, str]) -> list[dict[str, str]]:
    way = [("Live measures", reverse("evidence:measures")), *further]
    return [{"text": text, "href": href} for text, href in way]


def _figure(live: Live) -> Figure:
    assert live.offered is not None
    counted = live.counted
    return Figure(
        live.value, live.offered.name, numerator=counted.numerator if counted else None,
        denominator=counted.denominator if counted else None,
        period=f"{live.asked.since:%-d %B %Y} to {live.asked.until:%-d %B %Y}", how=live.offered.in_words,
    )  # fmt: skip


def _chart(live: Live, run: list[Any]) -> charts.Chart | None:
    if live.offered is None or len(run) < 2:
        return None
    rows = [
        [day, live.offered.words(one), "" if one.denominator is None else f"{one.numerator:,} of {one.denominator:,}"]
        for day, one in run
    ]  # fmt: skip
    table = Table(
        live.measure.name, [Column("Counted up to"), Column("Value", is_number=True), Column("Of")], rows
    )
    words = f"From {rows[0][1]} ({rows[0][0]:%-d %B %Y}) to {rows[-1][1]} ({rows[-1][0]:%-d %B %Y}), month by month."
    return charts.Chart(_drawn(live), live.measure.name, words, table)


def _drawn(live: Live, more: str = "") -> str:
    return f"{reverse('evidence:measure_chart', args=[live.measure.pk])}?as_at={live.asked.until.isoformat()}{more}"


def _alone(live: Live, run: list[Any]) -> charts.Chart | None:
    """Each month by itself with the limits within which it varies; None where there are too few months."""
    band = band_of(run, live.offered.unit) if live.offered else None
    if live.offered is None or band is None:
        return None
    unit, odd = live.offered.unit, outside(run, band)
    rows = [
        [day, live.offered.words(one), "" if one.denominator is None else f"{one.numerator:,} of {one.denominator:,}",
         Cell("Outside the limits", state="warn") if day in odd else "Within"]
        for day, one in run
    ]  # fmt: skip
    columns = [Column("Month that ended on"), Column("Value", is_number=True), Column("Of"), Column("Limits")]
    said = "No month is outside the limits." if not odd else (
        "Outside the limits, so something was different: " + ", ".join(f"{day:%B %Y}" for day in odd) + "."
    )  # fmt: skip
    words = f"Mean {band.middle:g}{unit}, limits {band.low:g}{unit} and {band.high:g}{unit}. {said}"
    title = f"{live.measure.name}, each month by itself"
    return charts.Chart(_drawn(live, "&alone=1"), title, words, Table(title, columns, rows))


@needs(Permission.VIEW_PROGRAMME, measure=Measure)
def chart(http: HttpRequest, measure: Measure) -> HttpResponse:
    """The run of a measure as a drawing, with its target and the numbers of its remarks."""
    live = live_measures([measure], as_at(http).day, timezone.localdate()).get(measure.pk)
    if live is None or live.offered is None:
        raise Http404("This measure was not counted on this day.")
    target, unit = measure_now(measure, []).target, live.offered.unit
    run = months_alone(live) if "alone" in http.GET else run_of(live)
    band = band_of(run, unit) if "alone" in http.GET else None
    days = [day for day, _ in run]
    said = (
        Remark.objects.as_known_on(live.asked.until)
        .filter(measure=measure)
        .values_list("about_on", flat=True)
    )
    notes = [
        charts.Note(day, f"{number}")
        for number, day in enumerate(said, start=1)
        if days and days[0] <= day <= days[-1]
    ]
    look = charts.Look.asked(http)
    drawn = charts.line(points_of(run), target, look, unit=unit, band=band, notes=notes)
    return charts.answer(drawn)


def _answer(http: HttpRequest, form: Any, measure: Measure, title: str, button: str) -> HttpResponse:
    page = {"form": form, "measure": measure, "title": title, "button": button, "has_errors": bool(form.errors),
            "breadcrumbs": _crumbs((measure.name, reverse("evidence:measure", args=[measure.pk])))}  # fmt: skip
    return render(http, "evidence/form.html", page, status=422 if form.errors else 200)


@needs(Permission.EDIT_PLAN, measure=Measure)
def tie(http: HttpRequest, measure: Measure) -> HttpResponse:
    """Say what a measure is counted by."""
    form = TieForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            tie_measure(measure=measure, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The measure counts itself from today.")
            return redirect("evidence:measure", measure.pk)
    return _answer(http, form, measure, f"Count by itself: {measure.name}", "Tie it to this figure")


@needs(Permission.EDIT_PLAN, measure=Measure)
def freeze(http: HttpRequest, measure: Measure) -> HttpResponse:
    """Keep what a measure says of a day for ever, to be used as evidence."""
    form = FreezeForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = freeze_reading(measure=measure, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The reading is frozen. Nobody can change it now.")
            return redirect("evidence:frozen", made.pk)
    return _answer(http, form, measure, f"Freeze a reading: {measure.name}", "Freeze it")


@needs(Permission.VIEW_PROGRAMME, frozen=Frozen)
def frozen(http: HttpRequest, frozen: Frozen) -> HttpResponse:
    """A frozen reading beside the same day counted again from the records of today."""
    again = counted_again(frozen, timezone.localdate())
    way = _crumbs((frozen.measure.name, reverse("evidence:measure", args=[frozen.measure_id])))
    page = {"frozen": frozen, "again": again, "breadcrumbs": way, "may": May(http, frozen),
            "used": frozen.as_evidence.select_related("evidence")}  # fmt: skip
    return render(http, "evidence/frozen.html", page)
