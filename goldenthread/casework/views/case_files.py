"""Case files from other authorities: choose one, see what it holds, take it over; and what came, to be read."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.audit import log
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.actions.taking_over import hold_case_file, take_over
from goldenthread.casework.forms.taking_over import HandedOverForm, TakeOverForm
from goldenthread.casework.models import Case, CaseFileUpload, InheritedCase
from goldenthread.casework.queries.inherited import history_of, to_take_over
from goldenthread.casework.queries.places import is_ours, our_authority, team_of
from goldenthread.casework.views.frame import above, crumbs, done, show
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child


@needs(Permission.START_CASE)
def start(http: HttpRequest) -> HttpResponse:
    """Choose the file; it is proved at once."""
    form = HandedOverForm(http.POST, http.FILES) if http.method == "POST" else HandedOverForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            upload = hold_case_file(
                name=file.name, data=file.read(), on=timezone.localdate(), by=reader(http)
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("casework:take_over", upload.key)
    return show(http, "take_over_start", {"form": form}, status=422 if form.errors else 200)


@needs(Permission.START_CASE, upload=CaseFileUpload)
def look(http: HttpRequest, upload: CaseFileUpload) -> HttpResponse:
    """What the file holds, and the two things that only we know: who the child is here, and when the plan came."""
    if upload.data is None:
        return redirect("casework:case", upload.outcome["case"])
    today = timezone.localdate()
    found = to_take_over(upload.content, today)
    form = TakeOverForm(
        http.POST if http.method == "POST" else None, alike=found.alike, is_certain=found.is_here
    )
    if form.is_bound and form.is_valid():
        try:
            case = _take_over(upload, form.child, form.cleaned_data["transferred_on"], http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"{case.child} has a case here: {case.reference}. The plan came with it.", case)
    way = crumbs(("Take over a case file", reverse("casework:take_over_start")))
    page = {
        "form": form,
        "found": found,
        "file": found.file,
        "is_for_us": is_ours(found.file.made_for),
        "breadcrumbs": way,
    }
    return show(http, "take_over", page, status=422 if form.errors else 200)


@transaction.atomic
def _take_over(upload: CaseFileUpload, child: Child | None, transferred_on: Any, user: Any) -> Case:
    """The case and its worker, together."""
    today = timezone.localdate()
    case = take_over(upload=upload, authority=our_authority(), team=team_of(user, today), transferred_on=transferred_on,
                     child=child, on=today, by=user)  # fmt: skip
    allocate(cases=[case], worker=user, on=today, by=user)
    return case


def _inherited(case: Case) -> InheritedCase:
    held = InheritedCase.objects.filter(case=case).select_related("recorded_by").first()
    if held is None:
        raise Http404("Nothing came from another authority with this case.")
    return held


@needs(Permission.WORK_CASE, case=Case)
def inherited(http: HttpRequest, case: Case) -> HttpResponse:
    """What came, as it came."""
    history = history_of(_inherited(case))
    page = {"case": case, "child": case.child, "history": history, "file": history.file, "inherited": history.inherited,
            "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "inherited", page)


@needs(Permission.WORK_CASE, case=Case)
def inherited_file(http: HttpRequest, case: Case) -> HttpResponse:
    """The ZIP itself, byte by byte."""
    held = _inherited(case)
    log.record_read("casework.case_file.downloaded", subject=log.subject_of(case), by=http.user)
    headers = {
        "Content-Disposition": f'attachment; filename="{case.reference}-as-it-came.zip"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(held.content), content_type="application/zip", headers=headers)
