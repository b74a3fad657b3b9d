"""Advice, for the case's workers: whom to ask, how each request stands, what came and what the checks say of it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework import answers
from goldenthread.casework.actions import advising as acts
from goldenthread.casework.actions.answering import tag_paragraphs
from goldenthread.casework.forms.advice import AddressForm, AskForm, GiveUpForm, SendBackForm
from goldenthread.casework.models import Advice, Case
from goldenthread.casework.process.duties import Duty, due_day
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.queries.arrival import as_request, notes_of, notes_on_the_whole, read_with_notes
from goldenthread.casework.queries.asked import asked_in, lines_on_what_was_taken_out, not_taken_up
from goldenthread.casework.queries.files import course_of
from goldenthread.casework.views.frame import above, show
from goldenthread.kit.errors import Refused


def address_of(advice: Advice) -> str:
    """The page of one piece of advice."""
    return reverse("casework:advice", args=[advice.case.public_id, advice.public_id])


def under(case: Case) -> list[dict[str, str]]:
    """The way to a page under the advice of a case."""
    return [*above(case), {"text": "Advice", "href": reverse("casework:ask_advice", args=[case.public_id])}]


def back_to(http: HttpRequest, advice: Advice, sentence: str) -> HttpResponse:
    """After a change: say what happened, on the page of the advice."""
    messages.success(http, sentence)
    return redirect(address_of(advice))


def form_page(
    http: HttpRequest, advice: Advice, form: Any, title: str, button: str, **more: Any
) -> HttpResponse:
    """A form about one piece of advice."""
    page = {"case": advice.case, "child": advice.case.child, "form": form, "title": title, "button": button,
            "breadcrumbs": [*under(advice.case), {"text": advice.body, "href": address_of(advice)}], **more}  # fmt: skip
    return show(http, "advice_form", page, status=422 if form.errors else 200)


@needs(Permission.WORK_CASE, case=Case)
def ask(http: HttpRequest, case: Case) -> HttpResponse:
    """Everybody whom regulation 6 names: who was asked and what came, and a form to ask others."""
    today = timezone.localdate()
    form = AskForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = acts.ask_for_advice(case=case, asks=form.asks, on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"Asked: {', '.join(one.body for one in made)}.")
            return redirect(reverse("casework:ask_advice", args=[case.public_id]))
    page: dict[str, Any] = {
        "case": case, "child": case.child, "form": form, "letters": asked_in(case, today), "others": not_taken_up(case),
        "today": today, "due": due_day(Duty.ADVISE, today), "breadcrumbs": above(case),
        "can_ask": course_of(case).stage in KINDS["advice-requested"].during,
    }  # fmt: skip
    return show(http, "advice_asked", page, status=422 if form.errors else 200)


@needs(Permission.WORK_CASE, case=Case)
@require_POST
def take_up(http: HttpRequest, case: Case, event: int) -> HttpResponse:
    """Follow up a request that came from an earlier record."""
    request = next((one for one in not_taken_up(case) if one.number == event), None)
    if request is None:
        raise Http404("No request for advice of this case answers to this address.")
    return redirect(address_of(acts.follow_up(request=request, by=http.user)))


@needs(Permission.VIEW_CASE, case=Case, advice=Advice)
def advice(http: HttpRequest, case: Case, advice: Advice) -> HttpResponse:
    """One piece of advice: its paragraphs with numbers, what each gives, what the checks say, and what came before."""
    today = timezone.localdate()
    read = read_with_notes(advice.paragraphs, case, today)
    whole = notes_on_the_whole(advice.paragraphs, advice.dated_on, today) if advice.paragraphs else []
    came = list(advice.submissions.select_related("paper"))
    earlier = [(one, answers.changes(before.paragraphs, one.paragraphs)) for before, one in pairwise(came)]
    notes = [*whole, *(note for one in read for note in one.notes)]
    page: dict[str, Any] = {
        "case": case, "child": case.child, "advice": advice, "read": read, "whole": whole, "count": len(notes),
        "stale": lines_on_what_was_taken_out(advice) if len(came) > 1 else [],
        "came": came, "changed": list(reversed(earlier)), "links": list(advice.links.all()[:3]), "tags": answers.TAGS,
        "back": SendBackForm(initial={"reason": as_request(notes)}), "address": AddressForm(initial={"email": advice.email}),
        "breadcrumbs": under(case),
    }  # fmt: skip
    return show(http, "advice", page)


@needs(Permission.WORK_CASE, case=Case, advice=Advice)
def return_advice(http: HttpRequest, case: Case, advice: Advice) -> HttpResponse:
    """Send advice back to its author, with what the checks say or in other words."""
    wanted = {"reason": as_request(notes_of(advice, timezone.localdate()))}
    form = SendBackForm(http.POST if http.method == "POST" else None, initial=wanted)
    if form.is_bound and form.is_valid():
        try:
            acts.send_back(
                advice=advice, reason=form.cleaned_data["reason"], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return back_to(http, advice, "Sent back to its author with your reasons. What came stays here.")
    return form_page(http, advice, form, "Send this advice back", "Send it back")


@needs(Permission.WORK_CASE, case=Case, advice=Advice)
@require_POST
def tags(http: HttpRequest, case: Case, advice: Advice) -> HttpResponse:
    """Say what each paragraph gives."""
    names = [name for name in http.POST if name.startswith("tag-") and name[4:].isdecimal()]
    given = {int(name[4:]): str(http.POST[name]) for name in names}
    tag_paragraphs(advice=advice, tags=given, by=http.user)
    return back_to(http, advice, "Saved. The words stay as they came.")


@needs(Permission.WORK_CASE, case=Case, advice=Advice)
def mail(http: HttpRequest, case: Case, advice: Advice) -> HttpResponse:
    """Send the request again, to the same or another address."""
    form = AddressForm(http.POST if http.method == "POST" else None, initial={"email": advice.email})
    if form.is_bound and form.is_valid():
        try:
            acts.ask_again(
                advice=advice, email=form.cleaned_data["email"], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return back_to(http, advice, "A new link is on its way. The earlier one opens nothing any more.")
    return form_page(http, advice, form, f"Send the request to {advice.body}", "Send a new link")


@needs(Permission.WORK_CASE, case=Case, advice=Advice)
def give_up(http: HttpRequest, case: Case, advice: Advice) -> HttpResponse:
    """Say that a body declined, or that its advice is not needed."""
    form = GiveUpForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            acts.give_up_advice(advice=advice, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return back_to(http, advice, "Recorded, with the reason.")
    return form_page(http, advice, form, f"No advice from {advice.body}", "Record it")
