"""The plan of messages: what families should know, by which steps, and whether it landed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as notes
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.communication.actions import messages as actions
from goldenthread.communication.errors import Conflict, Refused
from goldenthread.communication.forms.messages import MessageForm, StepForm, public_actions
from goldenthread.communication.models import Message
from goldenthread.communication.queries import messages as queries
from goldenthread.participation.queries.waves_shown import table_of

HOME = [{"text": "Messages", "href": "/communication/"}]


@needs(Permission.PLAN_MESSAGES)
def home(http: HttpRequest) -> HttpResponse:
    """Every message, and what should have gone out."""
    day = timezone.localdate()
    page = {"messages_kept": queries.messages(day), "late": queries.late_steps(day), "day": day}
    return render(http, "communication/messages.html", page)


@needs(Permission.PLAN_MESSAGES)
def add(http: HttpRequest) -> HttpResponse:
    """A new message."""
    form = MessageForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = actions.write_message(fields=form.cleaned_data, by=http.user)
            return redirect("communication:message", made.public_id)
        except Refused as refused:
            form.refuse(refused)
    return _form(http, form, "What families should know", HOME)


@needs(Permission.PLAN_MESSAGES, message=Message)
def edit(http: HttpRequest, message: Message) -> HttpResponse:
    """Change a message. Who is slower sees what the other wrote, and loses nothing of their own."""
    initial = {name: getattr(message, name) for name in actions.FIELDS} | {"based_on": message.version}
    form = MessageForm(http.POST if http.method == "POST" else None, initial=initial)
    theirs = None
    if form.is_bound and form.is_valid():
        fields = dict(form.cleaned_data)
        try:
            actions.write_message(
                message=message, based_on=fields.pop("based_on") or 0, fields=fields, by=http.user
            )
            return redirect("communication:message", message.public_id)
        except Conflict as conflict:
            theirs, form = conflict.theirs, _beside_theirs(form, conflict.theirs)
        except Refused as refused:
            form.refuse(refused)
    crumbs = [*HOME, {"text": message.words, "href": f"/communication/messages/{message.public_id}/"}]
    return _form(http, form, "Change what families should know", crumbs, theirs=theirs)


def _beside_theirs(form: MessageForm, theirs: Message) -> MessageForm:
    typed = dict(form.data.items()) | {"based_on": str(theirs.version)}
    again = MessageForm(typed)
    again.full_clean()
    again.refuse(Conflict(theirs))
    return again


def _form(
    http: HttpRequest, form: Any, title: str, crumbs: list[dict[str, str]], **more: Any
) -> HttpResponse:
    page = {"form": form, "title": title, "breadcrumbs": crumbs, **more}
    return render(http, "communication/form.html", page, status=422 if form.errors else 200)


@needs(Permission.PLAN_MESSAGES, message=Message)
def message(http: HttpRequest, message: Message) -> HttpResponse:
    """One message: its steps, how many came, and what they answered."""
    day, done = timezone.localdate(), http.POST.get("done", "")
    if done:
        _finish(http, message, done)
        return redirect("communication:message", message.public_id)
    form = StepForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.add_step(message=message, by=http.user, **form.cleaned_data)
            return redirect("communication:message", message.public_id)
        except Refused as refused:
            form.refuse(refused)
    landed = queries.landed(message, day)
    page = {
        "message": message, "steps": message.steps.all(), "form": form, "day": day, "addresses": landed.addresses,
        "tables": [(line, table_of(line)) for line in landed.lines], "breadcrumbs": HOME,
        "may_open": standing(http).may(Permission.VIEW_PROGRAMME),
        "action": public_actions().filter(pk=message.action_id or 0).first(),
    }  # fmt: skip
    return render(http, "communication/message.html", page, status=422 if form.errors else 200)


def _finish(http: HttpRequest, message: Message, done: str) -> None:
    step = (
        message.steps.filter(pk=int(done)).first()
        if done.isascii() and done.isdecimal() and len(done) < 12
        else None
    )
    if step is None:
        raise Http404("This message has no such step.")
    actions.finish_step(step=step, on=timezone.localdate(), by=http.user)
    notes.success(http, "Noted: it went out.")
