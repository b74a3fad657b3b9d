"""Employers and supported internships, for those who keep them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.access import cases_known_to
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.actions.employers import keep_employer
from goldenthread.transitions.actions.internships import (
    add_hours,
    begin_internship,
    begin_paid_work,
    check_work,
    end_internship,
)
from goldenthread.transitions.forms.internships import (
    CheckForm,
    EmployerForm,
    EndForm,
    HoursForm,
    InternshipForm,
    PaidForm,
)
from goldenthread.transitions.models import Employer, Internship
from goldenthread.transitions.queries.internships import Row, row_of, rows_of
from goldenthread.transitions.views.frame import show

A_PAGE = 50
HOME = {"text": "Supported internships", "href": "/transitions/internships/"}
EMPLOYERS = {"text": "Employers", "href": "/transitions/employers/"}


@needs(Permission.KEEP_INTERNSHIPS)
def internships(http: HttpRequest) -> HttpResponse:
    """All internships of which the reader knows: what is due first."""
    today = timezone.localdate()
    rows = rows_of(Case.objects.filter(cases_known_to(standing(http))), today)
    page = Paginator(rows, A_PAGE).get_page(http.GET.get("page"))
    context = {"rows": page.object_list, "page": page, "total": len(rows), "today": today, "breadcrumbs": []}
    return show(http, "internships", context)


@needs(Permission.KEEP_INTERNSHIPS)
def employers(http: HttpRequest) -> HttpResponse:
    """The register: what each employer offers, and how many young people it took."""
    found = Employer.objects.annotate(taken=Count("internships")).order_by("name", "pk")
    page = Paginator(found, A_PAGE).get_page(http.GET.get("page"))
    return show(http, "employers", {"rows": page.object_list, "page": page, "breadcrumbs": [HOME]})


def _employer(http: HttpRequest, employer: Employer | None) -> HttpResponse:
    names = ("name", "offer", "adjustments", "contact", "consented_on", "consent", "edition")
    first = {name: getattr(employer, name) for name in names} if employer else {"edition": 0}
    form = EmployerForm(http.POST if http.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            kept = keep_employer(
                employer=employer, on=timezone.localdate(), by=http.user, **form.cleaned_data
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{kept} is kept.")
            return redirect("transitions:employers")
    page = {"form": form, "employer": employer, "breadcrumbs": [HOME, EMPLOYERS]}
    return show(http, "employer", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_INTERNSHIPS)
def employer_add(http: HttpRequest) -> HttpResponse:
    """One more employer."""
    return _employer(http, None)


@needs(Permission.KEEP_INTERNSHIPS, employer=Employer)
def employer(http: HttpRequest, employer: Employer) -> HttpResponse:
    """One employer, to change."""
    return _employer(http, employer)


@needs(Permission.KEEP_INTERNSHIPS, case=Case)
def internship_begin(http: HttpRequest, case: Case) -> HttpResponse:
    """A supported internship of one young person."""
    form = InternshipForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = begin_internship(case=case, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{case.child.first_name}’s internship is kept.")
            return redirect("transitions:internship", made.public_id)
    page = {
        "case": case,
        "child": case.child,
        "form": form,
        "any": Employer.objects.exists(),
        "breadcrumbs": [HOME],
    }
    return show(http, "internship_begin", page, status=422 if form.errors else 200)


STEPS: dict[str, tuple[Any, Callable[..., Any], str]] = {
    "hours": (HoursForm, add_hours, "The job coach’s time is kept."),
    "end": (EndForm, end_internship, "How it ended is kept."),
    "paid": (PaidForm, begin_paid_work, "The paid work is kept. It is looked at after 13, 26 and 52 weeks."),
    "check": (CheckForm, check_work, "What you found out is kept."),
}
"""What can be done on the page of an internship: its form, its action, and what is said then."""


def _forms(row: Row, sent: tuple[str, Any] | None) -> dict[str, Any]:
    """The forms that the internship asks for now; the one that was sent, as it was sent."""
    one = row.internship
    wanted = {
        "hours": True,
        "end": one.ended_on is None,
        "paid": one.paid_from is None,
        "check": bool(row.due),
    }
    first = {"edition": one.edition, "weeks": row.due[0] if row.due else None}
    made = {
        key: STEPS[key][0](initial=first, auto_id=f"{key}_%s")
        for key, is_wanted in wanted.items()
        if is_wanted
    }
    return made | ({sent[0]: sent[1]} if sent else {})


@needs(Permission.KEEP_INTERNSHIPS, internship=Internship)
def internship(http: HttpRequest, internship: Internship) -> HttpResponse:
    """One internship: what is due, the job coach's hours, its end, and the paid work that came of it."""
    today, sent = timezone.localdate(), None
    step = http.POST.get("step", "")
    if http.method == "POST" and step in STEPS:
        kind, act, said = STEPS[step]
        form = kind(http.POST, auto_id=f"{step}_%s")
        sent = (step, form)
        if form.is_valid():
            try:
                act(internship=internship, on=today, by=http.user, **form.cleaned_data)
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(http, said)
                return redirect("transitions:internship", internship.public_id)
    hours = list(internship.hours.all())
    row = row_of(internship, sum(one.minutes for one in hours), today)
    page = {"case": internship.case, "child": internship.case.child, "internship": internship, "row": row, "hours": hours[:20],
            "forms": _forms(row, sent), "form": sent[1] if sent else None, "today": today, "breadcrumbs": [HOME]}  # fmt: skip
    return show(http, "internship", page, status=422 if sent else 200)
