"""Actions: the list, one action's page with its inline update, its milestones, and asking for an update."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.programme import rating_key
from goldenthread.programme.actions import action_plan, evidence
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.forms.actions import ActionFilterForm, ActionUpdateForm, AskForm, MilestoneForm
from goldenthread.programme.forms.areas import EvidenceForm
from goldenthread.programme.models import Action, ActionVersion, Programme
from goldenthread.programme.queries.action_story import action_thread, waiting
from goldenthread.programme.queries.actions import (
    actions_as_known,
    closed_on,
    due_dates,
    is_overdue,
)
from goldenthread.programme.queries.areas import area_as_known, plans_as_known, programme_as_known
from goldenthread.programme.queries.openness import openness_of_action
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.conflict import both_versions, chosen
from goldenthread.programme.views.staff.frame import May, crumbs, done, show
from goldenthread.programme.views.staff.marks import grade_cell, late_cell

A_PAGE = 25


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def actions(http: HttpRequest, programme: Programme) -> HttpResponse:
    """All actions as known on a day, narrowed by what the reader chooses."""
    at = as_at(http)
    key = programme_as_known(programme, at.day).rating_key
    areas = [now for plan in plans_as_known(programme, at.day) for now in plan.areas]
    form = ActionFilterForm(http.GET or None, areas=areas, key=key)
    held = _narrowed(actions_as_known(at.day, area__plan__programme=programme), form, key, at.day)
    found = Paginator(held.annotate(is_closed=closed_on(at.day)), A_PAGE).get_page(http.GET.get("page"))
    page = {
        "programme": programme, **at.for_page(), "filter": form, "page": found,
        "table": _table(found, key, at.day), "breadcrumbs": crumbs(programme),
        "is_narrowed": form.is_bound and form.has_changed(),
    }  # fmt: skip
    return show(http, "actions", page)


def _narrowed(held: Any, form: ActionFilterForm, key: rating_key.Key, day: date) -> Any:
    if not form.is_bound or not form.is_valid():
        return held
    asked = form.cleaned_data
    if asked["area"]:
        held = held.filter(record__area=asked["area"])
    for axis in ("delivery", "confidence"):
        if asked[axis]:
            held = held.filter(**{axis: "" if asked[axis] == "none" else asked[axis]})
    if asked["lead"]:
        held = held.filter(leads__icontains=asked["lead"])
    if asked["overdue"]:
        held = (
            held.filter(is_overdue(key, day)).exclude(closed_on(day)).order_by("due__endswith", "record_id")
        )
    return held


def _table(versions: Any, key: rating_key.Key, day: date) -> Table:
    columns = [Column("Action"), Column("Area"), Column("Due"), Column("Delivery"), Column("Confidence"),
               Column("Impact"), Column("Lead")]  # fmt: skip
    rows = [
        [
            Cell(_title(version), href=reverse("programme_staff:action", args=[version.record_id])),
            version.record.area.number,
            late_cell(version, key, day),
            *(grade_cell(key, axis, getattr(version, axis)) for axis in rating_key.AXES),
            "; ".join(version.leads) or "No lead named",
        ]
        for version in versions
    ]
    return Table("Actions", columns, rows, is_caption_hidden=True, is_compact=True,
                 empty="No action answers to this. Change or clear the filter above.")  # fmt: skip


def _title(version: ActionVersion) -> str:
    number = version.record.number
    return f"{number}. {version.text}" if number else version.text


@needs(Permission.VIEW_PROGRAMME, action=Action)
def action(http: HttpRequest, action: Action) -> HttpResponse:
    """One action: its thread, its dates, its ratings, and the form to bring it up to date."""
    return _page(http, action, {})


def _page(http: HttpRequest, action: Action, forms: dict[str, Any], status: int = 200) -> HttpResponse:
    """The action's page with these forms in place of fresh ones."""
    at, area = as_at(http), action.area
    programme = area.plan.programme
    version = action.versions.as_known_on(at.day).annotate(is_closed=closed_on(at.day)).first()
    words = programme_as_known(programme, at.day)
    may = May(http, action)
    page: dict[str, Any] = {
        "programme": programme, "record": action, "may": may, "action": action, "version": version, "words": words,
        **at.for_page(), "area": area_as_known(area, at.day), "openness": openness_of_action(action, at.day),
        "key": rating_key.in_order(words.rating_key), "dues": due_dates(action, at.day), "thread": [],
        "breadcrumbs": crumbs(programme, ("Actions", reverse("programme_staff:actions", args=[programme.slug]))),
    }  # fmt: skip
    if version is None:
        return show(http, "action_not_yet", page, status=404)
    page["thread"] = action_thread(version, page["area"], words.rating_key, at.day)
    page["late"] = late_cell(version, words.rating_key, at.day)
    page["evidence"] = action.evidence.as_known_on(at.day).select_related("recorded_by", "confirmed_by")
    page["milestones"] = action.milestones.as_known_on(at.day)
    page["waits_for"], page["waited_for_by"] = waiting(action, page["version"], at.day)
    if at.past is None:
        page |= _fresh_forms(may, action, version, words.rating_key) | forms
        page["error_list"] = errors_of([form for form in forms.values() if form.is_bound])
    return show(http, "action", page, status=status)


