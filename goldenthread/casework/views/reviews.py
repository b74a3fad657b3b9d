"""Annual reviews: planned, written by the school or the council, reported; changes of phase; the backlog."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.actions import reviewing as acts
from goldenthread.casework.forms.reviewing import ByForm, MeetingForm, ReviewForm
from goldenthread.casework.models import Case, Review
from goldenthread.casework.queries.backlog import backlog as backlog_of
from goldenthread.casework.queries.reviews import (
    outcomes_to_review,
    progress_of,
    review_of,
    roles_of,
    wants_adulthood,
)
from goldenthread.casework.queries.transfers import Transfer, counted
from goldenthread.casework.queries.transfers import transfers as transfers_of
from goldenthread.casework.views.frame import above, crumbs, show
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.law import review as law


@needs(Permission.WORK_CASE, case=Case)
def plan(http: HttpRequest, case: Case) -> HttpResponse:
    """Fix the day of the meeting and invite people."""
    today = timezone.localdate()
    roles = roles_of(case, today)
    form = MeetingForm(http.POST if http.method == "POST" else None, asked=roles.invited)
    if form.is_bound and form.is_valid():
        try:
            acts.plan_review(
                case=case,
                meeting_on=form.cleaned_data["meeting_on"],
                invited=form.everybody,
                on=today,
                by=http.user,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(reverse("casework:review", args=[case.public_id]))
    page = {"case": case, "child": case.child, "form": form, "title": "Plan the review", "button": "Invite them",
            "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case)
def review(http: HttpRequest, case: Case) -> HttpResponse:
    """The review under way, for the case's workers."""
    return _review(http, case, "review", may_write=standing(http).may(Permission.WORK_CASE, case))


@needs(Permission.REPORT_REVIEW, case=Case)
def school_review(http: HttpRequest, case: Case) -> HttpResponse:
    """The review under way, for the school that writes its report."""
    return _review(http, case, "school_review", may_write=True)


def _review(http: HttpRequest, case: Case, page: str, *, may_write: bool) -> HttpResponse:
    today = timezone.localdate()
    found = review_of(case)
    if found is None:
        return show(
            http,
            f"{page}_none",
            {"case": case, "child": case.child, "breadcrumbs": _way(page, case)},
            status=200,
        )
    form = ReviewForm(
        http.POST if http.method == "POST" and may_write and not found.sent_on else None, review=found,
        outcomes=outcomes_to_review(case), wants_adulthood=wants_adulthood(case, today),
    )  # fmt: skip
    theirs: Review | None = None
    if form.is_bound and form.is_valid():
        try:
            acts.write_review(
                review=found,
                edition=form.cleaned_data["edition"],
                progress=form.progress,
                by=http.user,
                **form.words,
            )
        except Conflict as conflict:
            theirs = conflict.theirs[0]
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"Saved at {timezone.localtime():%H:%M}.")
            return redirect(http.path)
    context: dict[str, Any] = {
        "case": case, "child": case.child, "review": found, "form": form, "theirs": theirs, "may_write": may_write,
        "progress": progress_of(found), "roles": roles_of(case, today), "lacking": acts.lacking_in(found, today),
        "days": law.timetable(found.meeting_on) if found.meeting_on else None, "today": today, "breadcrumbs": _way(page, case),
    }  # fmt: skip
    return show(http, page, context, status=409 if theirs else 422 if form.errors else 200)


def _way(page: str, case: Case) -> list[dict[str, str]]:
    if page == "review":
        return above(case)
    return [
        {"text": f"{case.child.first_name}’s case", "href": reverse("case:follow", args=[case.public_id])}
    ]


@needs(Permission.WORK_CASE, case=Case)
@require_POST
def send(http: HttpRequest, case: Case) -> HttpResponse:
    """Send the report to everybody who was invited."""
    return _send(http, case, reverse("casework:review", args=[case.public_id]))


@needs(Permission.REPORT_REVIEW, case=Case)
@require_POST
def school_send(http: HttpRequest, case: Case) -> HttpResponse:
    """The school sends its report."""
    return _send(http, case, reverse("case:review", args=[case.public_id]))


def _send(http: HttpRequest, case: Case, back: str) -> HttpResponse:
    found = review_of(case)
    try:
        if found is None:
            raise Refused("No review is under way in this case.")
        acts.send_report(review=found, on=timezone.localdate(), by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
    else:
        messages.success(http, "The report has gone out.")
    return redirect(back)


@needs(Permission.MANAGE_CASES)
def transfers(http: HttpRequest) -> HttpResponse:
    """Who changes phase in a September, in the order in which to make it; their clocks are started together."""
    today = timezone.localdate()
    asked = http.GET.get("year", "")
    year = (
        int(asked)
        if asked.isdigit() and 2015 <= int(asked) <= today.year + 3
        else today.year + (today.month > 3)
    )
    found = transfers_of(Case.objects.known_to(standing(http)), year, today)
    if http.method == "POST":
        _start_clocks(http, found, year, today)
        return redirect(f"{http.path}?year={year}")
    rows = [(one, one.next_day(today)) for one in found if not one.is_done]
    page = {"rows": rows, "counted": counted(found), "year": year, "today": today, "breadcrumbs": crumbs(),
            "waiting": sum(not one.is_expected for one in found)}  # fmt: skip
    return show(http, "transfers", page)


def _start_clocks(http: HttpRequest, found: list[Transfer], year: int, today: date) -> None:
    """Start the clock of everybody who has none, and say of whom it could not be started and why."""
    started = 0
    for kind in ("school", "post-16"):
        cases = [one.case for one in found if one.phase.kind == kind and not one.is_expected]
        noted = acts.expect_transfers(cases=cases, year=year, to=kind, on=today, by=http.user)
        started += noted.started
        for case, why in noted.refused:
            messages.warning(http, f"{case.reference}: its clock was not started. {why}")
    messages.success(http, f"{started} clock{'' if started == 1 else 's'} started.")


@needs(Permission.MANAGE_CASES)
def backlog(http: HttpRequest) -> HttpResponse:
    """The backlog of reviews, and what it takes to clear it by a day."""
    today = timezone.localdate()
    form = ByForm(
        http.GET if "by_day" in http.GET else None,
        initial={"by": date(today.year + (today.month > 8), 8, 31)},
    )
    by = form.cleaned_data["by"] if form.is_bound and form.is_valid() and form.cleaned_data["by"] else None
    day = by if by and by > today else date(today.year + (today.month > 7), 8, 31)
    cases = Case.objects.known_to(standing(http)).filter(standing__ended_on=None)
    page = {"backlog": backlog_of(cases, today, day), "form": form, "today": today, "breadcrumbs": crumbs()}
    return show(http, "backlog", page)
