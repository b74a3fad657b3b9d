"""Sending a plan out, the versions that were sent, what differs between two, and who holds which."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions.issuing import issue as send_out
from goldenthread.casework.actions.issuing import report_of
from goldenthread.casework.forms.answering import CompareForm, IssueForm
from goldenthread.casework.models import Case, PlanVersion, VersionStage
from goldenthread.casework.plan.versions import Version, is_whole
from goldenthread.casework.queries.found import grouped
from goldenthread.casework.queries.plan_readers import ANYBODY, as_read_by, reader_called, readers_of_plan
from goldenthread.casework.queries.plans import plan_of, unanswered_comments
from goldenthread.casework.queries.reading import changes_between, sections_read
from goldenthread.casework.queries.receipts import holders
from goldenthread.casework.queries.story import story_of
from goldenthread.casework.queries.writing import stages_next
from goldenthread.casework.views.frame import show
from goldenthread.casework.views.planning import above_plan, text_or_404, to
from goldenthread.kit.errors import Refused


@needs(Permission.WORK_CASE, case=Case)
def issue(http: HttpRequest, case: Case) -> HttpResponse:
    """Send the plan out as a version that never changes. What stops it is shown first."""
    today, text = timezone.localdate(), text_or_404(case)
    stages = stages_next(case)
    form = IssueForm(http.POST if http.method == "POST" else None, stages=stages,
                     initial={"seen": text.edition, "stage": stages[0] if stages else ""})  # fmt: skip
    if form.is_bound and form.is_valid():
        try:
            made = send_out(
                case=case,
                stage=form.cleaned_data["stage"],
                on=today,
                seen=form.cleaned_data["seen"],
                by=http.user,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{made} is sealed. Now write the letter that goes with it.")
            return redirect(to(case, "plan_versions"))
    reports = [(stage, VersionStage(stage).label, report_of(case, today, stage=stage)) for stage in stages]
    page = {
        "case": case, "child": case.child, "form": form, "stages": stages, "text": text, "waiting": unanswered_comments(case),
        "reports": [(*one, grouped(one[-1])) for one in reports], "breadcrumbs": above_plan(case),
        "clocks": story_of(case, today, today=today, is_for_staff=True).clocks,
    }  # fmt: skip
    return show(http, "plan_issue", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case)
def versions(http: HttpRequest, case: Case) -> HttpResponse:
    """Every version with its hash, who holds which, and a way to set two beside each other."""
    held = list(case.versions.select_related("recorded_by"))
    shown = [(one, is_whole(Version(one.number, bytes(one.content), one.sha256))) for one in held]
    choices = [(str(one.number), str(one)) for one in held]
    initial = {"before": held[1].number if len(held) > 1 else None, "after": held[0].number if held else None}
    page = {"case": case, "child": case.child, "shown": shown, "holders": holders(case, timezone.localdate()),
            "form": CompareForm(versions=choices, initial=initial), "breadcrumbs": above_plan(case)}  # fmt: skip
    return show(http, "plan_versions", page)


@needs(Permission.VIEW_CASE, case=Case)
def difference(http: HttpRequest, case: Case) -> HttpResponse:
    """What changed between two versions, line by line and word by word."""
    held = {str(one.number): one for one in case.versions.all()}
    form = CompareForm(http.GET or None, versions=[(key, str(one)) for key, one in held.items()])
    page: dict[str, Any] = {"case": case, "child": case.child, "form": form, "has_versions": bool(held),
                            "breadcrumbs": above_plan(case, ("Versions", to(case, "plan_versions")))}  # fmt: skip
    if form.is_bound and form.is_valid():
        before, after = held[form.cleaned_data["before"]], held[form.cleaned_data["after"]]
        page |= {
            "before": before,
            "after": after,
            "changes": changes_between(plan_of(before), plan_of(after)),
            "asked": True,
        }
    return show(http, "plan_difference", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case, version=PlanVersion)
def version(http: HttpRequest, case: Case, version: PlanVersion) -> HttpResponse:
    """A version as one reader sees it: what they may never learn is left out."""
    today = timezone.localdate()
    reader = reader_called(case, http.GET.get("as", ANYBODY), today) or reader_called(case, ANYBODY, today)
    assert reader is not None
    page = {
        "case": case, "child": case.child, "version": version, "read": sections_read(as_read_by(version, reader)),
        "reader": reader, "readers": readers_of_plan(case, today), "pictures": pictures_of(case),
        "breadcrumbs": above_plan(case, ("Versions", to(case, "plan_versions"))),
    }  # fmt: skip
    return show(http, "plan_version", page)


def pictures_of(case: Case) -> list[Any]:
    """The pictures of a case with their files’ kinds, and without their bytes."""
    return list(case.pictures.select_related("paper").defer("paper__in_row"))