def _fresh_forms(may: May, action: Action, version: ActionVersion, key: rating_key.Key) -> dict[str, Any]:
    """The forms that the reader may use; no past day has any."""
    forms: dict[str, Any] = {}
    if may["update_action"]:
        forms["update_form"] = ActionUpdateForm(key=key, version=version)
        forms["evidence_form"] = EvidenceForm(prefix="evidence")
    if may["ask_for_updates"]:
        forms["ask_form"] = AskForm(prefix="ask", people=action.led_by.filter(is_active=True))
    return forms


def errors_of(forms: list[Any]) -> list[dict[str, str]]:
    """What to mend in several forms, for the summary at the top of a page."""
    listed = []
    for form in forms:
        listed += [{"text": error, "href": ""} for error in form.non_field_errors()]
        for field in form:
            target = field.id_for_label or f"{field.auto_id}_0"
            listed += [{"text": error, "href": f"#{target}"} for error in field.errors]
    return listed


@needs(Permission.UPDATE_ACTION, action=Action)
@require_POST
def update(http: HttpRequest, action: Action) -> HttpResponse:
    """Bring the action up to date; if somebody else did so meanwhile, show both versions."""
    today = timezone.localdate()
    key = programme_as_known(action.area.plan.programme, today).rating_key
    version = action.versions.get(known_until=None)
    form = ActionUpdateForm(chosen(http.POST), key=key, version=version)
    if not form.is_valid():
        return _page(http, action, {"update_form": form}, status=422)
    data = form.cleaned_data
    try:
        action_plan.update_action(
            action=action, changes=form.changes, note=data["note"], based_on=data["based_on"], on=today,
            reason=data["reason"], by=http.user,
        )  # fmt: skip
    except Conflict as conflict:
        here = reverse("programme_staff:action", args=[action.pk])
        of = {"programme": action.area.plan.programme, "thing": action.name_in_sentence}
        return both_versions(http, form, conflict, of=of, save_href=f"{here}update/", back_href=here)
    except Refused as refused:
        form.refuse(refused)
        return _page(http, action, {"update_form": form}, status=422)
    return done(http, "Saved. Thank you: everybody who reads the programme sees it now.", "action", action.pk)


@needs(Permission.UPDATE_ACTION, action=Action)
@require_POST
def add_evidence(http: HttpRequest, action: Action) -> HttpResponse:
    """Add evidence to an action; a second person confirms it later."""
    form = EvidenceForm(http.POST, prefix="evidence")
    if form.is_valid():
        try:
            evidence.add_evidence(
                area=action.area, action=action, **form.cleaned_data, on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(
                http, "Added. Somebody else must now confirm it.", "action", action.pk, part="#evidence"
            )
    return _page(http, action, {"evidence_form": form}, status=422)


@needs(Permission.UPDATE_ACTION, action=Action)
@require_POST
def reach_milestone(http: HttpRequest, action: Action) -> HttpResponse:
    """A milestone of the action was reached."""
    form = MilestoneForm(http.POST)
    milestone = get_object_or_404(action.milestones, pk=_number(http.POST.get("milestone")))
    if form.is_valid():
        try:
            action_plan.reach_milestone(
                milestone=milestone,
                reached_on=form.cleaned_data["reached_on"],
                on=timezone.localdate(),
                by=http.user,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"Reached: {milestone.title}.", "action", action.pk, part="#milestones")
    return _page(http, action, {"milestone_form": form}, status=422)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 18 else 0


@needs(Permission.ASK_FOR_UPDATES, action=Action)
@require_POST
def ask(http: HttpRequest, action: Action) -> HttpResponse:
    """Ask a lead for an update by a day."""
    form = AskForm(http.POST, prefix="ask", people=action.led_by.filter(is_active=True))
    if form.is_valid():
        try:
            request = action_plan.ask_for_update(
                action=action, **form.cleaned_data, on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(
                http, f"Asked. It stands at the top of {request.asked_of}’s work.", "action", action.pk
            )
    return _page(http, action, {"ask_form": form}, status=422)
