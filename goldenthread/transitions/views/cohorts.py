"""Who moves in September: the lists for those who plan, and the names without a date of birth."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.access import cases_known_to, working
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child
from goldenthread.transitions.actions.years import note_undated, settle_undated
from goldenthread.transitions.cohorts import BY_KEY, COHORTS, next_september
from goldenthread.transitions.forms.moves import FilterForm, SettleForm, UndatedForm
from goldenthread.transitions.models import Undated
from goldenthread.transitions.queries.cohorts import cohorts_of
from goldenthread.transitions.queries.lists import handover_day, law_day, rows_of
from goldenthread.transitions.views.frame import show

A_PAGE = 50


def _year(http: HttpRequest, today: date) -> int:
    asked = http.GET.get("year", "")
    near = next_september(today)
    return int(asked) if asked.isdecimal() and abs(int(asked) - near) <= 5 else near


@needs(Permission.PLAN_MOVES)
def cohorts(http: HttpRequest) -> HttpResponse:
    """One cohort of the reader's cases, those with least done first, and how many there are in each."""
    today = timezone.localdate()
    year, cohort = _year(http, today), BY_KEY.get(http.GET.get("cohort", ""), BY_KEY["year-7"])
    cases = Case.objects.filter(cases_known_to(standing(http), working), standing__ended_on=None)
    movers = cohorts_of(Child.objects.filter(pk__in=cases.values("child")), year, today)
    form = FilterForm(http.GET)
    chosen = form.cleaned_data if form.is_valid() else {"level": "", "missing": ""}
    rows = rows_of(cases, movers[cohort.key], year, **chosen)
    page = Paginator(rows, A_PAGE).get_page(http.GET.get("page"))
    return show(http, "cohorts", {
        "year": year, "cohort": cohort, "cohorts": [(one, len(movers[one.key])) for one in COHORTS], "rows": page.object_list,
        "page": page, "total": len(rows), "form": form, "law": law_day(cohort, year), "handover": handover_day(year),
        "today": today, "undated": Undated.objects.filter(settled_on=None).count(), "chosen": chosen, "breadcrumbs": [],
    })  # fmt: skip


@needs(Permission.PLAN_MOVES)
def undated(http: HttpRequest) -> HttpResponse:
    """The names without a date of birth, and one more."""
    form = UndatedForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = note_undated(on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{made.name} is on the list until the date of birth is found.")
            return redirect("transitions:undated")
    rows = Undated.objects.all()
    page = {"form": form, "open": rows.filter(settled_on=None)[:200],
            "settled": rows.exclude(settled_on=None).order_by("-settled_on")[:20]}  # fmt: skip
    return show(http, "undated", page, status=422 if form.errors else 200)


@needs(Permission.PLAN_MOVES, undated=Undated)
def settle(http: HttpRequest, undated: Undated) -> HttpResponse:
    """What became of one name."""
    form = SettleForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            settle_undated(undated=undated, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{undated.name} is settled.")
            return redirect("transitions:undated")
    return show(http, "settle", {"form": form, "undated": undated}, status=422 if form.errors else 200)
