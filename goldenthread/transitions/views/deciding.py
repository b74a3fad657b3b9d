"""Who decides from the end of compulsory school age: own account, capacity, and which adults go on reading."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.law import age
from goldenthread.people.actions.deciding import end_capacity, note_capacity, stop_following
from goldenthread.transitions.forms.deciding import CapacityForm
from goldenthread.transitions.queries.deciding import decides_words
from goldenthread.transitions.views.frame import crumbs, show


@needs(Permission.WORK_CASE, case=Case)
def decides(http: HttpRequest, case: Case) -> HttpResponse:
    """Who decides, and what a worker can note of it."""
    today, child = timezone.localdate(), case.child
    form = CapacityForm(http.POST if "basis" in http.POST else None, child=child, on=today)
    if http.method == "POST" and not form.is_bound:
        _pressed(http, case)
        return redirect("transitions:decides", case.public_id)
    if form.is_bound and form.is_valid():
        try:
            note_capacity(child=child, on=today, by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http, "The note of capacity is kept. Letters and decisions follow it from its day."
            )
            return redirect("transitions:decides", case.public_id)
    page = {
        "case": case, "child": child, "form": form, "decides": decides_words(child, today), "breadcrumbs": crumbs(case)[1:],
        "rights_pass": age.school_age_ends_on(child.born_on), "has_passed": today > age.school_age_ends_on(child.born_on),
        "notes": list(child.capacity.select_related("representative").order_by("-starts_on")), "today": today,
        "following": child.relationships.held_on(today).filter(may_follow=True).select_related("adult"),
    }  # fmt: skip
    return show(http, "decides", page, status=422 if form.errors else 200)


def _pressed(http: HttpRequest, case: Case) -> None:
    """One of the page's buttons, and what came of it."""
    today, asked = timezone.localdate(), http.POST.get("stop", "")
    try:
        if "end" in http.POST:
            end_capacity(child=case.child, on=today, by=http.user)
            messages.success(http, f"{case.child.first_name} decides from tomorrow.")
            return
        tie = (
            case.child.relationships.filter(pk=asked).first()
            if asked.isdecimal() and len(asked) < 19
            else None
        )
        if tie is None:
            raise Refused("This adult is not part of the case any more. The list is up to date.")
        stop_following(relationship=tie, on=today, by=http.user)
        messages.success(http, f"{tie.adult} reads the case no more.")
    except Refused as refused:
        messages.error(http, str(refused))
