"""Waits as those read them who send them or buy the service: every number, as it was known on any day."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.commissioning.actions.lines import change_line, open_line
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.forms.waits import OpenForm, WordsForm
from goldenthread.commissioning.models import ServiceLine, WaitMonthVersion
from goldenthread.commissioning.queries.months import month_of_all, months_known, versions_of
from goldenthread.commissioning.views.who import exact_tables
from goldenthread.commissioning.views.words import in_weeks
from goldenthread.kit.as_at import as_at
from goldenthread.kit.dates import PartialDate, in_words
from goldenthread.kit.reading import read_date
from goldenthread.kit.table import Cell, Column, Table

HOME = [{"text": "Waiting times", "href": "/commissioning/waits/"}]


@needs(Permission.READ_WAITS)
def month(http: HttpRequest) -> HttpResponse:
    """One month of every service that the reader may know: those counted alike stand together."""
    at = as_at(http)
    asked = _asked_month(http.GET.get("month", ""), at.day)
    known = ServiceLine.objects.known_to(standing(http))
    rows = month_of_all(known, asked, at.day)
    groups: dict[str, list[Any]] = {}
    for line, version in rows:
        groups.setdefault(line.series, []).append((line, version))
    may = standing(http).may
    page = {
        "month": asked, "tables": [_table_of(group) for group in groups.values()], **at.for_page(),
        "earlier": _moved(asked, -1), "later": _moved(asked, 1) if asked.last < at.day else None, "missing": _missing(rows),
        "may_send": may(Permission.SEND_WAITS), "may_keep": may(Permission.KEEP_COMMISSIONING),
    }  # fmt: skip
    return render(http, "commissioning/month.html", page)


def _asked_month(text: str, day: Any) -> PartialDate:
    """The month asked for; the last one that is over where none is, or where it cannot be read."""
    try:
        found = read_date(text) if text else None
    except ValueError:
        found = None
    if found and found.month:
        return PartialDate(found.year, found.month)
    return _moved(PartialDate(day.year, day.month), -1)


def _moved(month: PartialDate, by: int) -> PartialDate:
    number = month.year * 12 + (month.month or 1) - 1 + by
    return PartialDate(number // 12, number % 12 + 1)


def _missing(rows: list[tuple[ServiceLine, WaitMonthVersion | None]]) -> list[ServiceLine]:
    return [line for line, version in rows if version is None]


def _table_of(group: list[tuple[ServiceLine, WaitMonthVersion | None]]) -> Table:
    series = group[0][0].counted
    columns = [Column("Service"), Column("Waiting", True), *(Column(band.name + " weeks", True) for band in series.bands),
               Column("Half wait up to", True), Column("Longest", True), Column("Seen", True)]  # fmt: skip
    rows = []
    for line, one in group:
        name = Cell(line.name, href=reverse("commissioning:line", args=[line.slug]), note=line.provider.name)
        if one is None:
            rows.append([name, Cell("Not sent", state="due"), *[""] * (len(series.bands) + 3)])
            continue
        rows.append(
            [name, one.total, *one.waiting, _days(one.median_days), _days(one.longest_days), one.seen]
        )
    return Table(series.title, columns, rows, is_compact=True)


def _days(days: int | None) -> Any:
    return "" if days is None else Cell(in_weeks(days), note=f"{days} days")


@needs(Permission.READ_WAITS, line=ServiceLine)
def line(http: HttpRequest, line: ServiceLine) -> HttpResponse:
    """One service: each month as it was known on a day, and what was sent when."""
    at = as_at(http)
    columns = [Column("Month"), Column("Waiting", True), *(Column(band.name + " weeks", True) for band in line.counted.bands),
               Column("Half wait up to", True), Column("Longest", True), Column("Seen", True), Column("Note")]  # fmt: skip
    known = months_known(line, at.day)
    rows = [[str(one.record.month), one.total, *one.waiting, _days(one.median_days), _days(one.longest_days), one.seen, one.note]
            for one in known]  # fmt: skip
    corrected = [[str(one.record.month), one.total, f"{in_words(one.known_from)} to {in_words(one.known_until)}"]
                 for one in versions_of(line) if one.known_until]  # fmt: skip
    page = {
        "line": line, "series": line.counted, "may": May(http, line), "breadcrumbs": HOME, **at.for_page(),
        "table": Table("Month by month", columns, rows, is_compact=True, empty="No month was known on this day."),
        "corrected": Table("Numbers that were corrected",
                           [Column("Month"), Column("Was", True), Column("Stood here")], corrected) if corrected else None,
        "who": exact_tables(known),
    }  # fmt: skip
    return render(http, "commissioning/line.html", page)


@needs(Permission.SEND_WAITS, line=ServiceLine)
def words(http: HttpRequest, line: ServiceLine) -> HttpResponse:
    """What families read of a service."""
    names = [name for name in WordsForm.base_fields if hasattr(line, name)]
    form = WordsForm(
        http.POST if http.method == "POST" else None, initial={name: getattr(line, name) for name in names}
    )
    if form.is_bound and form.is_valid():
        try:
            change_line(line=line, words=form.cleaned_data, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Saved. Families read these words now.")
            return redirect("commissioning:line", line.slug)
    above = [*HOME, {"text": line.name, "href": reverse("commissioning:line", args=[line.slug])}]
    page = {"form": form, "title": f"What families read: {line.name}", "button": "Save", "breadcrumbs": above}
    return render(http, "commissioning/form.html", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_COMMISSIONING)
def open_one(http: HttpRequest) -> HttpResponse:
    """A further service whose waits will be sent."""
    form = OpenForm(http.POST if http.method == "POST" else None, initial={"is_public": True})
    if form.is_bound and form.is_valid():
        given = dict(form.cleaned_data)
        asked = {name: given.pop(name) for name in ("slug", "provider", "series")}
        try:
            made = open_line(**asked, words=given, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{made.name} is here. Its provider can send its waits.")
            return redirect("commissioning:line", made.slug)
    page = {"form": form, "title": "A further service", "button": "Add the service", "breadcrumbs": HOME}
    return render(http, "commissioning/form.html", page, status=422 if form.errors else 200)
