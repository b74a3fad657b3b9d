"""What the checks found, for those who write: one report, the same that the family and the school read; and setting aside."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions.issuing import lock_words, report_of, set_aside, take_back_override
from goldenthread.casework.forms.planning import LockForm, ReasonForm
from goldenthread.casework.models import Case, VersionStage
from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.queries.editor import line_in
from goldenthread.casework.queries.found import grouped
from goldenthread.casework.queries.writing import stage_next
from goldenthread.casework.views.frame import show
from goldenthread.casework.views.planning import above_plan, text_or_404, to
from goldenthread.kit.errors import Refused


@needs(Permission.VIEW_CASE, case=Case)
def findings(http: HttpRequest, case: Case) -> HttpResponse:
    """Everything that the checks find in the text as it would go out today."""
    text = text_or_404(case)
    asked = http.GET.get("as", "")
    stage = asked if asked in VersionStage.values else stage_next(case) or "draft"
    report = report_of(case, timezone.localdate(), stage=stage)
    page = {
        "case": case, "child": case.child, "report": report, "groups": grouped(report), "counted": report.counted(),
        "stage": VersionStage(stage).label, "text": text, "has_lines": True, "breadcrumbs": above_plan(case),
        "aside": case.plan_overrides.filter(ended_on=None).select_related("recorded_by"),
    }  # fmt: skip
    return show(http, "plan_findings", page)


@needs(Permission.WORK_CASE, case=Case)
def aside(http: HttpRequest, case: Case, check: str) -> HttpResponse:
    """Set a finding that stops the plan aside, with a reason that everybody reads."""
    text_or_404(case)
    found = _found(case, check, http.GET.get("line", ""), http.GET.get("at", "0"))
    form = ReasonForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            set_aside(case=case, check=check, line=found.line, words=found.words[:500],
                      reason=form.cleaned_data["reason"], on=timezone.localdate(), by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Set aside. The finding stays in the list with your reason.")
            return redirect(to(case, "plan_findings"))
    page = {"case": case, "child": case.child, "form": form, "found": found, "title": f"Set aside: {CHECKS[check].title}",
            "button": "Set it aside",
            "breadcrumbs": above_plan(case, ("What the checks found", to(case, "plan_findings")))}  # fmt: skip
    return show(http, "plan_aside", page, status=422 if form.errors else 200)


def _found(case: Case, check: str, line: str, at: str) -> Finding:
    """The finding that is meant, found anew: its words are in no address. 404 when it is there no more."""
    report = report_of(case, timezone.localdate(), stage=stage_next(case) or "draft")
    for one in report.findings:
        if (one.check, one.line, str(one.start)) == (check, line, at) and one.stops:
            return one
    raise Http404("Nothing of this kind stops the plan any more.")


@needs(Permission.WORK_CASE, case=Case)
@require_POST
def take_back(http: HttpRequest, case: Case, number: int) -> HttpResponse:
    """Let a finding that was set aside stop the plan again."""
    held = case.plan_overrides.filter(pk=number, ended_on=None).first()
    if held is None:
        raise Http404("Nothing that was set aside answers to this address.")
    take_back_override(override=held, on=timezone.localdate(), by=http.user)
    messages.success(http, f"{held.check_id} counts again.")
    return redirect(to(case, "plan_findings"))


@needs(Permission.WORK_CASE, case=Case)
def lock(http: HttpRequest, case: Case, line: str) -> HttpResponse:
    """Fix words of a line as an order of the tribunal has them: nobody can change them until a later order."""
    found = line_in(text_or_404(case), line)
    if found is None:
        raise Http404("This line is gone: somebody has taken it out.")
    orders = {
        str(one.pk): one for one in case.events.in_force().filter(kind="tribunal-order", is_struck=False)
    }
    choices = [(key, f"The order of {one.occurred_on:%-d %B %Y}") for key, one in orders.items()]
    form = LockForm(
        http.POST if http.method == "POST" else None,
        orders=choices,
        initial={"words": found[1].get("text", "")},
    )
    if form.is_bound and form.is_valid():
        try:
            lock_words(case=case, line=line, words=form.cleaned_data["words"], order=orders[form.cleaned_data["order"]],
                       by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "These words are fixed now.")
            return redirect(to(case, "plan_line", line))
    page = {"case": case, "child": case.child, "form": form, "has_orders": bool(orders),
            "breadcrumbs": above_plan(case, (f"Line {line}", to(case, "plan_line", line)))}  # fmt: skip
    return show(http, "plan_lock", page, status=422 if form.errors else 200)
