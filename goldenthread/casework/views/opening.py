"""Entering a request."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.actions.opening import open_case
from goldenthread.casework.forms.opening import RequestForm
from goldenthread.casework.models import Case
from goldenthread.casework.queries.places import our_authority, team_of
from goldenthread.casework.views.frame import done, show
from goldenthread.kit.errors import Refused
from goldenthread.people.actions.children import enter_child, enter_parent


@needs(Permission.START_CASE)
def start(http: HttpRequest) -> HttpResponse:
    """Enter a child and the request to assess them: one page, all of it or nothing."""
    form = RequestForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            case = _open(form, http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"{case.child} has a case: {case.reference}. The clock runs.", case)
    page = {"form": form, "title": "Enter a request", "button": "Open the case"}
    return show(http, "record", page, status=422 if form.errors else 200)


@transaction.atomic
def _open(form: RequestForm, user: Any) -> Case:
    """The child, the parent, the case and its worker, together."""
    today, data = timezone.localdate(), form.cleaned_data
    child = enter_child(on=today, is_another=data["is_another"], by=user, **form.child)
    if data["adult_name"]:
        enter_parent(child=child, name=data["adult_name"], tie=data["tie"], on=today,
                     has_parental_responsibility=data["has_responsibility"], by=user)  # fmt: skip
    case = open_case(
        child=child, authority=our_authority(), team=team_of(user, today), kind="request-received",
        occurred_on=data["occurred_on"], facts=form.facts, on=today, by=user,
    )  # fmt: skip
    allocate(cases=[case], worker=user, on=today, by=user)
    return case
