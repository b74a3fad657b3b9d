"""Those who keep the ledger: activities, what people said, its answer, and asking again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.participation.actions import ledger
from goldenthread.participation.choices import Outcome
from goldenthread.participation.errors import Refused
from goldenthread.participation.forms.staff import ActivityForm, AgainForm, AnswerForm, SaidForm
from goldenthread.participation.models import Said
from goldenthread.participation.views.keeping import HOME


@needs(Permission.RUN_SURVEYS)
def add_activity(http: HttpRequest) -> HttpResponse:
    """Something in which people took part."""
    form = ActivityForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        fields = dict(form.cleaned_data)
        groups = fields.pop("groups")
        try:
            made = ledger.record_activity(fields=fields, groups=groups, by=http.user)
            return redirect("participation:activity", made.public_id)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "How people took part", "Put it in the ledger")


@needs(Permission.RUN_SURVEYS)
def add_said(http: HttpRequest) -> HttpResponse:
    """Something that people said."""
    form = SaidForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = ledger.record_said(fields=form.cleaned_data, by=http.user)
        return redirect("voice:said", made.public_id)
    return _form(http, form, "What people said", "Save, to be answered")


@needs(Permission.RUN_SURVEYS, said=Said)
def said(http: HttpRequest, said: Said) -> HttpResponse:
    """Answer it; or, once it is done, say whether it worked."""
    asks_again = said.outcome == Outcome.DID and "answer" not in http.GET
    made: type[AgainForm] | type[AnswerForm] = AgainForm if asks_again else AnswerForm
    initial = {
        "outcome": said.outcome,
        "answer": said.answer,
        "because": said.because,
        "action_number": said.action_number,
    }
    form = made(http.POST if http.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            _save(said, form.cleaned_data, asks_again, http.user)
            messages.success(http, "Everybody can read it now.")
            return redirect("participation:one_said", said.public_id)
        except Refused as refused:
            form.refuse(refused)
    page = {"said": said, "form": form, "asks_again": asks_again, "breadcrumbs": HOME}
    return render(http, "participation/keep_said.html", page, status=422 if form.errors else 200)


def _save(said: Said, given: dict[str, Any], asks_again: bool, by: Any) -> None:
    if asks_again:
        ledger.ask_again(said=said, by=by, **given)
    else:
        ledger.answer(said=said, on=timezone.localdate(), by=by, **given)


def _form(http: HttpRequest, form: Any, title: str, button: str) -> HttpResponse:
    page = {"form": form, "title": title, "button": button, "breadcrumbs": HOME}
    return render(http, "participation/keep_form.html", page, status=422 if form.errors else 200)
