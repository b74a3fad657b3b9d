"""A manager's pages: the load of each worker, and giving cases from one to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.models import User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader, standing
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.forms.opening import GiveForm
from goldenthread.casework.models import Case
from goldenthread.casework.queries.ageing import BANDS, Ageing, ageing, lateness
from goldenthread.casework.queries.forecast import forecast
from goldenthread.casework.queries.snapshot import standings_on
from goldenthread.casework.queries.team import Caseload, caseloads, teams_of, workers_of
from goldenthread.casework.queries.timeliness import Finished, finished, limit_in_days, timeliness, total
from goldenthread.casework.queries.work import queue, shown
from goldenthread.casework.views.frame import crumbs, said, show
from goldenthread.kit.as_at import as_at
from goldenthread.kit.errors import Refused
from goldenthread.kit.table import Cell, Column, Table

MOST = 500
"""Cases that one form gives away at once."""


@needs(Permission.MANAGE_CASES)
def team(http: HttpRequest) -> HttpResponse:
    """Who has how many cases, how many are late, and how many have no worker."""
    at = as_at(http)
    stood = standings_on(Case.objects.known_to(standing(http)), at.day, today=at.today)
    loads = caseloads(stood, at.day)
    columns = [Column("Worker"), Column("Cases", True), Column("Late", True), Column("In assessment", True)]
    table = Table(
        "Cases of each worker", columns, [_row(load) for load in loads], empty="Your teams have no cases yet."
    )
    page = {"table": table, "loads": loads, "ageing": _ageing_table(ageing(stood, at.day)), "day": at.day, **at.for_page(),
            "breadcrumbs": crumbs()}  # fmt: skip
    return show(http, "team", page)


def _ageing_table(rows: list[Ageing]) -> Table:
    columns = [Column("Stage"), *(Column(words, True) for _, words in BANDS), Column("Longest, days", True)]
    lines = [[row.stage.words, *row.bands, row.longest] for row in rows]
    return Table(
        "How long cases have stood at their stage", columns, lines, empty="No case waits at a stage."
    )


def _row(load: Caseload) -> list[Any]:
    name = load.worker.name if load.worker else "Nobody yet"
    give = f"{reverse('casework:give')}?from={load.worker.pk if load.worker else ''}"
    return [Cell(name, href=give, state="" if load.worker else "warn"), load.cases, load.late, load.assessing]


@needs(Permission.MANAGE_CASES)
def figures(http: HttpRequest) -> HttpResponse:
    """Plans in 20 weeks month by month, as known on a day, and the forecast of the next 20 weeks."""
    at = as_at(http)
    since = date(at.day.year - 1, at.day.month, 1)
    months = timeliness(at.day, since=since)
    page = {
        **at.for_page(), "months": months, "lateness": lateness(at.day, since=since),
        "total": total(months), "since": since, "breadcrumbs": crumbs(),
        "forecast": None if at.past else forecast(Case.objects.known_to(standing(http)), at.day),
    }  # fmt: skip
    return show(http, "figures", page)


@needs(Permission.MANAGE_CASES)
def month(http: HttpRequest, year: int, number: int) -> HttpResponse:
    """The plans behind one month's figure. A case that is not the reader's is counted and not opened."""
    at = as_at(http)
    if not (2014 <= year <= at.day.year and 1 <= number <= 12):
        raise Http404("There is no such month.")
    first = date(year, number, 1)
    last = first + timedelta(days=monthrange(year, number)[1] - 1)
    plans, limit = finished(at.day, since=first, until=last), limit_in_days(at.day)
    mine = set(Case.objects.known_to(standing(http)).filter(public_id__in=[one.public_id for one in plans])
               .values_list("public_id", flat=True))  # fmt: skip
    columns = [
        Column("Case"),
        Column("Sent"),
        Column("Days", True),
        Column("In 20 weeks"),
        Column("Exception"),
    ]
    rows = [_finished_row(one, limit, is_mine=one.public_id in mine) for one in plans]
    name = f"Plans sent in {first:%B %Y}"
    table = Table(
        name,
        columns,
        rows,
        is_caption_hidden=True,
        empty="No plan was sent in this month, as it was known then.",
    )
    back = ("Figures", reverse("casework:figures"))
    return show(http, "month", {"title": name, "table": table, **at.for_page(), "breadcrumbs": crumbs(back)})


def _finished_row(one: Finished, limit: int, *, is_mine: bool) -> list[Any]:
    """A finished plan; its case can be opened if it is the reader's."""
    href = reverse("casework:case", args=[one.public_id]) if is_mine else ""
    in_time = Cell("Yes", state="done") if one.is_in_time(limit) else Cell("No", state="late")
    return [
        Cell(one.reference, href=href),
        one.final_on,
        one.days,
        in_time,
        "Yes" if one.is_excepted else "No",
    ]


@needs(Permission.MANAGE_CASES)
def give(http: HttpRequest) -> HttpResponse:
    """Choose cases of one worker, or of nobody, and give them to another."""
    today = timezone.localdate()
    asked = http.GET.get("from", "")
    giver = get_object_or_404(User, pk=int(asked)) if asked.isdigit() else None
    held = Case.objects.known_to(standing(http)).filter(standing__ended_on=None)
    running = {"allocations__ends_on": None, "allocations__is_cover": False}
    cases = held.filter(allocations__worker=giver, **running) if giver else held.exclude(
        pk__in=held.filter(allocations__isnull=False, **running).values("pk"))  # fmt: skip
    found = shown(list(queue(cases, "").values_list("pk", flat=True)[:MOST]))
    form = GiveForm(
        http.POST if http.method == "POST" else None,
        cases=found,
        workers=workers_of(teams_of(reader(http)), today),
    )
    if form.is_bound and form.is_valid():
        chosen = [case for case in found if case.pk in form.cleaned_data["cases"]]
        worker = User.objects.get(pk=form.cleaned_data["worker"])
        try:
            count = allocate(cases=chosen, worker=worker, on=today, by=http.user)
        except Refused as refused:
            form.add_error("worker", refused.sentence)
        else:
            return said(
                http, f"{worker.name} has {count} case{'' if count == 1 else 's'} more from today.", "team"
            )
    page = {"form": form, "giver": giver, "count": len(found),
            "breadcrumbs": crumbs(("My teams", reverse("casework:team")))}  # fmt: skip
    return show(http, "give", page, status=422 if form.errors else 200)
