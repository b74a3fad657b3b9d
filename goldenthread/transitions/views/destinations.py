"""Where young people are after year 11: who is not known first, one at a time or as a list, in and out."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.audit import log
from goldenthread.casework.access import cases_known_to, keeping_destinations
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.transitions.actions.destinations import bring_in, record_destination
from goldenthread.transitions.choices import Where
from goldenthread.transitions.destinations import RULE
from goldenthread.transitions.destinations_list import HEADINGS, NEEDED, List, as_csv, read_list
from goldenthread.transitions.forms.destinations import DestinationForm, ListForm
from goldenthread.transitions.models import Destination
from goldenthread.transitions.queries.destinations import counts_of, stands_of
from goldenthread.transitions.views.frame import show

A_PAGE = 50
MOST_SHOWN = 100
HOME = {"text": "After year 11", "href": "/transitions/destinations/"}


def _cases(http: HttpRequest) -> QuerySet[Case]:
    return Case.objects.filter(cases_known_to(standing(http), keeping_destinations))


@needs(Permission.KEEP_DESTINATIONS)
def destinations(http: HttpRequest) -> HttpResponse:
    """Everybody past year 11 of whom the reader knows, those who are not known first."""
    today = timezone.localdate()
    where = http.GET.get("where", "")
    where = where if where in Where.values else ""
    stands = stands_of(_cases(http), today)
    rows = [one for one in stands if not where or one.where == where]
    page = Paginator(rows, A_PAGE).get_page(http.GET.get("page"))
    return show(http, "destinations", {"where": where, "page": page, "rows": page.object_list, "total": len(rows),
                                       "everybody": len(stands), "counts": counts_of(stands), "rule": RULE, "today": today,
                                       "breadcrumbs": []})  # fmt: skip


@needs(Permission.KEEP_DESTINATIONS, case=Case)
def destination(http: HttpRequest, case: Case) -> HttpResponse:
    """Where one young person is: what was said until now, and what is known today."""
    today = timezone.localdate()
    form = DestinationForm(http.POST if http.method == "POST" else None, initial={"known_on": today})
    if form.is_bound and form.is_valid():
        try:
            record_destination(case=case, on=today, by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"Where {case.child.first_name} is, is kept.")
            return redirect("transitions:destination", case.public_id)
    page = {"case": case, "child": case.child, "form": form, "said": Destination.objects.filter(case=case), "rule": RULE,
            "stands": next(iter(stands_of(Case.objects.filter(pk=case.pk), today)), None), "breadcrumbs": [HOME]}  # fmt: skip
    return show(http, "destination", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_DESTINATIONS)
def destinations_csv(http: HttpRequest) -> HttpResponse:
    """The list as a file: to fill in, or for those whose duty it is to know. Who took it is kept."""
    today = timezone.localdate()
    stands = stands_of(_cases(http), today)
    rows = (
        (one.case.reference, one.case.child.family_name, one.case.child.given_names, one.case.child.born_on,
         one.where.label, one.last.place if one.last else "", one.last.known_on if one.last else "",
         one.last.get_evidence_display() if one.last else "", one.last.told if one.last else "",
         "" if one.is_known else one.since)
        for one in stands
    )  # fmt: skip
    log.record_read("transitions.destinations.taken_out", subject="transitions.destination:many", by=http.user,
                    detail={"rows": len(stands)})  # fmt: skip
    name = f"after-year-11-{today.isoformat()}.csv"
    return HttpResponse(
        as_csv(rows), content_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )  # fmt: skip


@needs(Permission.KEEP_DESTINATIONS)
def destinations_bring(http: HttpRequest) -> HttpResponse:
    """A whole list: all of it, or nothing and what is wrong row by row."""
    listed = List()
    form = ListForm(http.POST, http.FILES) if http.method == "POST" else ListForm()
    if form.is_bound and form.is_valid():
        try:
            listed = read_list(form.cleaned_data["file"].read())
            new, here = bring_in(listed=listed, cases=_cases(http), on=timezone.localdate(), by=http.user)
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"New words about where somebody is: {new}. Here already: {here}.")
            return redirect("transitions:destinations")
    page = {"form": form, "troubles": listed.troubles[:MOST_SHOWN], "more": len(listed.troubles) - MOST_SHOWN,
            "headings": HEADINGS, "needed": NEEDED, "places": Where.labels, "breadcrumbs": [HOME]}  # fmt: skip
    return show(http, "destinations_bring", page, status=422 if form.errors else 200)
