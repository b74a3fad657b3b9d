"""Beginning a cycle, and reviewing it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.actions.cycles import review_cycle, start_cycle
from goldenthread.sensupport.forms.cycles import CycleForm, ReviewForm
from goldenthread.sensupport.models import Cycle, Pupil
from goldenthread.sensupport.views.register import under

USUAL = timedelta(weeks=12)
"""About a term: proposed for the next review, and changed by whoever writes the cycle. Ours, no law's."""


@needs(Permission.KEEP_SEN_REGISTER, pupil=Pupil)
def start(http: HttpRequest, pupil: Pupil) -> HttpResponse:
    """One page: what is seen, both voices, what is hoped for, what is done, when it is looked at again."""
    day = timezone.localdate()
    last = pupil.cycles.first()
    initial = {"review_due_on": day + USUAL, "assess": pupil.need_in_words}
    if last and last.reviewed_on:
        initial |= {
            "assess": last.what_changed,
            "child_says": last.child_says_now,
            "parent_says": last.parent_says_now,
        }
    form = CycleForm(http.POST if http.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            start_cycle(pupil=pupil, on=day, by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The cycle is begun.")
            return redirect("sensupport:pupil", pupil.public_id)
    page = {"form": form, "pupil": pupil, "breadcrumbs": under(pupil)}
    return render(http, "sensupport/cycle.html", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_SEN_REGISTER, cycle=Cycle)
def review(http: HttpRequest, cycle: Cycle) -> HttpResponse:
    """What came of a cycle, and what follows."""
    form = ReviewForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            review_cycle(cycle=cycle, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The review is kept.")
            return redirect("sensupport:pupil", cycle.pupil.public_id)
    page = {"form": form, "cycle": cycle, "pupil": cycle.pupil, "strategies": cycle.tried,
            "breadcrumbs": under(cycle.pupil)}  # fmt: skip
    return render(http, "sensupport/review.html", page, status=422 if form.errors else 200)
