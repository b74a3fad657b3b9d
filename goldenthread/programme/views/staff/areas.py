"""Areas: one area's page, its words, a new action, and whether it has lasted."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import action_plan, areas, reviewing
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.forms.actions import NewActionForm
from goldenthread.programme.forms.areas import AreaWordsForm, EvidenceForm, SustainedForm
from goldenthread.programme.models import Area
from goldenthread.programme.queries import story
from goldenthread.programme.queries.actions import tallies_by_area
from goldenthread.programme.queries.areas import area_as_known, programme_as_known
from goldenthread.programme.queries.readiness import readiness
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.actions import errors_of
from goldenthread.programme.views.staff.conflict import both_versions, chosen
from goldenthread.programme.views.staff.frame import May, crumbs, done, show


@needs(Permission.VIEW_PROGRAMME, area=Area)
def area(http: HttpRequest, area: Area) -> HttpResponse:
    """One area: its thread, what it still lacks, its evidence, and whether it has lasted."""
    return area_page(http, area, {})


def area_page(http: HttpRequest, area: Area, forms: dict[str, Any], status: int = 200) -> HttpResponse:
    """The area's page with these forms in place of fresh ones."""
    at, programme = as_at(http), area.plan.programme
    now, may = area_as_known(area, at.day), May(http, area)
    plan_href = reverse("programme_staff:plan", args=[area.plan_id])
    page: dict[str, Any] = {
        "programme": programme, "record": area, "may": may, "area": area, "now": now, **at.for_page(),
        "breadcrumbs": crumbs(programme, (area.plan.title, plan_href)),
    }  # fmt: skip
    if now is None:
        return show(http, "area_not_yet", page, status=404)
    key = programme_as_known(programme, at.day).rating_key
    page |= {
        "thread": story.area_thread(now, at.day), "readiness": readiness(area, key, at.day),
        "tally": tallies_by_area(programme, key, at.day).get(area.pk),
        "evidence": area.evidence.as_known_on(at.day).select_related("recorded_by", "confirmed_by", "action"),
        "checks": area.sustained_checks.as_known_on(at.day),
    }  # fmt: skip
    if at.past is None:
        if may["edit_plan"]:
            page["evidence_form"] = EvidenceForm(prefix="evidence")
        if may["record_review"] and not now.is_open:
            page["check_form"] = SustainedForm(prefix="check")
        page |= forms
        page["error_list"] = errors_of(list(forms.values()))
    return show(http, "area", page, status=status)


@needs(Permission.EDIT_PLAN, area=Area)
def words(http: HttpRequest, area: Area) -> HttpResponse:
    """Change an area's title and the sentences that the public reads."""
    version = area.versions.get(known_until=None)
    here = reverse("programme_staff:area_words", args=[area.pk])
    back = reverse("programme_staff:area", args=[area.pk])
    sent = chosen(http.POST) if http.method == "POST" else None
    form = AreaWordsForm(sent, initial=AreaWordsForm.initial_of(version))
    programme = area.plan.programme
    if sent is not None and form.is_valid():
        data = form.cleaned_data
        try:
            areas.change_words(area=area, changes=form.changes, based_on=data["based_on"], on=timezone.localdate(),
                               reason=data["reason"], by=http.user)  # fmt: skip
        except Conflict as conflict:
            of = {"programme": programme, "thing": f"area {area.number}"}
            return both_versions(http, form, conflict, of=of, save_href=here, back_href=back)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The area’s words are changed.", "area", area.pk)
    page = {
        "programme": programme, "record": area, "form": form, "title": f"Change the words of area {area.number}",
        "button": "Save the words", "breadcrumbs": crumbs(programme, (f"Area {area.number}", back)),
    }  # fmt: skip
    return show(http, "form", page, status=422 if form.errors else 200)


@needs(Permission.EDIT_PLAN, area=Area)
def add_action(http: HttpRequest, area: Area) -> HttpResponse:
    """Add an action to an area."""
    form = NewActionForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            added = action_plan.add_action(
                area=area, **form.cleaned_data, on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The action is in the plan.", "action", added.pk)
    back = (f"Area {area.number}", reverse("programme_staff:area", args=[area.pk]))
    page = {
        "programme": area.plan.programme, "record": area, "form": form, "title": f"Add an action to area {area.number}",
        "button": "Add the action", "breadcrumbs": crumbs(area.plan.programme, back),
    }  # fmt: skip
    return show(http, "form", page, status=422 if form.errors else 200)


@needs(Permission.RECORD_REVIEW, area=Area)
@require_POST
def check(http: HttpRequest, area: Area) -> HttpResponse:
    """Record whether a closed area's improvement has lasted."""
    form = SustainedForm(http.POST, prefix="check")
    if form.is_valid():
        try:
            reviewing.record_sustained_check(
                area=area, **form.cleaned_data, on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The answer is recorded.", "area", area.pk, part="#sustained")
    return area_page(http, area, {"check_form": form}, status=422)
