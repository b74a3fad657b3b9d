"""Goals for adult life. One page at two addresses: among staff's pages, and among those of families and schools."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.access import cases_known_to
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.actions.goals import look_at_goal, set_goal
from goldenthread.transitions.forms.goals import GoalForm, LookForm, StateForm
from goldenthread.transitions.models import AdultNotice, Goal, Internship
from goldenthread.transitions.queries.deciding import decides_words
from goldenthread.transitions.queries.destinations import stands_of
from goldenthread.transitions.queries.goals import may_have_goals, parts_of, rows_of
from goldenthread.transitions.views.frame import frame_of, show, space_of

A_PAGE = 50
MAY = {
    "may_set": Permission.SET_GOALS, "may_keep": Permission.KEEP_DESTINATIONS, "may_tell": Permission.TELL_ADULT_SERVICES,
    "may_keep_internships": Permission.KEEP_INTERNSHIPS, "may_note": Permission.WORK_CASE,
}  # fmt: skip
"""What the reader may do besides, by the name that the page has for it."""


@needs(Permission.SET_GOALS)
def adulthood(http: HttpRequest) -> HttpResponse:
    """Everybody from year 9 of whom the reader knows, those with least first."""
    today = timezone.localdate()
    form = StateForm(http.GET)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    rows = rows_of(Case.objects.filter(cases_known_to(standing(http))), today, state)
    page = Paginator(rows, A_PAGE).get_page(http.GET.get("page"))
    return show(http, "adulthood", {"form": form, "state": state, "page": page, "rows": page.object_list, "total": len(rows),
                                    "today": today, "breadcrumbs": []})  # fmt: skip


def _goals(http: HttpRequest, case: Case) -> HttpResponse:
    today, stands = timezone.localdate(), standing(http)
    page = {
        "parts": parts_of(case, stands), "today": today, "is_old_enough": may_have_goals(case.child, today),
        "stands": next(iter(stands_of(Case.objects.filter(pk=case.pk), today)), None),
        "internships": Internship.objects.filter(case=case).select_related("employer"),
        "told": AdultNotice.objects.filter(case=case, withdrawn_on=None).first(),
        "decides": decides_words(case.child, today),
    } | {name: stands.may(permission, case) for name, permission in MAY.items()}  # fmt: skip
    return show(http, "goals", frame_of(http, case) | page)


@needs(Permission.SET_GOALS, case=Case)
def goals(http: HttpRequest, case: Case) -> HttpResponse:
    """The four outcomes of one young person, for those who help to plan."""
    return _goals(http, case)


@needs(Permission.FOLLOW_CASE, case=Case)
def own_goals(http: HttpRequest, case: Case) -> HttpResponse:
    """The same for the young person, the family and the school."""
    return _goals(http, case)


@needs(Permission.SET_GOALS, case=Case)
def goal_add(http: HttpRequest, case: Case) -> HttpResponse:
    """One more goal."""
    form = GoalForm(
        http.POST if http.method == "POST" else None, initial={"outcome": http.GET.get("about", "")}
    )
    if form.is_bound and form.is_valid():
        try:
            set_goal(case=case, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http,
                "The goal is kept. The young person, the family, the school and the council can read it.",
            )
            return redirect(reverse(f"{space_of(http)}:goals", args=[case.public_id]))
    return show(http, "goal_add", frame_of(http, case) | {"form": form}, status=422 if form.errors else 200)


@needs(Permission.SET_GOALS, case=Case, goal=Goal)
def goal(http: HttpRequest, case: Case, goal: Goal) -> HttpResponse:
    """Look at one goal again."""
    first = {"helpers": goal.helpers, "edition": goal.edition}
    form = LookForm(http.POST if http.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            look_at_goal(goal=goal, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "What was said of the goal is kept.")
            return redirect(reverse(f"{space_of(http)}:goals", args=[case.public_id]))
    return show(
        http, "goal", frame_of(http, case) | {"form": form, "goal": goal}, status=422 if form.errors else 200
    )
