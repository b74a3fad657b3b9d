"""Measures: a plan's list, one measure with its readings and its drawing, adding either."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit import charts
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.programme.actions import facts
from goldenthread.programme.forms.facts import MeasureForm, ReadingForm
from goldenthread.programme.models import Area, Measure, Plan
from goldenthread.programme.queries.areas import areas_as_known
from goldenthread.programme.queries.measures import (
    MeasureNow,
    is_base_missing,
    measure_now,
    measures_as_known,
)
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.facts import answer_form, sent
from goldenthread.programme.views.staff.frame import crumbs, show


@needs(Permission.VIEW_PROGRAMME, plan=Plan)
def measures(http: HttpRequest, plan: Plan) -> HttpResponse:
    """What a plan watches, with the latest figure of each."""
    at = as_at(http)
    held = measures_as_known(plan, at.day)
    columns = [
        Column("Measure"),
        Column("Started at"),
        Column("Latest"),
        Column("Of"),
        Column("Target"),
        Column("Look at"),
    ]
    table = Table(f"Measures of {plan.title}", columns, [_row(one) for one in held], is_caption_hidden=True,
                  empty="No measure was known on this day.")  # fmt: skip
    page = {"programme": plan.programme, "record": plan, "plan": plan, **at.for_page(), "table": table,
            "breadcrumbs": crumbs(plan.programme, (plan.title, reverse("programme_staff:plan", args=[plan.pk])))}  # fmt: skip
    return show(http, "measures", page)


def _row(one: MeasureNow) -> list[object]:
    latest = one.latest
    odd = (
        Cell(f"{len(one.suspects)} to look at", state="warn")
        if one.suspects
        else Cell("Nothing", state="plain")
    )
    written = (
        (one.measure.baseline or {}),
        (latest.actual if latest else None) or {},
        (one.measure.target or {}),
    )
    start, now, target = (value.get("as_written", "") for value in written)
    return [Cell(one.measure.name, href=reverse("programme_staff:measure", args=[one.measure.pk])), start, now,
            latest.period if latest else None, target, odd]  # fmt: skip


@needs(Permission.VIEW_PROGRAMME, measure=Measure)
def measure(http: HttpRequest, measure: Measure) -> HttpResponse:
    """One measure: its words, its drawing with the table behind it, and what looks odd."""
    at, plan = as_at(http), measure.plan
    now = measure_now(measure, list(measure.readings.as_known_on(at.day)))
    page = {
        "programme": plan.programme, "record": measure, "measure": measure, "now": now, **at.for_page(),
        "rows": [(one, is_base_missing(one.actual)) for one in now.readings],
        "gone": measure.readings.filter(taken_back_on__lte=at.day), "chart": _chart(now, at.day.isoformat()),
        "breadcrumbs": crumbs(plan.programme, (plan.title, reverse("programme_staff:plan", args=[plan.pk])),
                              ("Measures", reverse("programme_staff:measures", args=[plan.pk]))),
    }  # fmt: skip
    return show(http, "measure", page)


def _chart(now: MeasureNow, day: str) -> charts.Chart | None:
    """The drawing, where at least two readings hold an exact number."""
    if len(now.points) < 2:
        return None
    src = f"{reverse('programme_staff:measure_chart', args=[now.measure.pk])}?as_at={day}"
    rows = [[one.when, f"{one.value:g}{now.unit}"] for one in now.points]
    first, last = now.points[0], now.points[-1]
    words = f"From {first.value:g}{now.unit} ({first.when}) to {last.value:g}{now.unit} ({last.when})."
    return charts.Chart(
        src, now.measure.name, words, Table(now.measure.name, [Column("When"), Column("What it was")], rows)
    )


@needs(Permission.VIEW_PROGRAMME, measure=Measure)
def chart(http: HttpRequest, measure: Measure) -> HttpResponse:
    """The drawing of a measure as known on a day."""
    now = measure_now(measure, list(measure.readings.as_known_on(as_at(http).day)))
    return charts.answer(charts.line(now.points, now.target, charts.Look.asked(http), unit=now.unit))


@needs(Permission.EDIT_PLAN, plan=Plan)
def add_measure(http: HttpRequest, plan: Plan) -> HttpResponse:
    """Add a measure to a plan."""
    today = timezone.localdate()
    areas = [(now.area.pk, f"{now.number}. {now.title}") for now in areas_as_known(plan.areas.all(), today)]
    form = MeasureForm(sent(http), areas=areas)

    def save() -> Measure:
        area = Area.objects.filter(pk=form.cleaned_data["area"] or 0).first()
        return facts.add_measure(plan=plan, on=today, by=http.user, **{**form.cleaned_data, "area": area})

    return answer_form(
        http, form, save,
        of={"programme": plan.programme, "record": plan, "title": "Add a measure", "button": "Add it"},
        back=("Measures", "measures", plan.pk), said="The measure is added.",
    )  # fmt: skip


@needs(Permission.UPDATE_ACTION, measure=Measure)
def add_reading(http: HttpRequest, measure: Measure) -> HttpResponse:
    """Record what a measure was at a time."""
    form = ReadingForm(sent(http))
    return answer_form(
        http, form,
        lambda: facts.add_reading(measure=measure, on=timezone.localdate(), by=http.user, **form.cleaned_data),
        of={"programme": measure.plan.programme, "record": measure, "title": f"Record a figure: {measure.name}",
            "button": "Record it"},
        back=(measure.name, "measure", measure.pk), said="The figure is recorded.",
    )  # fmt: skip
