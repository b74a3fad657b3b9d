"""Who may see a case: leave, bars, restriction, and who has looked."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.models import User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.casework.actions import access as acts
from goldenthread.casework.actions.allocating import cover as cover_for
from goldenthread.casework.forms.access import AdviserForm, BarForm, CoverForm, GrantForm, RestrictForm
from goldenthread.casework.models import Case
from goldenthread.casework.queries.files import file_of
from goldenthread.casework.queries.readers import access_of, colleagues, who_has_looked
from goldenthread.casework.queries.team import teams_of, workers_of
from goldenthread.casework.views.frame import above, crumbs, said, show
from goldenthread.kit.errors import Refused


@needs(Permission.MANAGE_CASES, case=Case)
def access(http: HttpRequest, case: Case) -> HttpResponse:
    """Who may see a case and why, and who has looked."""
    page = {"case": case, "child": case.child, "access": access_of(case, timezone.localdate()),
            "looked": who_has_looked(case), "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "access", page)


def _form_page(http: HttpRequest, case: Case, form: Any, title: str, button: str) -> HttpResponse:
    page = {"case": case, "child": case.child, "form": form, "title": title, "button": button,
            "breadcrumbs": [*above(case), {"text": "Who may see it", "href": _of(case)}]}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)


def _of(case: Case) -> str:
    return reverse("casework:access", args=[case.public_id])


@needs(Permission.MANAGE_CASES, case=Case)
def grant(http: HttpRequest, case: Case) -> HttpResponse:
    """Give somebody leave to see a case."""
    today = timezone.localdate()
    form = GrantForm(http.POST if http.method == "POST" else None, people=colleagues(today))
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            acts.grant(case=case, user=User.objects.get(pk=data["user"]), reason=data["reason"], starts_on=today,
                       ends_on=data["ends_on"], by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(_of(case))
    return _form_page(http, case, form, "Give leave to see this case", "Give leave")


@needs(Permission.MANAGE_CASES, case=Case)
def bar(http: HttpRequest, case: Case) -> HttpResponse:
    """Keep somebody from a case."""
    today = timezone.localdate()
    form = BarForm(http.POST if http.method == "POST" else None, people=colleagues(today))
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            acts.bar(
                case=case,
                user=User.objects.get(pk=data["user"]),
                reason=data["reason"],
                starts_on=today,
                by=http.user,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(_of(case))
    return _form_page(http, case, form, "Keep somebody from this case", "Keep them from it")


@needs(Permission.MANAGE_CASES, case=Case)
def restrict(http: HttpRequest, case: Case) -> HttpResponse:
    """Restrict a case to those with leave, or lift that."""
    form = RestrictForm(http.POST if http.method == "POST" else None)
    if http.method == "POST" and case.is_restricted:
        acts.lift_restriction(case=case, by=http.user)
        return redirect(_of(case))
    if form.is_bound and form.is_valid():
        try:
            acts.restrict(
                case=case, reason=form.cleaned_data["reason"], on=timezone.localdate(), by=reader(http)
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(_of(case))
    return _form_page(http, case, form, "Restrict this case", "Restrict it")


@needs(Permission.MANAGE_CASES, case=Case)
@require_POST
def end(http: HttpRequest, case: Case, kind: str, number: int) -> HttpResponse:
    """End leave, or a bar."""
    held = {"leave": case.grants, "bar": case.bars}.get(kind)
    span = held.filter(pk=number).first() if held is not None else None
    if span is None:
        raise Http404("Nothing of this case answers to this address.")
    acts.end_span(span=span, on=timezone.localdate(), by=http.user)
    return redirect(_of(case))


@needs(Permission.WORK_CASE, case=Case)
def open_advice(http: HttpRequest, case: Case, event: int) -> HttpResponse:
    """Open a request for advice to the professional who was asked."""
    request = next(
        (one for one in file_of(case) if one.number == event and one.kind == "advice-requested"), None
    )
    if request is None:
        raise Http404("No request for advice of this case answers to this address.")
    today = timezone.localdate()
    form = AdviserForm(http.POST if http.method == "POST" else None, people=colleagues(today, "adviser"))
    if form.is_bound and form.is_valid():
        adviser = User.objects.get(pk=form.cleaned_data["user"])
        try:
            acts.let_advise(request=request, adviser=adviser, on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(reverse("casework:case", args=[case.public_id]))
    return _form_page(
        http, case, form, f"Open this request to somebody: {request.facts.get('body', '')}", "Open it"
    )


@needs(Permission.MANAGE_CASES)
def cover(http: HttpRequest) -> HttpResponse:
    """Let somebody cover for a worker who is away."""
    today = timezone.localdate()
    people = workers_of(teams_of(reader(http)), today)
    form = CoverForm(http.POST if http.method == "POST" else None, people=people)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        worker, by = User.objects.get(pk=data["worker"]), User.objects.get(pk=data["covered_by"])
        try:
            count = cover_for(
                worker=worker,
                covered_by=by,
                starts_on=data["starts_on"],
                ends_on=data["ends_on"],
                by=http.user,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            cases = f"{count} case{'' if count == 1 else 's'}"
            return said(http, f"{by.name} covers {cases} of {worker.name}.", "team")
    page = {"form": form, "title": "Cover for somebody", "button": "Arrange the cover",
            "breadcrumbs": crumbs(("My teams", reverse("casework:team")))}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)
