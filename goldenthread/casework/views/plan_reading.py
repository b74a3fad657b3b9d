"""The plan as the family, the school and visitors with leave read it, each their own rendering; and what the family answers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader as signed_in_reader
from goldenthread.accounts.standing import standing
from goldenthread.casework.access import parts_in
from goldenthread.casework.actions import commenting as acts
from goldenthread.casework.forms.answering import CommentForm, ViewsForm
from goldenthread.casework.models import Case, PlanComment, PlanVersion
from goldenthread.casework.process.duties import last_day_of_representations
from goldenthread.casework.queries.files import course_of
from goldenthread.casework.queries.found import grouped
from goldenthread.casework.queries.plan_readers import as_read_by, reader_signed_in
from goldenthread.casework.queries.reading import sections_read
from goldenthread.casework.queries.receipts import latest_opened
from goldenthread.casework.queries.report_read import report_read_by
from goldenthread.casework.queries.schools import replies_for_family
from goldenthread.casework.views.frame import show
from goldenthread.casework.views.plan_versions import pictures_of
from goldenthread.kit.errors import Refused


def own(case: Case, name: str, *parts: Any) -> str:
    """The address of a page of those who follow a case."""
    return reverse(f"case:{name}", args=[case.public_id, *parts])


def way(case: Case, *further: tuple[str, str]) -> list[dict[str, str]]:
    """The way to a page under a case that somebody follows."""
    pages = [(f"{case.child.first_name}’s case", own(case, "follow")), *further]
    return [{"text": text, "href": href} for text, href in pages]


@needs(Permission.FOLLOW_CASE, case=Case)
def plan(http: HttpRequest, case: Case) -> HttpResponse:
    """The latest version that the reader may read."""
    latest = PlanVersion.objects.known_to(standing(http)).filter(case=case).order_by("-number").first()
    if latest is None:
        return show(http, "own_plan_none", {"case": case, "child": case.child, "breadcrumbs": way(case)})
    return _read(http, case, latest)


@needs(Permission.FOLLOW_CASE, case=Case, version=PlanVersion)
def version(http: HttpRequest, case: Case, version: PlanVersion) -> HttpResponse:
    """One version, for its reader."""
    return _read(http, case, version)


def _read(http: HttpRequest, case: Case, version: PlanVersion) -> HttpResponse:
    today, user = timezone.localdate(), signed_in_reader(http)
    held = latest_opened(version, user)
    acts.note_receipt(version=version, on=today, by=user)
    known = PlanVersion.objects.known_to(standing(http)).filter(case=case)
    comments = list(PlanComment.objects.known_to(standing(http)).filter(case=case).select_related("version"))
    of_version = [one for one in comments if one.version_id == version.pk]
    is_family = any(part.is_family for part in parts_in(case, standing(http)))
    current = known.order_by("-number")[0]
    is_open = is_family and acts.can_be_answered(case) and version == current
    page: dict[str, Any] = {
        "case": case, "child": case.child, "version": version, "current": current, "held": held, "versions": known,
        "read": sections_read(as_read_by(version, reader_signed_in(case, user, today)), of_version),
        "on_whole": [one for one in of_version if not one.line], "pictures": pictures_of(case),
        "earlier": [one for one in comments if one.version_id != version.pk], "is_family": is_family, "is_open": is_open,
        "until": _until(case) if is_open else None, "breadcrumbs": way(case),
        "schools": replies_for_family(case) if is_family else [],
    }  # fmt: skip
    return show(http, "own_plan", page)


def _until(case: Case) -> Any:
    """The last of the family's 15 days."""
    sent = course_of(case).draft_on
    return last_day_of_representations(sent) if sent else None


@needs(Permission.WRITE_ABOUT_CASE, case=Case, version=PlanVersion)
def comment(http: HttpRequest, case: Case, version: PlanVersion) -> HttpResponse:
    """Say something about one line, or about the whole plan."""
    name, today = http.GET.get("line", ""), timezone.localdate()
    plan = as_read_by(version, reader_signed_in(case, signed_in_reader(http), today))
    lines = {line.id: line for section in plan.sections.values() for line in section.lines}
    if name and name not in lines:
        raise Http404("This version has no such line.")
    form = CommentForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            acts.comment(
                version=version,
                line=name,
                words=form.cleaned_data["words"],
                on=today,
                by=signed_in_reader(http),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "We have it. It gets an answer before the plan is final.")
            return redirect(f"{own(case, 'plan_version', version.number)}#{name}")
    page = {"case": case, "child": case.child, "form": form, "line": lines.get(name), "version": version,
            "breadcrumbs": way(case, ("The plan", own(case, "plan_version", version.number)))}  # fmt: skip
    return show(http, "own_plan_comment", page, status=422 if form.errors else 200)


@needs(Permission.WRITE_ABOUT_CASE, case=Case)
def say(http: HttpRequest, case: Case) -> HttpResponse:
    """Answer the plan as a whole: views, a school, a meeting, or that it can be final now."""
    form = ViewsForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            _say(case, form.cleaned_data, signed_in_reader(http))
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "We have your answer.")
            return redirect(own(case, "plan"))
    page = {"case": case, "child": case.child, "form": form, "is_open": acts.can_be_answered(case), "until": _until(case),
            "breadcrumbs": way(case, ("The plan", own(case, "plan")))}  # fmt: skip
    return show(http, "own_plan_say", page, status=422 if form.errors else 200)


def _say(case: Case, said: dict[str, Any], user: Any) -> None:
    """Each thing that was ticked, in the way in which it is kept."""
    today, want = timezone.localdate(), said["want"]
    with transaction.atomic():
        if "views" in want or "school" in want:
            school = said["school"] if "school" in want else ""
            acts.give_views(case=case, words=said["words"], school=school, on=today, by=user)
        if "meeting" in want:
            acts.ask_for_meeting(case=case, words=said["words"], on=today, by=user)
        if "agree" in want:
            acts.agree_to_finish(case=case, words="", on=today, by=user)


@needs(Permission.FOLLOW_CASE, case=Case, version=PlanVersion)
def findings(http: HttpRequest, case: Case, version: PlanVersion) -> HttpResponse:
    """What the checks found: the list that the council and the school read."""
    today = timezone.localdate()
    report = report_read_by(version, reader_signed_in(case, signed_in_reader(http), today), today)
    page = {"case": case, "child": case.child, "version": version, "report": report, "groups": grouped(report),
            "counted": report.counted(),
            "breadcrumbs": way(case, ("The plan", own(case, "plan_version", version.number)))}  # fmt: skip
    return show(http, "own_plan_findings", page)
