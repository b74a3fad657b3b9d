"""One child's move: planned by a worker, acknowledged by the next setting, read by the family."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.actions.moves import acknowledge, plan_move, tick
from goldenthread.transitions.actions.years import teach_out_of_year
from goldenthread.transitions.choices import Whose
from goldenthread.transitions.cohorts import cohort_of, next_september
from goldenthread.transitions.forms.moves import MoveForm, YearForm
from goldenthread.transitions.models import Move, Profile
from goldenthread.transitions.queries.goals import offset_of
from goldenthread.transitions.queries.lists import amended_for
from goldenthread.transitions.queries.story import clocks_of, thread_of
from goldenthread.transitions.views.frame import follow_crumb, show

EVERYBODY = frozenset(Whose.values)


@needs(Permission.PLAN_MOVES, case=Case)
def plan(http: HttpRequest, case: Case) -> HttpResponse:
    """Plan the child's next move, or change its plan."""
    today = timezone.localdate()
    year = next_september(today)
    move = Move.objects.filter(case=case, year=year).first()
    offset = offset_of(case.child, today)
    moves_in = cohort_of(case.child.born_on, year, offset)
    first = {"cohort": moves_in.key if moves_in else "", "edition": 0}
    if move:
        names = ("cohort", "level", "reason", "profile", "receiving", "fallback", "edition")
        first = {name: getattr(move, name) for name in names}
    form = MoveForm(http.POST if http.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            made = plan_move(case=case, year=year, on=today, by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The move is planned. The family can read it now.")
            return redirect(reverse("transitions:move", args=[made.public_id]))
    page = {
        "case": case,
        "child": case.child,
        "form": form,
        "year": year,
        "offset": offset,
        "moves_in": moves_in,
    }
    return show(http, "plan", page, status=422 if form.errors else 200)


@needs(Permission.PLAN_MOVES, case=Case)
def year(http: HttpRequest, case: Case) -> HttpResponse:
    """The year in which a child is taught, when it is not that of their age."""
    form = YearForm(
        http.POST if http.method == "POST" else None,
        initial={"offset": offset_of(case.child, timezone.localdate())},
    )
    if form.is_bound and form.is_valid():
        try:
            teach_out_of_year(case=case, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "The year is kept. The lists of moves follow it from today.")
            return redirect(reverse("transitions:plan", args=[case.public_id]))
    page = {"case": case, "child": case.child, "form": form}
    return show(http, "year", page, status=422 if form.errors else 200)


def _page(move: Move) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "case": move.case, "child": move.case.child, "move": move, "today": today, "knots": thread_of(move, today),
        "clocks": clocks_of(move, amended_for(move), today), "profile": Profile.objects.filter(case=move.case).last(),
    }  # fmt: skip


def _ticked(http: HttpRequest, move: Move, whose: frozenset[str]) -> None:
    """Tick the task that was posted, and say what happened."""
    asked = http.POST.get("task", "")
    task = move.tasks.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 19 else None
    try:
        if task is None:
            raise Refused("This task is not part of the move any more. The list below is up to date.")
        tick(task=task, whose=whose, on=timezone.localdate(), by=http.user)
    except Refused as refused:
        messages.error(http, str(refused))
    else:
        messages.success(http, f"Done: {task.what}.")


@needs(Permission.PLAN_MOVES, move=Move)
def move(http: HttpRequest, move: Move) -> HttpResponse:
    """One move for its workers, with its tasks to tick off."""
    if http.method == "POST":
        _ticked(http, move, EVERYBODY)
        return redirect(reverse("transitions:move", args=[move.public_id]))
    return show(http, "move", _page(move) | {"open": move.tasks.filter(done_on=None)})


@needs(Permission.ACKNOWLEDGE_MOVE)
def received(http: HttpRequest) -> HttpResponse:
    """The children who come to the reader's setting: those not acknowledged first."""
    held = Move.objects.to_setting_of(standing(http)).select_related("case__child", "receiving")
    waiting = held.filter(acknowledged_on=None).order_by("year", "pk")
    known = held.exclude(acknowledged_on=None).order_by("-acknowledged_on", "pk")
    page = {"waiting": waiting, "known": known[:200], "breadcrumbs": []}
    return show(http, "received", page)


@needs(Permission.ACKNOWLEDGE_MOVE, move=Move)
def at_setting(http: HttpRequest, move: Move) -> HttpResponse:
    """One move for the setting that the child leaves, or the one that they join."""
    comes_here = Move.objects.to_setting_of(standing(http)).filter(pk=move.pk).exists()
    whose = frozenset({Whose.RECEIVING.value if comes_here else Whose.CURRENT.value})
    if http.method == "POST" and "task" in http.POST:
        _ticked(http, move, whose)
        return redirect(reverse("transitions:at_setting", args=[move.public_id]))
    if http.method == "POST":
        try:
            acknowledge(move=move, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            messages.error(http, str(refused))
        else:
            messages.success(http, "The family and the council can now read that you know of the move.")
        return redirect(reverse("transitions:at_setting", args=[move.public_id]))
    first = {"text": "Children who come to us", "href": reverse("transitions:received")}
    open_tasks = move.tasks.filter(done_on=None, whose__in=whose)
    page = {"comes_here": comes_here, "open": open_tasks, "breadcrumbs": [first]}
    return show(http, "at_setting", _page(move) | page)


@needs(Permission.FOLLOW_CASE, case=Case)
def family(http: HttpRequest, case: Case) -> HttpResponse:
    """The child's last planned move as the family reads it."""
    move = Move.objects.filter(case=case).select_related("case__child", "receiving").order_by("-year").first()
    page = _page(move) if move else {"case": case, "child": case.child}
    return show(http, "family", page | {"breadcrumbs": [follow_crumb(case)]})
