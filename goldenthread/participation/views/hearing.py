"""Whom we hear from and whom not yet, what will be done about it, and the same questions from wave to wave."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.kit import charts
from goldenthread.kit.caching import for_everybody
from goldenthread.participation.actions import hearing
from goldenthread.participation.errors import Refused
from goldenthread.participation.forms.hearing import OutreachDoneForm, OutreachForm, PeopleForm
from goldenthread.participation.models import Outreach, Survey
from goldenthread.participation.queries.hearing import heard
from goldenthread.participation.queries.hearing_tables import with_tables
from goldenthread.participation.queries.waves import Line, lines
from goldenthread.participation.queries.waves_shown import chart_of, points_of, table_of
from goldenthread.participation.views.answering import CRUMBS
from goldenthread.participation.views.keeping import HOME

HEARD = [*HOME, {"text": "Whom we hear from", "href": "/voice/heard/"}]


@public
@for_everybody
def whom(http: HttpRequest) -> HttpResponse:
    """Whom the published surveys of the last year heard from, whom not, and what we will do."""
    rows = heard(timezone.localdate(), is_public=True)
    page = {"parts": with_tables(rows), "outreach": Outreach.objects.all(), "breadcrumbs": CRUMBS}
    return render(http, "participation/whom.html", page)


@needs(Permission.RUN_SURVEYS)
def dashboard(http: HttpRequest) -> HttpResponse:
    """The same as it stands now, surveys that are open among them, with what is missing."""
    rows = heard(timezone.localdate(), is_public=False)
    page = {"parts": with_tables(rows), "outreach": Outreach.objects.all(), "breadcrumbs": HOME}
    return render(http, "participation/keep_heard.html", page)


@needs(Permission.RUN_SURVEYS)
def people(http: HttpRequest) -> HttpResponse:
    """How many people there are of each group."""
    form = PeopleForm(
        http.POST if http.method == "POST" else None, initial={"about": http.GET.get("about", "")}
    )
    if form.is_bound and form.is_valid():
        try:
            hearing.enter_people(today=timezone.localdate(), by=http.user, **form.cleaned_data)
            messages.success(http, "Entered. An earlier count stays on record.")
            return redirect("voice:heard")
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "How many people there are", "Enter the count")


@needs(Permission.RUN_SURVEYS)
def plan(http: HttpRequest) -> HttpResponse:
    """What will be done to hear a group."""
    initial = {name: http.GET.get(name, "") for name in ("about", "group")}
    form = OutreachForm(http.POST if http.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            hearing.plan_outreach(on=timezone.localdate(), by=http.user, **form.cleaned_data)
            messages.success(http, "Everybody can read it now.")
            return redirect("voice:heard")
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "What we will do to hear them", "Save it for everybody to read")


@needs(Permission.RUN_SURVEYS, outreach=Outreach)
def outreach(http: HttpRequest, outreach: Outreach) -> HttpResponse:
    """What came of it."""
    form = OutreachDoneForm(
        http.POST if http.method == "POST" else None, initial={"done_on": timezone.localdate()}
    )
    if form.is_bound and form.is_valid():
        try:
            hearing.finish_outreach(
                outreach=outreach, today=timezone.localdate(), by=http.user, **form.cleaned_data
            )
            messages.success(http, "Everybody can read what came of it.")
            return redirect("voice:heard")
        except Refused as refused:
            form.refuse(refused)
    said = f"{outreach.group}: {outreach.will_do}"
    return _form(http, form, "What came of it", "Save what came of it", said=said)


def _form(http: HttpRequest, form: Any, title: str, button: str, said: str = "") -> HttpResponse:
    page = {"form": form, "title": title, "button": button, "said": said, "breadcrumbs": HEARD}
    return render(http, "participation/keep_form.html", page, status=422 if form.errors else 200)


@public
@for_everybody
def again(http: HttpRequest) -> HttpResponse:
    """Questions that were asked in the same words more than once."""
    found = [(line, table_of(line), _chart(line)) for line in lines(timezone.localdate())]
    return render(http, "participation/again.html", {"lines": found, "breadcrumbs": CRUMBS})


def _chart(line: Line) -> charts.Chart | None:
    first = line.waves[0]
    return chart_of(line, reverse("participation:again_chart", args=[first.slug, first.number]))


@public(survey=Survey)
@for_everybody
def again_chart(http: HttpRequest, survey: Survey, number: int) -> HttpResponse:
    """The drawing of one question over its waves."""
    for line in lines(timezone.localdate()):
        if (line.waves[0].slug, line.waves[0].number) == (survey.slug, number) and len(line.shown) > 1:
            return charts.answer(charts.line(points_of(line), look=charts.Look.asked(http), unit="%"))
    raise Http404("No question that was asked again begins there.")
